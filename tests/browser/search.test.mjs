// Searching in the finished site, from the disk and from a server: what is found, and by whom.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { launch, open, site } from './browser.mjs';
import { accessibility, legibility, width } from './checks.mjs';
import { serve } from './serve.mjs';

const HOME = { ja: 'search/index.html', en: 'en/search/index.html' };
const WIDE = { width: 1280 };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

// What is found --------------------------------------------------------------------------------

/** What a query must find, gathered by hand from the data and the written pages: all of it, and no more. */
const EXPECTED = {
  ja: [
    // A reading finds its term, however it is typed.
    [['きょうつうか', 'キョウツウカ', 'ｷｮｳﾂｳｶ', ' きょうつうか　'], 'glossary#t-commonisation'],
    // The area, the kind of the survey, and the box of the map that was lost.
    [['電子契約', '電子 契約', '"電子契約"'], 'areas/e-contract data/kinds#e-contract data/lost#map-finance-kinds'],
    // An account of LINE, on the page of its area too, and the two direct debit systems whose
    // English names tell their lines; and the column called line on the page of data; nothing that is online.
    [
      ['LINE', 'line', 'ＬＩＮＥ'],
      'areas/public-relations data#citations data/kinds#line-link data/map_systems#line-link data/inventory#direct-debit-isdn data/inventory#direct-debit-lgwan',
    ],
    // The second meeting: the document made for it, its title page, and the page of sources; no 12回.
    [['第2回', '第２回'], 'sources#c-wt-title sources#d-wt-2024 sources#documents'],
    // Two letters of 上下水道, 下水処理, 下水道.
    [
      ['下水'],
      `areas/water-sewerage areas/water-sewerage#effects-title areas/water-sewerage#question-C2
       data/inventory#sewage-plant-monitoring data/inventory#sewerage-connections data/inventory#sewerage-ledger
       data/lost#effects-sewage-after data/lost#inventory-headings-water-environment systems#headings`,
    ],
    // The area, what is told on three of its questions, and the rows that name it.
    [
      ['口座振替'],
      `areas/account-transfer areas/account-transfer#question-C2 areas/account-transfer#question-N1
       areas/account-transfer#question-cost criteria#criterion-4
       data/criteria_applications#account-transfer-4-example data/criteria_applications#account-transfer-4-voice
       data/inventory#direct-debit-isdn data/inventory#direct-debit-lgwan data/inventory#direct-debit-registration
       sources#c-wt-inventory-sheet-2`,
    ],
    [
      ['RPA', 'rpa', 'ＲＰＡ'],
      `areas/automation areas/automation#question-C2 areas/automation#question-N1 data/kinds#rpa data/map_systems#rpa
       data/smart_report#measure-3 data/smart_report#measure-3-parts sources#c-tax-smart-measure-3 sources#c-tax-smart-measures`,
    ],
    // Both words in one place: what an operating cost is made of.
    [['共同調達 保守', '保守　共同調達'], 'evidence-gaps#gap-input-common'],
    // A short name printed on the map finds the two systems of the inventory it stands for.
    [
      ['マイナカード', 'まいなかーど'],
      `data/inventory#mynumber-card-management data/inventory#mynumber-card-photo
       data/map_systems#mynumber-card-management data/map_systems#mynumber-card-photo`,
    ],
    [
      ['図書館'],
      `areas/library areas/library#effects-title areas/library#question-N1 data/inventory#library-car-park
       data/inventory#library-unauthorised-removal data/inventory#library-visitors data/inventory_groups#library
       data/kinds#library data/lost#inventory-library-fragment data/map_systems#library
       data/map_systems#library-car-park data/map_systems#library-unauthorised-removal
       data/map_systems#library-visitors sources#c-wt-effects-lifelong-learning unknowns#resident-facilities`,
    ],
    [
      ['固定資産税'],
      `background/business-lists data/action_plan#survey-mic data/business_lists#layout-23-fixed-asset-tax
       data/business_lists#roadmap-16-fixed-asset-tax data/business_lists#standard-20-fixed-asset-tax
       data/inventory#tax-cashless data/inventory#tax-convenience-store data/inventory_groups#fixed-asset-tax
       data/layout_businesses#fixed-asset-tax data/roadmap#fy2020-survey-mic data/standard_businesses#fixed-asset-tax
       sources#c-tax-roadmap-fy2020-businesses systems#marks`,
    ],
    // A quotation with its brackets, in full and in half width.
    [['127(うち、標準化対象事務関連が16)', '１２７（うち、標準化対象事務関連が１６）'], 'sources#c-wt-inventory-total'],
    [['payback'], 'glossary#t-payback'],
    [['どこにもない語', '共通化 どこにもない語', '"共同調達 保守"', '　', '""'], ''],
  ],
  en: [
    [['きょうつうか'], 'glossary#t-commonisation'],
    [['電子契約'], 'areas/e-contract data/kinds#e-contract'],
    [['payback', 'PAYBACK'], 'glossary#t-payback process#parameter-deciding process#parameter-rates'],
    [['break-even', 'break‑even'], 'process#parameter-break-even'],
    [
      ['chat'],
      `areas/chatbot areas/chatbot#question-N1 areas/internal-communication areas/waste#effects-title
       areas/waste#question-N1 data/inventory#staff-chat data/kinds#business-chat data/kinds#chatbot
       data/map_systems#business-chat data/map_systems#chatbot funding/covid-regional-revitalisation`,
    ],
    [
      ['LGWAN'],
      `data/inventory#direct-debit-lgwan data/inventory#telework data/smart_report#measure-2-use evidence-gaps#gap-lgwan
       glossary#t-lgwan glossary#t-lgwan-asp sources#c-wt-inventory-sheet-2 unknowns#staff-network`,
    ],
    [['commonisational', 'ommonisation'], ''],
  ],
};

