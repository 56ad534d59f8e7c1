// Tables with scripts: their order, what is left out, their sums, their addresses, what is saved.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { open, site } from './browser.mjs';
import { accessibility, legibility, unfold, width } from './checks.mjs';
import { WAYS, parsed, readers, saved, shifts } from './visit.mjs';

const AT_ONCE = { concurrency: 2 };
const ABSENT = ['', '-', '…', 'X'];

const { shared, seen } = readers();

/** The same from both, for what a browser allows the one and not always the other. */
function seenBoth(name, file, look, options) {
  for (const way of WAYS) seen(name, file, look, { ...options, way });
}

const data = (table) => parsed(readFileSync(path.join(site(), `data/${table}/${table}.csv`), 'utf8'));
const page = (table, language = '') => `${language}data/${table}/index.html`;
const order = (page) => page.locator('table.worked tbody tr:not([hidden])').evaluateAll((rows) => rows.map(({ id }) => id));
const field = (page) => page.locator('.table-filter input').first();
const head = (page, at) => page.locator('table.worked thead th').nth(at).locator('button');

/** A number as a whole number of millionths, so that nothing is lost. */
function millionths(text) {
  const [whole, fraction = ''] = text.replaceAll(',', '').split('.');
  return BigInt(whole + fraction.padEnd(6, '0'));
}

describe('an order', AT_ONCE, () => {
  const ja = new Intl.Collator('ja', { numeric: true });
  const en = new Intl.Collator('en', { numeric: true });
  const numbers = (one, other) => (millionths(one) < millionths(other) ? -1 : Number(millionths(one) > millionths(other)));
  const BANDS = ['under-50k', '50k-200k', '200k-up', 'all'];
  const bands = (one, other) => BANDS.indexOf(one) - BANDS.indexOf(other);
  const SORTED = [
    // Table, column of the page, column of the data, how its values compare.
    ['costs', 4, 'per_body_yen', numbers],
    ['costs', 2, 'total_yen', numbers],
    ['cloud', 4, 'share_percent', numbers],
    ['cloud', 1, 'band', bands],
    ['facts', 2, 'value', numbers],
    ['timeline', 1, 'date', (one, other) => (one < other ? -1 : Number(one > other)), 'en/'],
    ['glossary', 1, 'reading', ja.compare],
    ['glossary', 1, 'term_en', en.compare, 'en/'],
    ['inventory', 1, 'name_ja', ja.compare],
    ['citations', 0, 'id', ja.compare],
  ];
  for (const [table, at, column, compare, language = ''] of SORTED) {
    seen(`${language}${table} by ${column}`, page(table, language), async (page) => {
      const rows = data(table);
      const known = rows.filter((row) => !ABSENT.includes(row[column]));
      const absent = rows.filter((row) => ABSENT.includes(row[column]));
      const ids = (rows) => rows.map(({ id }) => id);
      const sorted = (way) => ids([...known.toSorted((a, b) => way * compare(a[column], b[column])), ...absent]);
      for (const [state, expected] of [['ascending', sorted(1)], ['descending', sorted(-1)], [null, ids(rows)]]) {
        await head(page, at).click();
        assert.deepEqual(await order(page), expected);
        assert.equal(await page.locator('table.worked thead th').nth(at).getAttribute('aria-sort'), state);
      }
    });
  }

  test('the tables hold what orders are tried on', () => {
    assert.ok(data('cloud').some(({ share_percent: share }) => ABSENT.includes(share)));
    assert.ok(new Set(data('timeline').map(({ date }) => date.length)).size > 1);
  });
});

