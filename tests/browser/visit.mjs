// A finished site as readers come to it and use it: what they see, click, save and wait for.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open, site } from './browser.mjs';
import { serve } from './serve.mjs';

/** How a page is come to: from its folder or from a server. */
export const WAYS = ['file', 'http'];

/**
 * A browser for the tests of one file, as `shared.browser` while they run, and `seen`, which makes a
 * test of what `look` sees on a page, come to in one of `WAYS`.
 */
export function readers() {
  const shared = {};
  before(async () => {
    shared.browser = await launch();
    shared.server = await serve(site());
  });
  after(async () => {
    await shared.browser?.close();
    await shared.server?.close();
  });
  const seen = (name, file, look, { way = 'file', ...options } = {}) =>
    test(`${name} (${way})`, async () => {
      const origin = way === 'http' ? shared.server.origin : undefined;
      assert.deepEqual(await visit(shared.browser, file, look, { ...options, origin }), []);
    });
  return { shared, seen };
}

/**
 * Shows a page to `look`; gives what went wrong on the way: errors, what was not loaded, what came
 * from elsewhere. The options are those of `open`.
 */
export async function visit(browser, file, look, options) {
  const { context, page, troubles } = await open(browser, site(), file, options);
  try {
    await look(page, context);
  } finally {
    await context.close();
  }
  return troubles;
}

/** What a click on a button saves: its name and its bytes. */
export async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** The rows of a CSV, each by the names of its columns. */
export function parsed(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    if (end === '') break;
    rows.push([]);
  }
  const [heads, ...lines] = rows.filter((row) => row.length > 1 || row[0] !== '');
  return lines.map((line) => Object.fromEntries(heads.map((head, at) => [head, line[at]])));
}

/**
 * How much of a page moves when a script comes late: the sum of the shifts nobody asked for, and how
 * many pixels anything stands apart from where it stands without the script.
 */
export async function shifts(browser, file, script, width) {
  let moved;
  const before = async (page) => {
    await page.addInitScript(() => {
      window.moved = [];
      const observer = new PerformanceObserver((list) => list.getEntries().forEach((one) => window.moved.push(one.value)));
      observer.observe({ type: 'layout-shift', buffered: true });
    });
    // Late enough for the page to have been seen without it.
    await page.route(new RegExp(`/${script}$`), async (route) => {
      await new Promise((done) => setTimeout(done, 600));
      await route.continue();
    });
  };
  const look = async (page) => {
    await page.waitForTimeout(300);
    moved = await page.evaluate(() => window.moved.reduce((sum, one) => sum + one, 0));
  };
  const troubles = await visit(browser, file, look, { width, before });
  const without = await tops(browser, file, width, (page) => page.route(new RegExp(`/${script}$`), (route) => route.abort()));
  const tall = await tops(browser, file, width);
  const apart = Math.max(...tall.map((top, at) => Math.abs(top - without[at])));
  return { moved, apart, troubles };
}

/** How far down everything stands, below the window as well. */
async function tops(browser, file, width, before) {
  let found;
  const look = async (page) => {
    found = await page.locator('main, h2, h3, figure, caption, .source, footer').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().bottom));
  };
  await visit(browser, file, look, { width, before });
  return found;
}