/** Queries whose results are compared with another program's only. */
const MORE = {
  ja: ['共通化', '税', '共同調達', 'システム 保守', 'の', '（', '第2回', '2020年6月', 'commonisation', 'joint procurement', '" の 情報"', 'さーばー', '㈱', '・', '4,786', '43'],
  en: ['commonisation', 'joint procurement', '"joint procurement"', 'a', 'cloud cost', 'きょうつうか', '図書館', 'site’s', "site's", 'RPA', '２０２０'],
};

for (const language of ['ja', 'en']) {
  test(`queries find exactly what they must: ${language}`, async () => {
    const opened = await open(browser, site(), HOME[language], WIDE);
    for (const [queries, expected] of EXPECTED[language]) {
      for (const query of queries) {
        const places = expected.split(/\s+/).filter(Boolean);
        assert.deepEqual((await found(opened.page, query)).sort(), places.sort(), query);
      }
    }
    assert.deepEqual(opened.troubles, []);
    await opened.context.close();
  });

  test(`no query finds more or less than the entries hold: ${language}`, async () => {
    const entries = published(language);
    const opened = await open(browser, site(), HOME[language], WIDE);
    const chosen = EXPECTED[language].flatMap(([queries]) => queries);
    const queries = [...chosen, ...MORE[language], ...pieces(entries, 40)];
    for (const query of queries) {
      assert.deepEqual((await found(opened.page, query)).sort(), holding(entries, query), query);
    }
    await opened.context.close();
  });
}

test('titles come before other names, and those before texts', async () => {
  const { context, page } = await open(browser, site(), HOME.ja, WIDE);
  const results = await found(page, '図書館');
  assert.equal(results[0], 'areas/library');
  const entries = new Map(published('ja').map((entry) => [entry.place, entry]));
  const rank = ({ title, names }) => (title.includes('図書館') ? 0 : names.join().includes('図書館') ? 1 : 2);
  const ranks = results.map((place) => rank(entries.get(place)));
  assert.ok(ranks.includes(0) && ranks.includes(2));
  assert.deepEqual(ranks, [...ranks].sort());
  await context.close();
});

// How it is used -------------------------------------------------------------------------------

