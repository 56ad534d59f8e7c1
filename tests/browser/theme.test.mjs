// A small site with the worked second theme, a moved page and a zip: SMALL names its folder, and the
// zip stands beside it.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { launch, open } from './browser.mjs';
import { accessibility, everywhere, headings, links, width } from './checks.mjs';

const PAGES = ['', 'areas/', 'areas/star-charts/', 'process/', 'evidence-gaps/', 'data/areas/', 'sources/', 'report/'];
const BOTH = PAGES.flatMap((page) => [`${page}index.html`, `en/${page}index.html`]);

let browser;
let folder;
let extracted;
before(async () => {
  if (!process.env.SMALL) throw new Error('SMALL must name a finished small site; tests/run builds one');
  folder = realpathSync(process.env.SMALL);
  extracted = mkdtempSync(path.join(tmpdir(), 'extracted-'));
  extract(`${folder}.zip`, extracted);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  if (extracted) rmSync(extracted, { recursive: true });
});

/** Extracts a zip by its central directory; names that are not ASCII must be said to be UTF-8. */
function extract(zip, into) {
  const bytes = readFileSync(zip);
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [flags, method, size] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, note] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const raw = bytes.subarray(at + 46, at + 46 + name);
    assert.ok(raw.every((byte) => byte < 128) || flags & 0x800, `not said to be UTF-8: ${raw}`);
    assert.equal(method, 8);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const file = path.join(into, raw.toString('utf8'));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, inflateRawSync(bytes.subarray(start, start + size)));
    at += 46 + name + extra + note;
  }
}

/** Where a page stands, below a folder. */
const place = (page, root) => path.relative(root, fileURLToPath(page.url()));

describe('the second theme', { concurrency: 2 }, () => {
  for (const file of BOTH) {
    test(file, async () => {
      const { context, page, troubles } = await open(browser, folder, file, { width: 320 });
      assert.deepEqual(await everywhere({ page, troubles }), []);
      const font = await page.locator('h1').evaluate((one) => getComputedStyle(one).fontFamily);
      assert.match(font, /Mincho/);
      assert.ok(await page.locator('.colophon-title').isVisible());
      await context.close();
    });
  }
});

for (const [start, end] of [
  ['old/star-charts/index.html', 'areas/star-charts/index.html'],
  ['en/old/star-charts/index.html', 'en/areas/star-charts/index.html'],
]) {
  test(`${start} leads on by itself`, async () => {
    const { context, page, troubles } = await open(browser, folder, start, { width: 360, scripts: false });
    await page.waitForURL(pathToFileURL(path.join(folder, end)).href);
    // The page is left before all it names is there.
    assert.deepEqual(troubles.filter((one) => !one.startsWith('not loaded')), []);
    await context.close();
  });
}

test('a zip holds a folder and what opens it', async () => {
  assert.deepEqual(readdirSync(extracted).sort(), ['site', 'はじめに.html']);
  for (const [at, end] of ['site/index.html', 'site/en/index.html'].entries()) {
    const { context, page, troubles } = await open(browser, extracted, 'はじめに.html', { width: 360 });
    const found = [...(await width(page)), ...(await headings(page)), ...(await links(page)), ...(await accessibility(page))];
    assert.deepEqual(found, []);
    await page.locator('main a').nth(at).click();
    await page.waitForURL(pathToFileURL(path.join(extracted, end)).href);
    assert.equal(place(page, extracted), end);
    assert.equal(await page.locator('html').getAttribute('lang'), at === 0 ? 'ja' : 'en');
    assert.ok(await page.evaluate(() => document.styleSheets.length > 1));
    assert.deepEqual(troubles, []);
    await context.close();
  }
});
