// Reviewing as people do it: a page beside its edition, from one difference to the next by keyboard, a
// comment written, dropped in, seen and settled; and drafts opened from a folder. KYOTSU names the
// program, else the one cargo built is taken.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { empty, launch } from './browser.mjs';
import { accessibility, legibility } from './checks.mjs';
import { saved } from './visit.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = process.env.KYOTSU ?? path.join(REPOSITORY, 'target/debug/kyotsu');
const EDITION = '2026-04-01';

let browser;
let folder;
let program;
let opened;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'review-')));
  cpSync(path.join(REPOSITORY, 'tests/sites/three-tests'), folder, { recursive: true });
  write('content/open/page.md', '+++\ntitle = "公の計画"\n+++\n\n## 数 {#count}\n\n対象は12件です。\n\n次の文です。\n');
});

afterEach(async () => {
  await opened?.context.close();
  opened = null;
  program?.kill();
  program = null;
  rmSync(folder, { recursive: true });
});

function write(file, text) {
  const name = path.join(folder, file);
  mkdirSync(path.dirname(name), { recursive: true });
  writeFileSync(name, text);
}

/** Replaces words of a source as a person would, and saves it. */
function edit(file, from, to) {
  const text = readFileSync(path.join(folder, file), 'utf8');
  assert.ok(text.includes(from), `${file} does not say ${from}`);
  write(file, text.replace(from, to));
}

function build(...rest) {
  execFileSync(PROGRAM, ['build', '--root', folder, ...rest], { stdio: 'ignore' });
}

/** Serves the project; its address. */
async function preview(...rest) {
  program = spawn(PROGRAM, ['preview', '--root', folder, '--port', '0', ...rest], { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: program.stdout })) {
    const origin = line.match(/http:\/\/\S+/)?.[0];
    if (origin) return origin;
  }
  throw new Error('not served');
}

async function show(file, origin, site = folder, scheme = 'light') {
  opened = await empty(browser, site, { origin, height: 700, scheme });
  await opened.show(file);
  await opened.page.evaluate(() => {
    window.sameLoad = true;
  });
  return opened.page;
}

const sameLoad = (page) => page.evaluate(() => window.sameLoad === true);

/** What keeps somebody from reading or using a page, as far as a program can see it. */
async function faults(page) {
  return [...(await accessibility(page)), ...(await legibility(page))];
}

/** Writes a comment on the place that begins with some words; the file it is saved as. */
async function comment(page, words, text) {
  await page.getByRole('button', { name: 'コメントを書く', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`^「${words}`) }).first().click();
  const form = page.getByRole('dialog');
  assert.deepEqual(await faults(page), [], 'the form');
  assert.equal(await form.locator('blockquote').innerText(), words);
  // What is missing is told, and nothing is saved.
  await form.getByRole('button', { name: 'ファイルに保存' }).click();
  assert.match(await form.getByRole('alert').innerText(), /「名前」/);
  await form.getByLabel('名前').fill('山田 "花子"');
  await form.getByLabel('コメント').fill(text);
  const file = await saved(page, form.getByRole('button', { name: 'ファイルに保存' }));
  assert.equal(await form.count(), 0);
  return { name: file.name, text: file.bytes.toString('utf8') };
}

