// A small site with editions, changed since the newest: CHANGED names its folder; tests/changing makes it.

import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, open } from './browser.mjs';
import { everywhere, width } from './checks.mjs';

const KEPT = 'editions/2030-06-01/';
const PAGES = [
  '',
  'changes/',
  'changes/updates/',
  'editions/',
  'areas/star-charts/',
  KEPT,
  `${KEPT}changes/`,
  `${KEPT}editions/`,
  `${KEPT}areas/star-charts/`,
];
const FILES = PAGES.flatMap((page) => {
  const english = page.startsWith(KEPT) ? page.replace(KEPT, `${KEPT}en/`) : `en/${page}`;
  return [`${page}index.html`, `${english}index.html`];
});
// The width of A4 less its margins, in pixels of CSS.
const PAPER = Math.floor(((210 - 2 * 16) / 25.4) * 96);

let browser;
let folder;
before(async () => {
  if (!process.env.CHANGED) throw new Error('CHANGED must name a finished site with editions; tests/run builds one');
  folder = realpathSync(process.env.CHANGED);
  browser = await launch();
});
after(() => browser?.close());

describe('what changed, and what is kept', { concurrency: 2 }, () => {
  for (const file of FILES) {
    test(file, async () => {
      const { context, page, troubles } = await open(browser, folder, file, { width: 320 });
      const found = await everywhere({ page, troubles });
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: PAPER, height: 1000 });
      found.push(...(await width(page)));
      assert.deepEqual(found, []);
      await context.close();
    });
  }
});

test('on paper every change is there', async () => {
  const { context, page } = await open(browser, folder, 'changes/index.html', { width: PAPER });
  const count = () => page.locator('.turned:visible, .change:visible, .change-cells > div:visible').count();
  const seen = await count();
  await page.emulateMedia({ media: 'print' });
  assert.ok(seen > 6, `only ${seen}`);
  assert.equal(await count(), seen);
  await context.close();
});

test('a reader goes from an area to what turned it, and on to the row', async () => {
  const { context, page, troubles } = await open(browser, folder, 'areas/star-charts/index.html', { width: 360 });
  await page.locator('.facts a[href*="changes/index.html#area-"]').first().click();
  await page.waitForURL(pathToFileURL(path.join(folder, 'changes/index.html')).href + '#area-star-charts');
  await page.locator('#area-star-charts .causes a').first().click();
  const target = page.locator(':target');
  assert.equal(await target.getAttribute('id'), 'row-judgements-star-charts-money');
  assert.ok(await target.isVisible());
  await target.locator('h4 a').click();
  await page.waitForURL(/data\/judgements\/index\.html#star-charts-money$/);
  assert.deepEqual(troubles, []);
  await context.close();
});

test('an edition leads to the site as it is, and back', async () => {
  const { context, page, troubles } = await open(browser, folder, `${KEPT}areas/star-charts/index.html`, { width: 360 });
  assert.match(await page.locator('.site-header > p').innerText(), /2030年6月1日の版/);
  await page.locator('.site-header > p a').click();
  await page.waitForURL(pathToFileURL(path.join(folder, 'index.html')).href);
  await page.locator('footer a[href="editions/index.html"]').click();
  await page.locator('.editions a').first().click();
  await page.waitForURL(pathToFileURL(path.join(folder, `${KEPT}index.html`)).href);
  assert.deepEqual(troubles, []);
  await context.close();
});

