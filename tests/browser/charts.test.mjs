// Charts with scripts: going through their values, and saving them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { site } from './browser.mjs';
import { accessibility, legibility, unfold } from './checks.mjs';
import { WAYS, parsed, readers, saved, shifts } from './visit.mjs';

const AT_ONCE = { concurrency: 2 };
const PAGES = ['costs/index.html', 'procurement/index.html', 'background/index.html', 'cloud/index.html', 'en/costs/index.html', 'en/cloud/index.html'];

const { shared, seen } = readers();

/** The charts of a page that have values, with their tables as they are read. */
function charts(page) {
  return page.locator('figure.chart:has(.numbers)').evaluateAll((all) =>
    all.map((figure) => {
      const read = (cell) => {
        const copy = cell.cloneNode(true);
        copy.querySelectorAll('.chip, .cell-note').forEach((one) => one.remove());
        return copy.textContent.trim();
      };
      const cells = (row) => [...row.cells].map(read);
      const table = figure.querySelector('.numbers table');
      return { id: figure.id, heads: cells(table.tHead.rows[0]), rows: [...table.tBodies[0].rows].map(cells), cited: Boolean(table.querySelector('.cited')) };
    }),
  );
}

/** What is to be said of each value of a table: its row, its column where there are several, its unit. */
function sentences({ heads, rows, cited }, units, english) {
  const columns = heads.slice(1, cited ? -1 : undefined);
  return rows.flatMap(([name, ...cells]) => columns.map((head, at) => {
    const [, label, unit] = /^(.*?)(?:\s?[(（]([^()（）]*)[)）])?$/.exec(head);
    const known = units.includes(unit) ? [label, unit] : [head, ''];
    const number = /\d$/.test(cells[at]);
    const value = cells[at] + (number && known[1] ? (/^[a-z]/.test(known[1]) ? ' ' : '') + known[1] : '');
    const series = columns.length > 1 ? (english ? `, ${known[0]}` : `、${known[0]}`) : '';
    return `${name}${series}${english ? ': ' : '：'}${value}`;
  }));
}

describe('going through a chart', AT_ONCE, () => {
  for (const file of PAGES) {
    seen(`${file} says each number of its table, and no other`, file, async (page) => {
      const all = await charts(page);
      assert.ok(all.length > 0);
      for (const chart of all) {
        const figure = page.locator(`#${chart.id}`);
        const units = await figure.locator('.panel').evaluateAll((panels) => panels.map(({ dataset }) => dataset.unit).filter(Boolean));
        const drawing = figure.locator('.drawing');
        const count = chart.rows.length * (chart.heads.length - 1 - Number(chart.cited));
        await drawing.focus();
        const said = [];
        for (let at = 0; at < count; at += 1) {
          await page.keyboard.press(at === 0 ? 'Home' : 'ArrowRight');
          said.push(await figure.locator('[role=status]').first().innerText());
        }
        const expected = sentences(chart, units, file.startsWith('en/'));
        assert.deepEqual(said.toSorted(), expected.toSorted(), chart.id);
        await page.keyboard.press('ArrowRight');
        assert.equal(await figure.locator('[role=status]').first().innerText(), said.at(-1), 'it ends at the last');
      }
    });
  }

  seen('every key does what it says, and a ring shows where', 'costs/index.html', async (page) => {
    const figure = page.locator('#per-body-chart');
    const status = () => figure.locator('[role=status]').first().innerText();
    const [chart] = (await charts(page)).filter(({ id }) => id === 'per-body-chart');
    const expected = sentences(chart, ['億円'], false);
    await figure.locator('.drawing').focus();
    const keys = [['ArrowDown', 0], ['ArrowRight', 1], ['ArrowLeft', 0], ['ArrowUp', 0], ['End', 5], ['Home', 0], ['ArrowDown', 1]];
    for (const [key, at] of keys) {
      await page.keyboard.press(key);
      assert.equal(await status(), expected[at], key);
      const gap = await figure.evaluate((one, at) => {
        const box = (element) => element.getBoundingClientRect();
        const [ring, bar] = [box(one.querySelector('.ring.shown:last-child')), box(one.querySelector(`[data-at="0-${at}"] rect`))];
        return Math.max(Math.abs(ring.left - bar.left), Math.abs(ring.bottom - bar.bottom));
      }, at);
      assert.ok(gap < 12, `${gap}`);
    }
    await page.keyboard.press('Escape');
    assert.equal(await status(), '');
    assert.equal(await figure.locator('.ring.shown').count(), 0);
    assert.ok(await figure.locator('.chart-keys').isVisible());
    assert.equal(await figure.locator('.drawing, .drawing *').evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex >= 0).length), 1);
  });

  seen('a pointer says the same', 'costs/index.html', async (page) => {
    const figure = page.locator('#per-body-chart');
    const [chart] = (await charts(page)).filter(({ id }) => id === 'per-body-chart');
    await figure.locator('[data-at="0-2"] rect').hover();
    assert.equal(await figure.locator('[role=status]').first().innerText(), sentences(chart, ['億円'], false)[2]);
    await page.mouse.move(1, 1);
    assert.equal(await figure.locator('[role=status]').first().innerText(), '');
  });

  seen('it does not matter how the table is sorted', 'costs/index.html#per-body-chart-table?sort=-2', async (page) => {
    assert.equal(await page.locator('#per-body-chart [aria-sort=descending]').count(), 1);
    await page.locator('#per-body-chart .drawing').focus();
    await page.keyboard.press('Home');
    assert.equal(await page.locator('#per-body-chart [role=status]').first().innerText(), '2万人未満：0.6億円');
  });
});