describe('a filter', AT_ONCE, () => {
  const folded = (text) =>
    [...text.normalize('NFKC').toLowerCase()].map((one) => (one >= 'ァ' && one <= 'ヶ' ? String.fromCodePoint(one.codePointAt(0) - 96) : one)).join('');

  seen('folds case, width and kana, and tells what is left', page('inventory'), async (page) => {
    const plain = await open(shared.browser, site(), 'data/inventory/index.html', { width: 1280, scripts: false });
    const rows = await plain.page.locator('#inventory tbody tr').evaluateAll((all) => all.map(({ id, textContent }) => [id, textContent]));
    await plain.context.close();
    const holding = (word) => rows.filter(([, text]) => folded(text).includes(folded(word))).map(([id]) => id);
    const some = holding('ネットワーク');
    assert.ok(some.length > 0 && some.length < rows.length, `${some.length}`);
    for (const word of ['ネットワーク', 'ねっとわーく', 'ﾈｯﾄﾜｰｸ', ' ネットワーク ']) {
      await field(page).fill(word);
      assert.deepEqual(await order(page), some, word);
    }
    assert.equal(await page.locator('.table-status').innerText(), `${rows.length}行のうち${some.length}行を表示`);
    const both = holding('システム').filter((id) => holding('介護').includes(id));
    await field(page).fill('システム 介護');
    assert.deepEqual(await order(page), both);
    await field(page).fill('どこにもない語');
    assert.equal(await page.locator('.table-status').innerText(), '当てはまる行はありません');
    await field(page).fill('');
    assert.deepEqual(await order(page), rows.map(([id]) => id));
  });

  seen('finds numbers with and without commas', page('facts'), async (page) => {
    for (const number of ['127,907,086', '127907086', '１２７９０７０８６']) {
      await field(page).fill(number);
      assert.ok((await order(page)).length > 0, number);
    }
  });
});

describe('a sum', AT_ONCE, () => {
  const sum = (page) => page.locator('tfoot [data-sum]').allInnerTexts();

  seen('is of the rows shown, exact, and only where parts do not overlap', page('costs'), async (page) => {
    const oku = data('costs').reduce((all, row) => all + BigInt(row.total_yen), 0n) / 10n ** 8n;
    assert.deepEqual(await sum(page), [oku.toLocaleString('en')]);
    assert.match(await page.locator('tfoot th').innerText(), /表示中の行の合計/);
  });

  seen('follows the filter', 'cloud/index.html', async (page) => {
    assert.equal(await page.locator('tfoot').count(), 0);
    await page.goto(page.url().replace('cloud/', 'departments/'));
    await field(page).fill('教育');
    const cells = await page.locator('#departments tbody tr:not([hidden])').evaluateAll((rows) =>
      rows.map((row) => [...row.cells].slice(1).map((cell) => Number(cell.innerText))));
    assert.ok(cells.length > 0);
    const expected = [0, 1, 2].map((at) => String(cells.reduce((all, row) => all + row[at], 0)));
    assert.deepEqual(await sum(page), expected);
  });

  seen('says how many rows have a value, and that some are not sure', page('customisation'), async (page) => {
    assert.deepEqual(await sum(page), [data('customisation').reduce((all, row) => all + Number(row.bodies), 0).toLocaleString('en')]);
    await page.evaluate(() => {
      const [first, second] = document.querySelector('#customisation tbody').rows;
      first.cells[3].innerHTML = '<span class="absent">…</span>';
      second.cells[0].insertAdjacentHTML('beforeend', '<span class="chip-doubt">推定</span>');
    });
    await head(page, 1).click();
    assert.match((await sum(page))[0], /6行のうち5行に値あり/);
    assert.match(await page.locator('tfoot th').innerText(), /判読が不確かな行を含む/);
  });

  for (const table of ['kinds', 'prefecture_counts', 'cloud', 'facts']) {
    seen(`is not made of ${table}`, page(table), async (page) => assert.equal(await page.locator('tfoot').count(), 0));
  }
});

