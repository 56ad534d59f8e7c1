// The preview in a browser: what is saved on disk is seen in place, and what is wrong is told on the
// page while the last good one stays. KYOTSU names the program, else the one cargo built is taken.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { empty, launch } from './browser.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = process.env.KYOTSU ?? path.join(REPOSITORY, 'target/debug/kyotsu');
const AREA = 'areas/star-charts/index.html';

let browser;
let folder;
let program;
let origin;
let opened;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'preview-')));
  cpSync(path.join(REPOSITORY, 'tests/sites/three-tests'), folder, { recursive: true });
  for (const file of ['templates/base.html', 'assets/style.css']) {
    const own = path.join('themes/default', file);
    cpSync(path.join(REPOSITORY, own), path.join(folder, own));
  }
  program = spawn(PROGRAM, ['preview', '--root', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: program.stdout })) {
    origin = line.match(/http:\/\/\S+/)?.[0];
    if (origin) break;
  }
});

afterEach(async () => {
  await opened?.context.close();
  opened = null;
  program.kill();
  rmSync(folder, { recursive: true });
});

/** Replaces words of a source as a person would, and saves it. */
function edit(file, from, to) {
  const name = path.join(folder, file);
  const text = readFileSync(name, 'utf8');
  assert.ok(text.includes(from), `${file} does not say ${from}`);
  writeFileSync(name, text.replace(from, to));
}

/** Opens a page and leaves a sign that is gone when the page is loaded again. */
async function show(file) {
  opened = await empty(browser, folder, { origin, height: 400 });
  await opened.show(file);
  await opened.page.evaluate(() => {
    window.sameLoad = true;
    document.querySelector('main').sameMain = true;
  });
  return opened.page;
}

/** What is told to have changed since a number, up to and with a path that is made last. */
async function changedUntil(last, number) {
  const stop = new AbortController();
  const answer = await fetch(`${origin}.kyotsu/events?since=${number}`, { signal: stop.signal });
  const changed = new Set();
  let text = '';
  for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
    text += part;
    const events = text.split('\n\n');
    text = events.pop();
    const told = events.filter((event) => event.startsWith('data: ')).map((event) => JSON.parse(event.slice(6)));
    told.forEach((news) => news.changed.forEach((one) => changed.add(one)));
    if (changed.has(last)) break;
  }
  stop.abort();
  return changed;
}

const sameLoad = (page) => page.evaluate(() => window.sameLoad === true);
const sameMain = (page) => page.evaluate(() => document.querySelector('main').sameMain === true);

test('a cell is seen in place, and the reader stays where they were', async () => {
  const page = await show(AREA);
  await page.locator('main details').last().evaluate((one) => {
    one.open = true;
    one.querySelector('summary').focus();
    window.scrollTo({ top: 300, behavior: 'instant' });
  });
  const stand = () =>
    page.evaluate(() => [
      window.scrollY,
      Array.from(document.querySelectorAll('main details'), (one) => one.open),
      Array.from(document.querySelectorAll('summary')).indexOf(document.activeElement),
    ]);
  const former = await stand();
  assert.ok(former[0] > 0 && former[2] >= 0 && former[1].includes(true), JSON.stringify(former));
  edit('data/areas.csv', '星図の貸出し', '星図の貸与');
  await page.locator('h1', { hasText: '星図の貸与' }).waitFor();
  assert.ok((await sameLoad(page)) && !(await sameMain(page)));
  assert.match(await page.title(), /^星図の貸与/);
  // The scripts of the page run once more before it is at rest.
  await page.waitForTimeout(300);
  assert.deepEqual(await stand(), former);
  assert.deepEqual(opened.troubles, []);
});

test('a page another cell is shown on is left alone', async () => {
  const other = 'areas/moon-terrace/index.html';
  const page = await show(other);
  const number = await page.evaluate(() => document.querySelector('script[data-number]').dataset.number);
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  edit('data/judgements.csv', '住む人についての資料による。', '星図の資料による。');
  const changed = await changedUntil('report/index.html', number);
  assert.ok(changed.has(AREA), `not told: ${[...changed]}`);
  assert.ok(!changed.has(other), 'told of a page that says what it said');
  // The page was told the same, and has had the time to ask for what it wants.
  await page.waitForTimeout(500);
  assert.deepEqual(asked, []);
  assert.ok((await sameLoad(page)) && (await sameMain(page)));
});

test('a page people write is seen in place', async () => {
  const page = await show('index.html');
  edit('content/page.md', '架空の業務領域です。', '書き直した文です。');
  await page.getByText('書き直した文です。').waitFor();
  assert.ok(await sameLoad(page));
  assert.deepEqual(opened.troubles, []);
});

test('a template is seen in place, outside the main part as well', async () => {
  const page = await show(AREA);
  edit('themes/default/templates/base.html', '<main id="main" class="wrap" tabindex="-1">', '<main id="main" class="wrap" tabindex="-1"><p>新しいひな型</p>');
  await page.locator('main').getByText('新しいひな型').waitFor();
  edit('themes/default/templates/base.html', 'class="site-footer">', 'class="site-footer"><p>新しい末尾</p>');
  await page.locator('footer').getByText('新しい末尾').waitFor();
  assert.ok(await sameLoad(page));
  assert.deepEqual(opened.troubles, []);
});

test('a stylesheet is taken over and the page left alone', async () => {
  const page = await show(AREA);
  writeFileSync(path.join(folder, 'themes/default/assets/style.css'), 'h1 { color: rgb(1, 2, 3) }');
  await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)');
  await page.waitForFunction(() => document.querySelectorAll('link[href*="assets/style.css"]').length === 1);
  assert.ok((await sameLoad(page)) && (await sameMain(page)));
  assert.deepEqual(opened.troubles, []);
});

test('a wrong cell is told on the page, which stays, until it is mended', async () => {
  const page = await show(AREA);
  const panel = page.locator('#kyotsu-preview');
  assert.equal(await panel.count(), 0);
  edit('data/areas.csv', '星図の貸出し,Lending star charts,sky', '別の名前,Lending star charts,nowhere');
  await panel.waitFor();
  const told = await panel.innerText();
  assert.match(told, /直すところが1件あります/);
  assert.match(told, /data\/areas\.csv:2:\d+ \(D2\) 「[^」]+」 = 「nowhere」/);
  assert.match(told, /直し方: /);
  assert.ok((await sameMain(page)) && (await page.locator('h1').innerText()) === '星図の貸出し');
  // Whoever comes to the page now reads the same.
  await page.reload();
  await panel.waitFor();
  assert.equal(await page.locator('h1').innerText(), '星図の貸出し');
  edit('data/areas.csv', 'nowhere', 'sky');
  await panel.waitFor({ state: 'detached' });
  await page.locator('h1', { hasText: '別の名前' }).waitFor();
  assert.deepEqual(opened.troubles, []);
});

test('English pages tell in English', async () => {
  const page = await show(`en/${AREA}`);
  edit('data/areas.csv', ',sky,', ',nowhere,');
  const panel = page.locator('#kyotsu-preview');
  await panel.waitFor();
  assert.match(await panel.innerText(), /To be mended: 1\n[^]*error D208: [^]*\(D2\)[^]*fix: /);
});
