// What a reader's telephone has to load: a page with its styles and scripts, as they lie in the folder.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { site } from './browser.mjs';

const MOST = 150_000;

// The whole report is one page so that it can be printed; a long table is what its page is for.
const APART = ['report/index.html', 'en/report/index.html'];
const LONG_TABLE = /<div class="table-scroll long"[\s\S]*?<\/table>/g;

test('no page is heavier than a telephone should have to load', () => {
  const files = readdirSync(site(), { recursive: true }).filter((file) => file.endsWith('.html'));
  const pages = files.filter((file) => !APART.includes(file));
  assert.ok(pages.length > 300, `only ${pages.length} pages`);
  const heavy = pages.map((file) => [file, weight(file)]).filter(([, bytes]) => bytes > MOST);
  assert.deepEqual(heavy, []);
});

test('a long table is told from a short one', () => {
  const long = readFileSync(path.join(site(), 'data/inventory/index.html'), 'utf8');
  assert.equal(long.match(LONG_TABLE)?.length, 1);
  const short = readFileSync(path.join(site(), 'data/kpis/index.html'), 'utf8');
  assert.equal(short.match(LONG_TABLE), null);
});

/** Bytes of a page's markup without its long tables, and of every style and script it names. */
function weight(file) {
  const html = readFileSync(path.join(site(), file), 'utf8');
  const folder = path.dirname(path.join(site(), file));
  const named = [
    ...html.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"/g),
    ...html.matchAll(/<script src="([^"]+)"/g),
  ].map(([, href]) => href);
  const local = named.filter((href) => !/^https?:/.test(href));
  const loaded = local.map((href) => statSync(path.join(folder, href)).size);
  const markup = Buffer.byteLength(html.replaceAll(LONG_TABLE, ''));
  return loaded.reduce((sum, bytes) => sum + bytes, markup);
}