test('a result says what it is and shows the words in their context', async () => {
  const opened = await open(browser, site(), HOME.ja, WIDE);
  await found(opened.page, '電子契約');
  const first = opened.page.locator('.search-results li').first();
  assert.equal(await first.locator('.chip').innerText(), '業務領域');
  assert.equal(await first.locator('mark').first().innerText(), '電子契約');
  const marks = await opened.page.locator('.search-results mark').allInnerTexts();
  assert.deepEqual(new Set(marks), new Set(['電子契約']));
  await found(opened.page, 'ぎょうせい');
  for (const mark of await opened.page.locator('.search-results mark').allInnerTexts()) {
    assert.match(mark, /^[ぎギ][ょョ][うウ][せセ][いイ]$/);
  }
  await opened.context.close();
});

/** Opens a site as it stands on a server. */
async function served(run) {
  const server = await serve(site());
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    await run(await context.newPage(), server.origin);
  } finally {
    await context.close();
    await server.close();
  }
}

async function fromDisk(run) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
  try {
    await run(await context.newPage(), `${pathToFileURL(site())}/`);
  } finally {
    await context.close();
  }
}

for (const [where, run] of [['the disk', fromDisk], ['a server', served]]) {
  describe(`from ${where}`, () => {
    test('the header leads from any page to results, which a reload and a step back keep', () =>
      run(async (page, root) => {
        await page.goto(`${root}areas/library/index.html`);
        await page.locator('.site-search input').focus();
        await page.keyboard.type('電子契約');
        await page.keyboard.press('Enter');
        await page.waitForURL(/search\/index\.html\?q=/);
        await settled(page);
        const expected = await places(page);
        assert.ok(expected.includes('areas/e-contract'));
        await page.reload();
        await settled(page);
        assert.deepEqual(await places(page), expected);
        await page.locator('.search-results a').first().click();
        await page.waitForURL(/areas\/e-contract/);
        await page.goBack();
        await settled(page);
        assert.equal(await page.inputValue('#search-words'), '電子契約');
        assert.deepEqual(await places(page), expected);
      }));

    test('nothing of the index is loaded before a query, and only what it needs after', () =>
      run(async (page, root) => {
        const asked = [];
        page.on('request', (request) => {
          const part = /search\/(?:ja|en)\/(\w+)\.js$/.exec(request.url());
          if (part) asked.push(part[1]);
        });
        await page.goto(`${root}${HOME.ja}`);
        await page.waitForLoadState('networkidle');
        assert.deepEqual(asked, []);
        await found(page, 'きょうつうか');
        assert.deepEqual(asked, ['index', 'term']);
        await found(page, 'どこにもない語');
        assert.deepEqual(asked, ['index', 'term']);
      }));
  });
}

test('words being typed are found without Enter, and a step back leads to those before', async () => {
  const { context, page } = await open(browser, site(), HOME.ja, WIDE);
  await found(page, '電子契約');
  await page.locator('#search-words').fill('');
  await page.locator('#search-words').pressSequentially('RPA', { delay: 20 });
  await page.waitForURL(/q=RPA/);
  await settled(page);
  assert.ok((await places(page)).includes('data/kinds#rpa'));
  await page.goBack();
  await page.waitForURL(/q=%E9/);
  await settled(page);
  assert.equal(await page.inputValue('#search-words'), '電子契約');
  await context.close();
});

test('everything is reached by keyboard, in order, and more results on demand', async () => {
  const { context, page } = await open(browser, site(), HOME.ja, WIDE);
  await page.locator('#search-words').focus();
  await page.keyboard.type('自治体');
  await page.keyboard.press('Enter');
  await settled(page);
  const count = published('ja').length && holding(published('ja'), '自治体').length;
  assert.equal(await page.locator('.search-results li').count(), 30);
  const at = () => page.evaluate(() => document.activeElement.closest('button, [type=radio], a')?.outerHTML ?? '');
  await page.keyboard.press('Tab');
  assert.match(await at(), /^<button type="submit">/);
  await page.keyboard.press('Tab');
  assert.match(await at(), /type="radio".*value=""/);
  await page.keyboard.press('Tab');
  const first = await page.locator('.search-results a').first().getAttribute('href');
  assert.ok((await at()).includes(`href="${first}"`));
  await page.locator('.search-more').focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.search-results li').count(), Math.min(60, count));
  const next = await page.locator('.search-results a').nth(30).getAttribute('href');
  assert.ok((await at()).includes(`href="${next}"`), 'the first of the new results has the focus');
  await context.close();
});