test('what differs from an edition is marked, and the keyboard leads from one place to the next', async () => {
  build('--edition', EDITION);
  edit('content/open/page.md', '対象は12件です。', '対象は14件です。');
  edit('content/open/page.md', '次の文です。', '次の文です。\n\n足した文です。');
  edit('data/areas.csv', '星図の貸出し', '星図の貸与');
  const origin = await preview('--review', EDITION);
  const page = await show('open/index.html', origin);
  assert.equal(await page.locator('main del').textContent(), '前：12');
  assert.equal(await page.locator('main ins').first().textContent(), '今：14');
  assert.match(await page.locator('.review-bar').innerText(), /違い 2か所/);
  const [style, line] = await page.locator('main ins').first().evaluate((one) => {
    const style = getComputedStyle(one);
    return [style.textDecorationLine, getComputedStyle(document.querySelector('del')).textDecorationLine];
  });
  assert.deepEqual([style, line], ['underline', 'line-through']);
  // By keyboard, to the first, the second, and round to the first again.
  await page.getByRole('link', { name: '次の違い' }).focus();
  for (const expected of ['1 / 2 変更 1', '2 / 2 追加 2', '1 / 2 変更 1']) {
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.review-at').innerText(), expected);
    assert.ok(await page.locator('.review-place[aria-current]').evaluate((one) => {
      const box = one.getBoundingClientRect();
      return box.top > 0 && box.bottom < innerHeight;
    }));
  }
  await page.getByRole('link', { name: '前の違い' }).press('Enter');
  assert.equal(await page.locator('.review-at').innerText(), '2 / 2 追加 2');
  // The list leads to every page that differs.
  await page.locator('.review-bar summary').click();
  await page.locator('.review-bar li a', { hasText: /^業務領域$/ }).first().click();
  const cell = page.locator('main ins', { hasText: '貸与' }).first();
  await cell.waitFor();
  assert.deepEqual(opened.troubles, []);
});

test('a changed page comes in place with its marks, and so does the list of pages', async () => {
  build('--output', path.join(folder, 'former'));
  const origin = await preview('--review', path.join(folder, 'former'));
  const page = await show('open/index.html', origin);
  const listed = () => page.locator('.review-bar li code').allTextContents();
  assert.deepEqual(await listed(), []);
  edit('content/open/page.md', '対象は12件です。', '対象は15件です。');
  await page.locator('main ins', { hasText: '15' }).waitFor();
  edit('content/page.md', '架空の業務領域です。', '架空です。');
  await page.locator('.review-bar li a', { hasText: '三つの見立ての試験' }).waitFor({ state: 'attached' });
  const pages = await listed();
  for (const path of ['open/index.html', 'index.html']) assert.ok(pages.includes(path), pages.join(' '));
  assert.ok(await sameLoad(page));
  edit('content/open/page.md', '対象は15件です。', '対象は12件です。');
  edit('content/page.md', '架空です。', '架空の業務領域です。');
  await page.locator('.review-bar', { hasText: '一覧（0）' }).waitFor();
  assert.equal(await page.locator('main ins, main del').count(), 0);
  assert.ok(await sameLoad(page));
  assert.deepEqual(opened.troubles, []);
});

test('a comment is written, dropped in, seen, and settled', async () => {
  const origin = await preview();
  const page = await show('open/index.html', origin);
  const file = await comment(page, '対象は12件です。', '出典は"""どれ"ですか。\n\\二行目"');
  assert.match(file.name, /^\d{4}-\d\d-\d\d-open-[a-z0-9]+\.toml$/);
  assert.match(file.text, /^page = "open\/index\.html"$/m);
  assert.match(file.text, /^anchor = "count"$/m);
  write(`review/${file.name}`, file.text);
  const beside = page.locator('main p:has-text("対象は12件です。") + .review-open');
  await beside.waitFor();
  const told = await beside.innerText();
  for (const part of ['未対応', '山田 "花子"', '出典は"""どれ"ですか。', '\\二行目"', file.name]) assert.ok(told.includes(part), told);
  assert.deepEqual(await faults(page), []);
  write(`review/${file.name}`, file.text.replace('settled = ""', 'settled = "2026-11-25 直した"'));
  const settled = page.locator('.review-settled');
  await settled.waitFor();
  assert.match(await settled.innerText(), /対応済み/);
  assert.match(await settled.textContent(), /対応：2026-11-25 直した/);
  // A wrong file is told on the page, like any mistake.
  write(`review/${file.name}`, file.text.replace('who = ', 'whom = '));
  await page.locator('#kyotsu-preview', { hasText: `review/${file.name}:` }).waitFor();
  assert.ok(await sameLoad(page));
  assert.deepEqual(opened.troubles, []);
});

