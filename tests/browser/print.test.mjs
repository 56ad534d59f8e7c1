// Paper: nothing is cut, a handout is one sheet, the report is one document.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { empty, launch, site } from './browser.mjs';
import { BOTH } from './pages.mjs';
import { sheets } from './pdf.mjs';

// The width of A4 less its margins, in pixels of CSS.
const PAPER = Math.floor(((210 - 2 * 16) / 25.4) * 96);
// The height and width that are left on a handout.
const SHEET = { width: Math.floor(((210 - 2 * 14) / 25.4) * 96), height: Math.floor(((297 - 2 * 12) / 25.4) * 96) };

// In one language: printing it takes a minute.
const REPORTS = ['report/index.html'];
const HANDOUTS = readdirSync(path.join(site(), 'areas'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => ['', 'en/'].map((language) => `${language}areas/${name}/handout/index.html`));

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

describe('on paper nothing is cut', () => {
  let sheet;
  before(async () => {
    sheet = await paper();
  });
  after(() => sheet?.context.close());

  for (const file of BOTH.filter((file) => !REPORTS.includes(file))) {
    test(file, async () => {
      await sheet.show(file);
      const faults = [...(await cut(sheet.page)), ...(await gone(sheet.page))];
      assert.deepEqual([...sheet.troubles.splice(0), ...faults], []);
    });
  }
});

test('what is cut on paper is seen', async () => {
  const { context, page } = await printed('index.html');
  for (const [html, fault] of [
    ['<div data-style="width: 3000px">wide</div>', /beyond the sheet: .*div/],
    ['<table><tr><td data-style="white-space: nowrap">' + 'w'.repeat(300) + '</td></tr></table>', /beyond/],
    ['<div data-style="height: 1em; overflow: auto"><p>a</p><p>b</p></div>', /cut: div/],
    ['<p data-style="display: none">unseen</p>', /not printed: unseen/],
    ['<details><summary>a</summary><p data-style="display: none">unseen</p></details>', /not printed: unseen/],
  ]) {
    await page.locator('main').evaluate((main, html) => {
      main.insertAdjacentHTML('beforeend', html);
      // The pages allow no style in markup.
      for (const one of main.querySelectorAll('[data-style]')) one.style.cssText = one.dataset.style;
    }, html);
    assert.match([...(await cut(page)), ...(await gone(page))].join('\n'), fault);
    await page.locator('main > :last-child').evaluate((element) => element.remove());
  }
  await context.close();
});

test('a handout is one sheet, for every area, and the fullest are in a printed document', async () => {
  const faults = [];
  const lengths = [];
  const { context, page, troubles, show } = await paper(SHEET);
  for (const file of HANDOUTS) {
    await show(file);
    const [height, length] = await page.evaluate(() =>
      [document.documentElement, document.body].map((one) => one.getBoundingClientRect().height),
    );
    lengths.push([length, file]);
    if (height > SHEET.height) faults.push(`${file}: ${Math.round(height)} in ${SHEET.height}`);
    faults.push(...(await cut(page)).map((fault) => `${file}: ${fault}`));
  }
  assert.ok(HANDOUTS.length > 100);
  assert.deepEqual([...troubles, ...faults], []);
  lengths.sort(([a], [b]) => b - a);
  for (const [, file] of lengths.slice(0, 4)) {
    await show(file);
    const text = sheets(await page.pdf({ preferCSSPageSize: true }));
    assert.equal(text.length, 1, file);
    const address = await page.locator('.sheet-address a').textContent();
    assert.ok(pressed(text[0]).includes(pressed(address)), `${file}: ${address}`);
  }
  await context.close();
});

// Those with the widest and the longest tables.
for (const file of ['data/effects/index.html', 'procurement/index.html', 'what-if/index.html']) {
  test(`print PDF shows every table whole: ${file}`, async () => {
    const { context, page } = await printed(file);
    assert.deepEqual(await unprinted(page), []);
    await context.close();
  });
}

for (const file of REPORTS) {
  test(`the whole report is one document: ${file}`, { timeout: 300_000 }, async () => {
    const { context, page } = await printed(file);
    assert.deepEqual([...(await cut(page)), ...(await gone(page))], []);
    const dead = await page.evaluate(() => {
      const links = [...document.querySelectorAll('main a[href^="#"]')];
      return links.map((link) => link.hash.slice(1)).filter((id) => !document.getElementById(decodeURIComponent(id)));
    });
    assert.deepEqual(dead, []);
    const contents = await page.locator('.report-contents a').count();
    assert.ok(contents > 70, `${contents} entries`);
    const repeated = await page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      return ids.filter((id, at) => ids.indexOf(id) !== at);
    });
    assert.deepEqual(repeated, []);
    const text = sheets(await page.pdf({ preferCSSPageSize: true }));
    assert.ok(text.length > 50, `${text.length} sheets`);
    assert.deepEqual(await missing(page, text), []);
    await context.close();
  });
}