test('kinds narrow results down, with counts that add up, and stand in the address', async () => {
  const { context, page } = await open(browser, site(), HOME.ja, WIDE);
  await found(page, '自治体');
  const counts = await page.locator('.search-kinds label:visible .search-count').allInnerTexts();
  const [all, ...each] = counts.map(Number);
  assert.equal(each.reduce((sum, one) => sum + one), all);
  await page.locator('.search-kinds [value=term]').focus();
  await page.keyboard.press('Space');
  assert.deepEqual(new Set(await page.locator('.search-results .chip').allInnerTexts()), new Set(['用語']));
  assert.match(page.url(), /kind=term/);
  const shown = await places(page);
  await page.reload();
  await settled(page);
  assert.deepEqual(await places(page), shown);
  await context.close();
});

test('where nothing is found the page says so and helps on', async () => {
  const { context, page } = await open(browser, site(), HOME.en, WIDE);
  assert.deepEqual(await found(page, 'nowhere-at-all'), []);
  assert.match(await page.locator('.search-status').innerText(), /“nowhere-at-all” was not found/);
  await page.locator('.search-nothing a.search-across').click();
  await page.waitForURL(/search\/index\.html\?q=nowhere-at-all/);
  assert.equal(await page.locator('html').getAttribute('lang'), 'ja');
  await context.close();
});

