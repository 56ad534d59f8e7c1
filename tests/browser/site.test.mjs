// The finished site in a browser: narrow and wide, light and dark, with and without scripts, from a
// folder and from a server.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { empty, launch, open, site } from './browser.mjs';
import {
  accessibility,
  drawings,
  headings,
  keyboard,
  legibility,
  links,
  shifts,
  spacing,
  unfold,
  width,
} from './checks.mjs';
import { BOTH, PAGES } from './pages.mjs';
import { serve } from './serve.mjs';

// Each two of width, scheme, scripts and where the page comes from meet in one of these windows. English
// pages, which have the same markup, are seen in the first three: every width, scheme and way once.
const WINDOWS = [
  { width: 320, scheme: 'light', scripts: true, served: false },
  { width: 1280, scheme: 'dark', scripts: true, served: true },
  { width: 320, scheme: 'dark', scripts: false, served: true },
  { width: 1280, scheme: 'light', scripts: false, served: false },
  { width: 1280, scheme: 'dark', scripts: false, served: false },
  { width: 1280, scheme: 'light', scripts: true, served: true },
];

let browser;
let served;
before(async () => {
  browser = await launch();
  served = await serve(site());
});
after(async () => {
  await browser?.close();
  await served?.close();
});

// The report, made of the other pages' main parts, is looked at in print.test.mjs, and a small one in theme.test.mjs.
const READ = BOTH.filter((file) => !file.endsWith('report/index.html'));

describe('a page', () => {
  let windows;
  before(async () => {
    windows = await Promise.all(WINDOWS.map(opened));
  });
  after(() => Promise.all((windows ?? []).map(({ context }) => context.close())));

  for (const file of READ) {
    const count = file.startsWith('en/') ? 3 : WINDOWS.length;
    test(file, async () => assert.deepEqual(await faults(file, windows.slice(0, count)), []));
  }
});

describe('by keyboard', { concurrency: 2 }, () => {
  for (const file of PAGES.filter((file) => READ.includes(file))) {
    test(file, async () => {
      const { context, page, troubles } = await open(browser, site(), file, { width: 1280 });
      const found = await keyboard(page);
      await context.close();
      assert.deepEqual([...troubles, ...found], []);
    });
  }
});

describe('coming in pieces, as over a slow line', () => {
  let slow;
  let window;
  before(async () => {
    slow = await serve(site(), { pieces: 8 });
    window = await empty(browser, site(), { origin: slow.origin });
  });
  after(async () => {
    await window?.context.close();
    await slow?.close();
  });

  for (const file of PAGES.filter((file) => READ.includes(file))) {
    test(`${file} does not move`, async () => {
      await window.show(file);
      assert.deepEqual([...window.troubles.splice(0), ...(await shifts(window.page))], []);
    });
  }
});

test('every kind of page is among those', () => {
  const kind = (file) => /<body[^>]* class="([^"]*)"/.exec(readFileSync(path.join(site(), file), 'utf8'))?.[1];
  const files = readdirSync(site(), { recursive: true }).filter((file) => file.endsWith('.html'));
  const seen = new Set(BOTH.map(kind));
  assert.deepEqual([...new Set(files.map(kind))].filter((one) => !seen.has(one)), []);
});

/** A window that shows one page after another. */
async function opened({ width, scheme, scripts, served: over }) {
  const origin = over ? served.origin : undefined;
  const name = `${width} ${scheme}${scripts ? '' : ' no scripts'}${over ? ' served' : ''}`;
  return { name, scripts, over, ...(await empty(browser, site(), { width, scheme, scripts, origin })) };
}

/** What is wrong with a page in any of some windows. */
async function faults(file, windows) {
  const told = windows.map(async (window, at) => {
    const { page, troubles, name } = window;
    await window.show(file);
    // Without scripts nothing can move, and no timer runs.
    const moved = window.scripts ? await shifts(page) : [];
    const found = [...moved, ...(await shown(page, !window.over))];
    if (window.scripts) found.push(...(await spacing(page)));
    // What is no matter of width and colour is the same with scripts in every window.
    found.push(...(at === 0 ? await accessibility(page) : window.scripts ? await legibility(page) : []));
    return [...troubles.splice(0), ...found].map((fault) => `${name}: ${fault}`);
  });
  return (await Promise.all(told)).flat();
}

/** What is wrong with a page as it is shown, folded and unfolded. It is left unfolded. */
async function shown(page, fromFolder) {
  await unfold(page, false);
  const read = (await page.locator('main').innerText()).length < 20 ? ['nothing to read'] : [];
  const followed = fromFolder ? await links(page) : [];
  const folded = [...read, ...(await width(page)), ...(await headings(page)), ...followed];
  await unfold(page);
  return [...folded, ...(await width(page)), ...(await drawings(page))];
}