/** A page as it is printed. */
async function printed(file) {
  const opened = await paper();
  await opened.show(file);
  return opened;
}

/** A sheet as wide as paper, in dark colours if those were printed. */
async function paper({ width } = { width: PAPER }) {
  const opened = await empty(browser, site(), { width, scheme: 'dark' });
  await opened.page.emulateMedia({ media: 'print' });
  return opened;
}

/** What leaves the sheet, or stands in a box too small for it. */
function cut(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const shown = [...document.body.querySelectorAll('*')].filter((one) => one.getClientRects().length > 0);
    const name = (element) => `${element.localName}.${element.getAttribute('class')} ${element.id}`;
    // Words for screen readers only stand in a box of one pixel.
    const unseen = (element) => element.closest('.visually-hidden') || element.clientWidth === 1;
    const wide = shown.filter(
      (one) => one.getBoundingClientRect().right > room + 1 && !one.closest('svg') && !unseen(one),
    );
    const clipped = shown.filter((one) => {
      const { overflowX, overflowY } = getComputedStyle(one);
      if (one.closest('svg') || unseen(one)) return false;
      const across = overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
      return across || (overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1);
    });
    return [
      ...wide.slice(0, 4).map((one) => `beyond the sheet: ${name(one)}`),
      ...clipped.slice(0, 4).map((one) => `cut: ${name(one)}`),
    ];
  });
}

/** Words of the page that paper does not show. */
function gone(page) {
  return page.evaluate(() => {
    const left =
      'nav, form, button, script, noscript, template, .table-tools, [hidden], .visually-hidden, .downloads, h2:has(+ .downloads), .chart-files, .chart-told, .years summary, ' +
      '.report-hint, .print-mark, .years caption, svg, [aria-hidden=true], .kind-report .disclaimer';
    const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const told = [];
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
      const around = text.parentElement;
      if (text.data.trim() === '' || around.closest(left)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) told.push(`not printed: ${text.data.trim().slice(0, 40)}`);
    }
    return told.slice(0, 6);
  });
}

async function unprinted(page) {
  return missing(page, sheets(await page.pdf({ preferCSSPageSize: true })));
}

/** Cells of tables whose words no sheet has. */
async function missing(page, text) {
  const whole = pressed(text.join(''));
  const cells = await page.evaluate(() =>
    [...document.querySelectorAll('main :is(th, td)')]
      .filter((cell) => !cell.querySelector('.visually-hidden, template, [hidden]'))
      .flatMap((cell) => {
        const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        const parts = [];
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          if (!node.parentElement.closest('button, select')) parts.push(node.data);
        }
        return parts;
      })
      .filter((words) => words.trim() !== ''),
  );
  assert.ok(cells.length > 20, `${cells.length} cells`);
  return [...new Set(cells)].filter((words) => !whole.includes(pressed(words))).slice(0, 6);
}

/** Without what a new line swallows. */
function pressed(text) {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b]+/g, '');
}