describe('an address', AT_ONCE, () => {
  seenBoth('keeps order and filter of two tables over a reload', 'background/index.html', async (page) => {
    await unfold(page);
    const ids = await page.locator('figure:has(.table-tools) table').evaluateAll((all) => all.map(({ id }) => id));
    assert.ok(ids.length > 1, `${ids}`);
    const [one, other] = ids;
    const figure = (id) => page.locator(`figure.table:has(#${id})`);
    await figure(one).locator('thead button').nth(0).click();
    await figure(one).locator('thead button').nth(0).click();
    await figure(other).locator('.table-filter input').fill('1');
    const shown = async () => Promise.all(ids.map((id) => page.locator(`#${id} tbody tr:not([hidden])`).allTextContents()));
    const before = await shown();
    assert.match(new URL(page.url()).hash, new RegExp(`^#${one}\\?sort=-1;${other}\\?q=1$`));
    await page.reload();
    assert.deepEqual(await shown(), before);
    assert.equal(await figure(other).locator('.table-filter input').inputValue(), '1');
    await page.evaluate((id) => (location.hash = `#${id}?sort=2`), one);
    await page.waitForTimeout(50);
    assert.equal(await figure(one).locator('[aria-sort]').count(), 1);
    assert.equal(await figure(other).locator('.table-filter input').inputValue(), '');
  });

  seen('that nobody could have made does no harm', `${page('cloud')}#cloud?sort=99&q=%E0%A4%A;x?y?z`, async (page) => {
    assert.equal(await page.locator('[aria-sort]').count(), 0);
  });

  seenBoth('of a row shows it, though it was left out', page('cloud'), async (page) => {
    const { id } = data('cloud').at(-1);
    await field(page).fill('どこにもない語');
    await page.evaluate((id) => (location.hash = id), id);
    await page.waitForTimeout(100);
    assert.ok(await page.locator(`tr[id="${id}"]`).isVisible());
    assert.equal(await field(page).inputValue(), '');
  });

  seenBoth('of a row is copied by keyboard, with one stop for all rows', page('cloud'), async (page, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const ids = data('cloud').map(({ id }) => id);
    assert.equal(await page.locator('.row-copy[tabindex="0"]').count(), 1);
    await page.locator('.row-copy[tabindex="0"]').focus();
    for (const [key, id] of [['ArrowDown', ids[1]], ['End', ids.at(-1)], ['ArrowUp', ids.at(-2)], ['Home', ids[0]], ['ArrowUp', ids[0]]]) {
      await page.keyboard.press(key);
      assert.equal(await page.evaluate(() => document.activeElement.closest('tr').id), id, key);
    }
    await page.keyboard.press('End');
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement));
    assert.ok(ring.outlineStyle !== 'none' && ring.opacity === '1');
    await page.keyboard.press('Enter');
    await page.getByText('リンクをコピーしました。').waitFor();
    const address = await page.evaluate(() => window.copied);
    assert.equal(address, `${page.url().split('#')[0]}#${ids.at(-1)}`);
  }, {
    // All pages of a machine share its clipboard; so what was written is kept beside it.
    before: (page) => page.addInitScript(() => {
      const write = navigator.clipboard.writeText.bind(navigator.clipboard);
      navigator.clipboard.writeText = (text) => write((window.copied = text));
    }),
  });

  const withoutClipboard = (page) =>
    page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  seenBoth('of a row lies ready where it cannot be copied', page('costs'), async (page) => {
    const copy = page.locator('.row-copy').nth(1);
    await copy.focus();
    await page.keyboard.press('Enter');
    const chosen = await page.evaluate(() => String(document.activeElement.value).slice(document.activeElement.selectionStart, document.activeElement.selectionEnd));
    assert.equal(chosen, `${page.url()}#${data('costs')[1].id}`);
    await page.keyboard.press('Escape');
    assert.ok(await copy.evaluate((one) => one === document.activeElement));
    assert.ok(await page.locator('.table-copied input').isHidden());
  }, { before: withoutClipboard });
});