test('what is being written stays when the page below it changes', async () => {
  const origin = await preview();
  const page = await show('open/index.html', origin);
  await page.getByRole('button', { name: 'コメントを書く', exact: true }).click();
  await page.getByRole('button', { name: /^「次の文/ }).click();
  await page.getByRole('dialog').getByLabel('コメント').fill('書きかけ');
  edit('content/open/page.md', '対象は12件です。', '対象は13件です。');
  await page.locator('main', { hasText: '対象は13件です。' }).waitFor();
  assert.equal(await page.getByRole('dialog').getByLabel('コメント').inputValue(), '書きかけ');
  await page.keyboard.press('Escape');
  // The places of the new page can be written on as well.
  await page.getByRole('button', { name: /^「対象は13件/ }).waitFor();
  assert.ok(await sameLoad(page));
});

test('a row and a page with marks can be read by everybody', async () => {
  build('--output', path.join(folder, 'former'));
  edit('data/areas.csv', '星図の貸出し', '星図の貸与');
  edit('content/open/page.md', '対象は12件です。\n\n', '');
  const origin = await preview('--review', path.join(folder, 'former'));
  for (const file of ['data/areas/index.html', 'open/index.html', 'areas/star-charts/index.html', 'en/open/index.html', 'review/index.html']) {
    for (const scheme of ['light', 'dark']) {
      const page = await show(file, origin, folder, scheme);
      assert.deepEqual(await faults(page), [], `${file} ${scheme}`);
      await opened.context.close();
    }
  }
  const page = await show('data/areas/index.html', origin, folder, 'dark');
  const file = await comment(page, 'star-charts', '行へのコメント');
  assert.match(file.text, /^anchor = "star-charts"$/m);
  write(`review/${file.name}`, file.text);
  await page.locator('tr#star-charts th .review-open').waitFor();
  assert.deepEqual(await faults(page), []);
  assert.deepEqual(opened.troubles, []);
});

test('drafts open from a folder, marked on screen and on paper, and can be commented on', async () => {
  edit('content/open/page.md', 'title = "公の計画"', 'title = "公の計画"\ndraft = true');
  const site = path.join(folder, 'drafts');
  build('--drafts', '--output', site);
  for (const file of ['index.html', 'open/index.html', 'en/areas/index.html', 'report/index.html']) {
    const page = await show(file, undefined, site);
    const mark = page.locator('section.review-draft');
    assert.match(await mark.innerText(), /^(未公表案|Unpublished draft)/, file);
    for (const media of ['screen', 'print']) {
      await page.emulateMedia({ media });
      assert.ok(await mark.isVisible(), `${file} ${media}`);
    }
    await page.emulateMedia({ media: 'screen' });
    if (file !== 'report/index.html') assert.deepEqual(await faults(page), [], file);
    assert.deepEqual(opened.troubles, []);
    await opened.context.close();
  }
  const page = await show('open/index.html', undefined, site);
  assert.match(await page.locator('main > .review-draft').innerText(), /^未公表案/);
  const file = await comment(page, '対象は12件です。', 'フォルダーから');
  assert.match(file.text, /^page = "open\/index\.html"$/m);
  await page.getByRole('link', { name: 'コメントの一覧' }).first().click();
  await page.locator('h1', { hasText: 'コメントと確認' }).waitFor();
  write(`review/${file.name}`, file.text);
  build('--drafts', '--output', site);
  await page.reload();
  await page.locator('.review-entries', { hasText: 'フォルダーから' }).waitFor();
  // Nothing of it is left by a published build.
  edit('content/open/page.md', '\ndraft = true', '');
  build('--output', site);
  await page.goto(new URL('../open/index.html', page.url()).href);
  assert.equal(await page.locator('[class*="review-"]').count(), 0);
});
