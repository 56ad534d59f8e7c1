// Each check sees the fault it is there for, and is silent on a page without one.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { launch, open } from './browser.mjs';
import { accessibility, drawings, everywhere, headings, keyboard, legibility, links, shifts, spacing, unfold, width } from './checks.mjs';

const CHECKS = { accessibility, drawings, headings, keyboard, links, spacing, width };

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(path.join(tmpdir(), 'kyotsu-checks-'));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Which checks find something on a page with this body. */
async function complaining(body) {
  const page = `<!doctype html><html lang="en"><title>t</title><main><h1>t</h1>${body}</main></html>`;
  writeFileSync(path.join(folder, 'page.html'), page);
  const opened = await open(browser, folder, 'page.html', { width: 320 });
  await unfold(opened.page);
  const names = [];
  for (const [name, check] of Object.entries(CHECKS)) {
    if ((await check(opened.page)).length > 0) names.push(name);
  }
  await opened.page.waitForTimeout(50);
  if (opened.troubles.length > 0) names.push('troubles');
  await opened.context.close();
  return names;
}

const FAULTS = [
  ['a wide table', '<table style="width:900px"><tr><td>a</table>', ['spacing', 'width']],
  ['a wide table in a fold', '<details><p style="width:900px">a</p></details>', ['spacing', 'width']],
  ['a box too low for spaced words', '<p style="height:1.2em;overflow:hidden;line-height:1.2">a</p>', ['spacing']],
  ['a line too long when it is spaced', `<p style="width:max-content;font:10px/1 monospace">${'a'.repeat(45)}</p>`, ['spacing']],
  ['a link to nothing', '<a href="nothing.html">a</a>', ['links']],
  ['a link to a folder', '<a href="./">a</a>', ['links']],
  ['a link to outside that does not say so', '<a href="https://a.jp/">a</a>', ['links']],
  ['a level left out', '<h3>a</h3>', ['headings']],
  ['an image without words', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', ['accessibility']],
  ['pale text', '<p style="color:#bbb;background:#fff">pale</p>', ['accessibility']],
  ['a script that fails', '<script>nothing()</script>', ['troubles']],
  ['a script from outside', '<script src="https://a.jp/a.js"></script>', ['troubles']],
  ['a file that is not there', '<link rel="stylesheet" href="nothing.css">', ['troubles']],
  ['a button that comes first by number', '<p><a href="page.html">first</a></p><button tabindex="3">second</button>', ['keyboard']],
  ['a link no one sees', '<a href="page.html" style="position:fixed;top:-9rem">a</a>', ['keyboard']],
  ['text on text', drawing('<text x="10" y="20">aaa</text><text x="12" y="22">bbb</text>'), ['drawings']],
  ['text off the sheet', drawing('<text x="195" y="20">aaaa</text>'), ['drawings']],
];

function drawing(texts) {
  const words = '<title id="t">t</title>';
  return `<svg class="chart" viewBox="0 0 200 50" width="200" role="img" aria-labelledby="t">${words}${texts}</svg>`;
}

for (const [name, body, expected] of FAULTS) {
  test(`${name} is seen`, async () => assert.deepEqual(await complaining(body), expected));
}

test('pale text is seen again in another scheme', async () => {
  const style = '<style>@media (prefers-color-scheme: dark) { p { color: #bbb; background: #fff } }</style>';
  writeFileSync(path.join(folder, 'dark.html'), `<html lang="en"><title>t</title>${style}<p>pale</p>`);
  const { context, page } = await open(browser, folder, 'dark.html', { width: 320 });
  await accessibility(page);
  assert.equal((await legibility(page)).length, 0);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.equal((await legibility(page)).length, 1);
  await context.close();
});

for (const [name, body, seen] of [
  ['nothing', '<p>a</p>', []],
  ['a wide fold', '<details><summary>a</summary><p style="width:900px">a</p></details>', [/ wide in 320/]],
  ['a wide window', '<style>@media (min-width: 900px) { p { width: 2000px } }</style><p>a</p>', [/ wide in 1280/]],
  ['the night', '<style>@media (prefers-color-scheme: dark) { p { color: #bbb; background: #fff } }</style><p>pale</p>', [/^color-contrast/]],
]) {
  test(`a look everywhere finds ${name}`, async () => {
    const page = `<!doctype html><html lang="en"><title>t</title><main><h1>t</h1>${body}</main></html>`;
    writeFileSync(path.join(folder, 'everywhere.html'), page);
    const { context, ...opened } = await open(browser, folder, 'everywhere.html', { width: 320 });
    const found = await everywhere(opened);
    await context.close();
    assert.equal(found.length, seen.length, found.join('\n'));
    seen.forEach((fault, at) => assert.match(found[at], fault));
  });
}

test('what moves after it was drawn is seen', async () => {
  const late = '<script>setTimeout(() => document.querySelector("p").before("x"), 60)</script>';
  const style = '<style>body { font-size: 4rem }</style>';
  writeFileSync(path.join(folder, 'moves.html'), `<html lang="en"><title>t</title>${style}<p>a</p><p>b</p>${late}`);
  const { context, page } = await open(browser, folder, 'moves.html', { width: 320 });
  assert.equal((await shifts(page)).length, 1);
  await context.close();
});

test('a page without a fault is left alone', async () => {
  const table = '<div style="overflow-x:auto" tabindex="0"><p style="width:900px">a</p></div>';
  const texts = drawing('<text x="10" y="18">aaa</text><text x="10" y="38">bbb</text>');
  const page = '<h2>a</h2><a href="page.html#a" id="a">a</a>';
  assert.deepEqual(await complaining(`${page}${table}${texts}`), []);
});
