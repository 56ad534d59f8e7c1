// The finished site in a browser: narrow and light, wide and dark, with and without scripts.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, open, site } from './browser.mjs';
import { accessibility, drawings, headings, legibility, links, unfold, width } from './checks.mjs';
import { BOTH } from './pages.mjs';

// Layout changes with the width and colour with the scheme, so two windows see all of both.
const NARROW = { width: 320, scheme: 'light' };
const WIDE = { width: 1280, scheme: 'dark' };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

describe('a page', { concurrency: 2 }, () => {
  for (const file of BOTH) {
    test(file, async () => assert.deepEqual(await faults(file), []));
  }
});

test('every kind of page is among those', () => {
  const kind = (file) => /<body[^>]* class="([^"]*)"/.exec(readFileSync(path.join(site(), file), 'utf8'))?.[1];
  const files = readdirSync(site(), { recursive: true }).filter((file) => file.endsWith('.html'));
  const seen = new Set(BOTH.map(kind));
  assert.deepEqual([...new Set(files.map(kind))].filter((one) => !seen.has(one)), []);
});

/** What is wrong with a page in both windows. */
async function faults(file) {
  const { context, page, troubles } = await open(browser, site(), file, NARROW);
  const narrow = [...(await shown(page)), ...(await accessibility(page))];
  await page.setViewportSize({ width: WIDE.width, height: 900 });
  await page.emulateMedia({ colorScheme: WIDE.scheme });
  const wide = [...(await shown(page)), ...(await legibility(page))];
  const scripts = await page.locator('script').count();
  await context.close();
  // A page without scripts has been seen without them.
  const plain = scripts > 0 ? await withoutScripts(file) : [];
  const told = (where, found) => found.map((fault) => `${where}: ${fault}`);
  return [...troubles, ...told('narrow', narrow), ...told('wide', wide), ...told('no scripts', plain)];
}

/** What a reader must be able to do without scripts: read everything and go everywhere. */
async function withoutScripts(file) {
  const opened = await open(browser, site(), file, { ...NARROW, scripts: false });
  const text = await opened.page.locator('main').innerText();
  const found = [...(text.length < 20 ? ['nothing to read'] : []), ...(await shown(opened.page))];
  await opened.context.close();
  return [...opened.troubles, ...found];
}

/** What is wrong with a page as it is shown, folded and unfolded. It is left unfolded. */
async function shown(page) {
  await unfold(page, false);
  const folded = [...(await width(page)), ...(await headings(page)), ...(await links(page))];
  await unfold(page);
  return [...folded, ...(await width(page)), ...(await drawings(page))];
}