describe('what is saved', AT_ONCE, () => {
  seenBoth('is what is shown, as a spreadsheet reads it', page('cloud'), async (page) => {
    await field(page).fill('推定');
    await head(page, 3).click();
    await head(page, 3).click();
    await page.evaluate(() => {
      document.querySelector('tbody tr:not([hidden])').cells[2].textContent = '=SUM("A1",1)';
    });
    const { name, bytes } = await saved(page, page.locator('.table-save'));
    const text = bytes.toString('utf8');
    assert.equal(name, 'cloud.csv');
    assert.ok(text.startsWith('\ufeff') && text.endsWith('\r\n'));
    const shown = data('cloud').filter(({ confidence }) => confidence === 'inferred').sort((a, b) => b.bodies - a.bodies);
    const rows = parsed(text);
    assert.deepEqual(Object.keys(rows[0]).slice(0, 5), ['ID', '人口規模', '区分', '団体数（団体）', '割合（%）']);
    assert.deepEqual(rows.map((row) => [row.ID, row['団体数（団体）']]), shown.map(({ id, bodies }) => [id, bodies]));
    assert.equal(rows[0]['区分'], `'=SUM("A1",1)`);
    assert.ok(rows.every((row) => row['備考'].startsWith('推定') && /^\d+行$/.test(row['出典'])));
    const mark = (share) => share.replace('-', '–');
    assert.deepEqual(rows.map((row) => row['割合（%）']), shown.map((row) => mark(row.share_percent)));
    assert.ok(shown.some((row) => row.share_percent === ''), 'an absent value is among them');
  });

  seen('has numbers without commas', page('facts'), async (page) => {
    const rows = parsed((await saved(page, page.locator('.table-save'))).bytes.toString('utf8'));
    assert.deepEqual(rows.map((row) => row['値']), data('facts').map(({ value }) => value));
  });
});

describe('everybody can use it', AT_ONCE, () => {
  seen('keys reach everything, in the order it stands there', page('costs'), async (page) => {
    const places = await page.evaluate(() => {
      const inside = document.querySelector('figure.table');
      const all = [...inside.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')];
      return all.filter((one) => one.tabIndex >= 0 && one.checkVisibility()).map((one) => (one.dataset.place = [...document.querySelectorAll('*')].indexOf(one)));
    });
    await page.locator('figure.table').evaluate((figure) => {
      const start = document.createElement('a');
      start.href = '#';
      figure.before(start);
      start.focus();
    });
    const reached = [];
    for (let at = 0; at < places.length; at += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 ? Number(document.activeElement.dataset.place) : 'no ring';
      }));
    }
    assert.deepEqual(reached, places);
  });

  for (const file of [page('cloud'), page('judgements', 'en/'), 'cloud/index.html', 'en/departments/index.html', 'systems/index.html']) {
    seen(`${file} has no barrier, sorted and filtered`, file, async (page) => {
      await unfold(page);
      const figure = page.locator('figure.table:has(.table-tools)').first();
      await figure.locator('thead button').first().click();
      await figure.locator('.table-filter input').fill('a');
      for (const [wide, scheme] of [[320, 'light'], [1280, 'dark']]) {
        await page.setViewportSize({ width: wide, height: 900 });
        await page.emulateMedia({ colorScheme: scheme });
        assert.deepEqual(await width(page), []);
        // A policy keeps the checker itself out of a served page.
        if (!page.url().startsWith('file:')) continue;
        assert.deepEqual(await (wide === 320 ? accessibility : legibility)(page), []);
      }
    });
  }

  for (const file of [page('costs'), page('cloud', 'en/'), 'departments/index.html', 'background/index.html']) {
    for (const wide of [320, 1280]) {
      test(`${file} does not move when the script comes (${wide} px)`, async () => {
        const { moved, apart, troubles } = await shifts(shared.browser, file, 'tables.js', wide);
        assert.deepEqual(troubles, []);
        assert.ok(moved < 0.01 && apart < 1, `${moved}, ${apart} px`);
      });
    }
  }

  test('without scripts all rows stand there and no room is kept', async () => {
    const { page: plain, context } = await open(shared.browser, site(), 'data/costs/index.html', { width: 1280, scripts: false });
    assert.equal(await plain.locator('tbody tr:visible').count() > 5, true);
    assert.equal(await plain.locator('tfoot:visible').count(), 0);
    const rooms = await plain.locator('.table-tools, .table-ends').evaluateAll((all) => all.map((one) => one.offsetHeight));
    assert.deepEqual([...new Set(rooms)], [0]);
    await context.close();
  });

  seen('paper has the rows of the screen, and says what is left out', page('cloud'), async (page) => {
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('.table-status').isHidden());
    await page.emulateMedia({ media: 'screen' });
    await field(page).fill('推定');
    const shown = await order(page);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('.table-status').isVisible());
    assert.match(await page.locator('.table-status').innerText(), new RegExp(`うち${shown.length}行`));
    assert.ok(await page.locator('.table-save').isHidden());
  });
});