describe('saving a chart', AT_ONCE, () => {
  for (const way of WAYS) {
    seen('a drawing stands for itself, light and with its source', 'costs/index.html', async (page) => {
      const figure = page.locator('#customisation-chart');
      const { name, bytes } = await saved(page, figure.locator('[data-save=svg]'));
      const text = bytes.toString('utf8');
      assert.equal(name, 'customisation-chart.svg');
      const outside = text.match(/(?:href|src|url\(|@import|var\(|class=|style=|data-|<script)[^>]*/g);
      assert.deepEqual(outside, null);
      const read = await page.evaluate((text) => {
        const sheet = new DOMParser().parseFromString(text, 'image/svg+xml');
        const texts = [...sheet.querySelectorAll('text')];
        return {
          fault: sheet.querySelector('parsererror')?.textContent ?? '',
          words: texts.map(({ textContent }) => textContent).join(''),
          grounds: sheet.querySelector('rect').getAttribute('fill'),
          values: [...document.querySelectorAll('#customisation-chart svg text')].map(({ textContent }) => textContent),
          title: document.querySelector('#customisation-chart .chart-title').textContent.trim(),
          source: document.querySelector('#customisation-chart > .source a').textContent,
          licence: document.querySelector('.imprint a').textContent,
          fills: [...new Set([...sheet.querySelectorAll('svg svg rect')].map((one) => one.getAttribute('fill')))],
          inks: [...new Set(texts.map((one) => one.getAttribute('fill') ?? sheet.documentElement.getAttribute('fill')))],
        };
      }, text);
      assert.equal(read.fault, '');
      assert.equal(read.grounds, 'rgb(255, 255, 255)');
      for (const words of [...read.values, read.title, read.source, read.licence]) assert.ok(read.words.includes(words), words);
      assert.ok(read.fills.length >= 3 && read.fills.every((fill) => /^rgb/.test(fill)), `${read.fills}`);
      const bright = read.inks.map((ink) => Number(/\d+/.exec(ink)[0])).filter((red) => red > 120);
      assert.ok(bright.every((red) => red === 255), `only what stands on a dark bar is white: ${read.inks}`);
      assert.equal(await page.locator('.chart-copy').count(), 0);
    }, { way, scheme: 'dark' });

    seen('a picture is twice as fine', 'costs/index.html', async (page) => {
      const figure = page.locator('#bands-chart');
      const { name, bytes } = await saved(page, figure.locator('[data-save=png]'));
      assert.equal(name, 'bands-chart.png');
      assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      const drawn = await figure.locator('svg').evaluate(({ viewBox }) => viewBox.baseVal.width);
      assert.equal(bytes.readUInt32BE(16), 2 * (drawn + 32));
      assert.ok(bytes.readUInt32BE(20) > 600 && bytes.length > 20000, `${bytes.length}`);
    }, { way });
  }

  seen('what is ringed is not saved so', 'costs/index.html', async (page) => {
    const figure = page.locator('#bands-chart');
    await figure.locator('[data-at="0-0"] rect').first().hover();
    const drawing = await figure.locator('svg rect:not(.ring)').count();
    const { bytes } = await saved(page, figure.locator('[data-save=svg]'));
    assert.equal(bytes.toString('utf8').match(/<rect/g).length, drawing + 1);
  });

  for (const file of PAGES) {
    seen(`${file} has the same numbers as files`, file, async (page) => {
      for (const chart of await charts(page)) {
        const href = await page.locator(`#${chart.id} .chart-files a`).getAttribute('href');
        const text = readFileSync(path.join(site(), path.dirname(file), href), 'utf8');
        assert.ok(text.startsWith('\ufeff'));
        const rows = parsed(text);
        const columns = chart.heads.slice(0, chart.cited ? -1 : undefined);
        const plain = (cell) => (/^-?[\d,]+(\.\d+)?$/.test(cell) ? cell.replaceAll(',', '') : cell);
        assert.deepEqual(rows.map((row) => columns.map((head) => row[head])), chart.rows.map((row) => row.slice(0, columns.length).map(plain)), chart.id);
      }
    });
  }
});

describe('everybody can use it', AT_ONCE, () => {
  for (const file of ['costs/index.html', 'en/cloud/index.html', 'process/index.html']) {
    seen(`${file} has no barrier`, file, async (page) => {
      await unfold(page);
      await page.locator('.drawing').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.setViewportSize({ width: 320, height: 900 });
      assert.deepEqual(await accessibility(page), []);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.deepEqual(await legibility(page), []);
    });

    for (const wide of [320, 1280]) {
      test(`${file} does not move when the script comes (${wide} px)`, async () => {
        const { moved, apart, troubles } = await shifts(shared.browser, file, 'charts.js', wide);
        assert.deepEqual(troubles, []);
        assert.ok(moved < 0.01 && apart < 1, `${moved}, ${apart} px`);
      });
    }
  }

  const SCHEMES = { light: {}, dark: { colorScheme: 'dark' }, 'forced colours': { forcedColors: 'active' }, paper: { media: 'print' } };
  for (const [name, scheme] of Object.entries(SCHEMES)) {
    seen(`series are told apart without their colours: ${name}`, 'cloud/index.html', async (page) => {
      await page.emulateMedia(scheme);
      const looks = await page.locator('#cloud-chart .legend').evaluate((legend) => {
        const swatches = [...legend.querySelectorAll('rect')];
        return swatches.map((swatch) => {
          const lines = swatch.nextElementSibling?.localName === 'path' ? swatch.nextElementSibling : null;
          const ink = lines ? getComputedStyle(lines).stroke : '';
          const ground = getComputedStyle(swatch).fill;
          // The slant of a line, whatever its place: from its first two points.
          const [x1, y1, x2, y2] = (lines?.getAttribute('d').match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
          const slant = lines ? [Math.sign(x2 - x1), Math.sign(y2 - y1)].join() : (Number(/\d+/.exec(ground)[0]) + Number(/\d+/.exec(ground.slice(7))?.[0] ?? 0) > 255 ? 'pale' : 'full');
          return { slant, seen: !lines || (ink !== 'none' && ink !== ground) };
        });
      });
      assert.ok(looks.length > 3);
      assert.ok(looks.every(({ seen }) => seen), 'lines have another colour than their ground');
      assert.equal(new Set(looks.map(({ slant }) => slant)).size, looks.length, JSON.stringify(looks));
    });
  }
});
