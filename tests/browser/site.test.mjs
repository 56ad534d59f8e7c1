// The finished site in a browser: narrow and wide, light and dark, with and without scripts.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, open, site } from './browser.mjs';
import { accessibility, drawings, headings, links, unfold, width } from './checks.mjs';
import { BOTH } from './pages.mjs';

// Layout changes with the width and colour with the scheme, so two pairs see all of both.
const WINDOWS = [
  { width: 320, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

describe('a page', { concurrency: 2 }, () => {
  for (const file of BOTH) {
    for (const window of WINDOWS) {
      test(`${file}, ${window.width} wide, ${window.scheme}`, async () =>
        assert.deepEqual(await withScripts(file, window), []));
    }
    test(`${file}, without scripts`, async () =>
      assert.deepEqual(await withoutScripts(file, WINDOWS[0]), []));
  }
});

test('every kind of page is among those', () => {
  const kind = (file) => /<body[^>]* class="([^"]*)"/.exec(readFileSync(path.join(site(), file), 'utf8'))?.[1];
  const files = readdirSync(site(), { recursive: true }).filter((file) => file.endsWith('.html'));
  const seen = new Set(BOTH.map(kind));
  assert.deepEqual([...new Set(files.map(kind))].filter((one) => !seen.has(one)), []);
});

/** Everything. */
async function withScripts(file, window) {
  const { context, page, troubles } = await open(browser, site(), file, window);
  const found = [...(await shown(page)), ...(await accessibility(page))];
  await context.close();
  return [...troubles, ...found];
}

/** What a reader must be able to do without scripts: read everything and go everywhere. */
async function withoutScripts(file, window) {
  const opened = await open(browser, site(), file, { ...window, scripts: false });
  const { context, page, troubles } = opened;
  const text = await page.locator('main').innerText();
  const found = [...(text.length < 20 ? ['nothing to read'] : []), ...(await shown(page))];
  await context.close();
  return [...troubles, ...found];
}

/** What is wrong with a page as it is shown, folded and unfolded. It is left unfolded. */
async function shown(page) {
  const folded = [...(await width(page)), ...(await headings(page)), ...(await links(page))];
  await unfold(page);
  return [...folded, ...(await width(page)), ...(await drawings(page))];
}