test('without scripts the page leads to lists', async () => {
  const { context, page, troubles } = await open(browser, site(), `${HOME.ja}`, { ...WIDE, scripts: false });
  assert.ok(await page.locator('noscript .notice').isVisible());
  assert.ok(await page.locator('.search-form').isHidden());
  const ways = await page.locator('.search-ways a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (const way of ['areas', 'glossary', 'data']) assert.ok(ways.includes(`../${way}/index.html`));
  assert.deepEqual(troubles, []);
  await context.close();
});

test('results can be read by everybody, narrow and wide, light and dark', async () => {
  for (const language of ['ja', 'en']) {
    const { context, page, troubles } = await open(browser, site(), HOME[language], { width: 320 });
    await found(page, 'RPA');
    assert.ok((await page.locator('.search-results li').count()) > 1);
    assert.deepEqual([...(await accessibility(page)), ...(await width(page))], []);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual([...(await legibility(page)), ...(await width(page)), ...troubles], []);
    await context.close();
  }
});

test('letters fold as the program folds them', async () => {
  const lines = readFileSync(new URL('../folding.txt', import.meta.url), 'utf8').split('\n');
  const shown = (text) => text.replace(/\\u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(parseInt(code, 16)));
  const cases = lines.filter((line) => line.includes(' → ')).map((line) => line.split(' → ').map(shown));
  assert.ok(cases.length > 40);
  const { fold } = script();
  for (const [text, folded] of cases) assert.equal(fold(text).text, folded, text);
});

test('every pair of letters of the site stands in the index, folded as the program folds them', () => {
  const { fold, numbers } = script();
  for (const language of ['ja', 'en']) {
    const head = handed(language, 'index');
    const letters = [...head.grams];
    const expected = new Map();
    published(language).forEach((entry, number) => {
      for (const piece of [entry.title, ...entry.names, ...entry.text]) {
        const folded = [...fold(piece).text, '\n'];
        folded.slice(1).forEach((letter, at) => {
          const pair = folded[at] + letter;
          if (!expected.has(pair)) expected.set(pair, new Set());
          expected.get(pair).add(number);
        });
      }
    });
    const lists = head.lists.split(' ');
    assert.equal(lists.length, expected.size);
    lists.forEach((list, at) => {
      const pair = letters[2 * at] + letters[2 * at + 1];
      assert.equal(numbers(list).join(), [...(expected.get(pair) ?? [])].join(), pair);
    });
  }
});

// What tests are made with ---------------------------------------------------------------------

/** Asks for words, and gives the places that are found. */
async function found(page, query) {
  await page.fill('#search-words', query);
  await page.keyboard.press('Enter');
  await settled(page);
  await page.evaluate(() => {
    const more = document.querySelector('.search-more');
    while (more.checkVisibility()) more.click();
  });
  return places(page);
}

/** Waits until the results of the last question are shown. */
async function settled(page) {
  await page.waitForSelector('.search-results:not([aria-busy])', { state: 'attached' });
}

/** Where results lead: `areas/library`, `glossary#t-commonisation`. */
async function places(page) {
  const hrefs = await page.locator('.search-results a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  return hrefs.map(place);
}

function place(href) {
  return href.replace('../', '').replace(/\/?index\.html/, '');
}

function handed(language, name) {
  const text = readFileSync(path.join(site(), 'search', language, `${name}.js`), 'utf8');
  return JSON.parse(text.slice(`kyotsuSearch("${name}",`.length, -3));
}

/** Everything that can be found, in its order. */
function published(language) {
  const parts = handed(language, 'index').kinds;
  const files = readdirSync(path.join(site(), 'search', language));
  assert.equal(files.length, parts.length + 1);
  return parts.flatMap(([kind]) =>
    handed(language, kind).map(([title, , href, names, text]) => ({ kind, title, place: place(href), names, text })),
  );
}

/** Another program for the same: no index, no marks, every entry looked at. */
function holding(entries, query) {
  const plain = (text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[ァ-ヶ]/g, (letter) => String.fromCodePoint(letter.codePointAt(0) - 0x60))
      .replace(/[“”"]/g, '')
      .replace(/’/g, "'")
      .replace(/[‐-―−]/g, '-')
      .replace(/\s+/g, ' ')
      .replace(/(?<=[　-鿿]) | (?=[　-鿿])/g, '')
      .trim();
  const parts = query.normalize('NFKC').match(/"[^"]*"|[^\s"]+/g) ?? [];
  const words = parts.map(plain).filter(Boolean);
  const whole = words.map((word) => {
    const start = /^[a-z]/.test(word) ? '(?<![a-zà-ÿ])' : /^\d/.test(word) ? '(?<!\\d)' : '';
    const end = /\d$/.test(word) ? '(?!\\d)' : '';
    return new RegExp(start + word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + end);
  });
  const holds = ({ title, names, text }) => {
    const pieces = [title, ...names, ...text].map(plain);
    return words.length > 0 && whole.every((word) => pieces.some((piece) => word.test(piece)));
  };
  return entries.filter(holds).map((entry) => entry.place).sort();
}

/** Queries cut from the texts, the same every time. */
function pieces(entries, count) {
  let seed = 7;
  const next = (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const texts = entries.flatMap(({ title, names, text }) => [title, ...names, ...text]);
  return Array.from({ length: count }, () => {
    const text = texts[next(texts.length)];
    const start = next(text.length);
    return text.slice(start, start + 1 + next(8));
  });
}

/** The functions of the page's script, outside a page. */
function script() {
  const source = readFileSync(path.join(site(), 'assets', 'search.js'), 'utf8');
  const inside = source.slice(source.indexOf("'use strict';"), source.lastIndexOf('recall();'));
  const element = new Proxy(function () {}, {
    get: (_, name) => (name === Symbol.iterator ? [][Symbol.iterator].bind([]) : name === 'length' ? 0 : element),
    apply: () => element,
  });
  const world = { document: element, window: element, location: {}, history: {}, setTimeout, Array, Object };
  return vm.runInNewContext(`(function () { ${inside}; return { fold, numbers }; })()`, world);
}
