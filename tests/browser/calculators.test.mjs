// The calculators in a browser, opened from a folder: what they show, say, keep and refuse.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, site } from './browser.mjs';
import { byHand, enter, field, inputs, LANGUAGES, putOut, reading, settled, shown, unbound, values, written } from './calculator.mjs';
import { accessibility, legibility, unfold, width } from './checks.mjs';
import { sheets } from './pdf.mjs';
import { visit } from './visit.mjs';

const WIDTHS = [360, 1280];
const { ja } = LANGUAGES;
// On a machine with two cores, two pages at a time.
const AT_ONCE = { concurrency: 2 };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A test on one page that also sees no message of the console and no request. */
function seen(name, file, use, options) {
  test(name, async () => assert.deepEqual(await visit(browser, file, use, options), []));
}

const status = (page, id = 'what-if') => page.locator(`#${id}-status`);
const told = (page, words, id) => status(page, id).filter({ hasText: words }).waitFor();
const address = (page) => page.evaluate(() => decodeURIComponent(location.hash));

describe('before anything is changed', AT_ONCE, () => {
  for (const [language, { whatIf, sharing, updated, withoutScript }] of Object.entries(LANGUAGES)) {
    for (const [file, id, least, first] of [
      [whatIf, 'what-if', 250, 'horizon'],
      [sharing, 'sharing', 4, 'total'],
    ]) {
      test(`${language}: ${id} stands without scripts and comes to the same with them`, async () => {
        const plain = {};
        const troubles = await visit(browser, file, async (page) => {
          plain.reading = await reading(page);
          assert.ok(await page.locator('[data-without-script]').filter({ hasText: withoutScript }).isVisible());
          assert.ok(await page.locator(`form#${id} fieldset`).first().evaluate((set) => set.disabled));
        }, { scripts: false });
        troubles.push(...(await visit(browser, file, async (page) => {
          assert.deepEqual(await reading(page), plain.reading);
          const places = await values(page);
          assert.ok(places.length >= least, `${places.length} values`);
          assert.ok(places.every(([place, words]) => place && !place.includes('*') && words !== ''));
          assert.deepEqual(await unbound(page), []);
          await putOut(page);
          assert.notDeepEqual(await reading(page), plain.reading);
          const begun = await inputs(page);
          assert.equal(await page.locator('[data-without-script]').isVisible(), false);
          await field(page, first).press('End');
          await field(page, first).pressSequentially(' ');
          await field(page, first).blur();
          await told(page, updated, id);
          assert.deepEqual(await reading(page), plain.reading);
          assert.deepEqual(await values(page), places);
          assert.deepEqual(await inputs(page), begun);
          assert.equal(await address(page), '');
        })));
        assert.deepEqual(troubles, []);
      });
    }
  }
});

describe('the what-if page computes', AT_ONCE, () => {
  const MILLION = 1000000n;
  const bodies = 10n;

  /** One band of ten bodies with everything else at nought. */
  const single = (cost, gain) => {
    const amounts = { 'systems': cost, 'coordination': 0n, 'fixed': 0n, 'bands.0.migration': 0n };
    for (const span of [0, 1]) {
      const at = `bands.0.spans.${span}`;
      amounts[`${at}.present`] = gain / bodies;
      for (const name of ['common', 'benefit']) amounts[`${at}.${name}`] = 0n;
    }
    return { ...bandsOf(bodies), ...bothEnds(amounts) };
  };

  const bandsOf = (first) => ({ 'bands.0.bodies': `${first}`, 'bands.1.bodies': '0', 'bands.2.bodies': '0' });

  const bothEnds = (amounts) => {
    const ends = {};
    for (const span of [0, 1]) {
      for (const end of ['low', 'high']) ends[`bands.0.spans.${span}.adoption.${end}`] = '100';
    }
    for (const [name, yen] of Object.entries(amounts)) {
      for (const end of ['low', 'high']) ends[`${name}.${end}`] = `${yen}`;
    }
    return ends;
  };

  // Cost and yearly gain in millions: years of payback at 0 % and at 4 %, what is left at 4 %.
  for (const [cost, gain, plain, discounted, left] of [
    [1000n, 250n, '4.0000', '4.4503', '1,027,723,945'],
    [1000n, 150n, '6.6667', '7.9096', '216,634,367'],
    [1000n, 100n, '10.0000', '期間内に回収できない', '−188,910,422'],
    [1000n, 90n, '期間内に回収できない', '期間内に回収できない', '−270,019,380'],
  ]) {
    seen(`a cost of ${cost} and ${gain} a year`, ja.whatIf, async (page) => {
      await enter(page, single(cost * MILLION, gain * MILLION));
      const all = { cost: cost * MILLION, gain: gain * MILLION, years: 10, each: (gain / bodies) * MILLION };
      const expected = [0, 400].map((rate) => byHand({ ...all, rate }));
      assert.deepEqual(expected.map(({ payback }) => payback ?? '期間内に回収できない'), [plain, discounted]);
      assert.equal(written(expected[1].npv), left);
      assert.equal(await shown(page, 'cost.total'), written(cost * MILLION));
      assert.equal(await shown(page, 'effect.deciding.total'), written(10n * gain * MILLION));
      for (const [at, one] of [[2, expected[0]], [3, expected[1]]]) {
        for (const end of ['earliest', 'latest']) {
          assert.equal(await shown(page, `payback.${at}.${end}`), one.payback ?? '期間内に回収できない');
        }
        assert.equal(await shown(page, `npv.${at}.value`), written(one.npv));
        const enough = one.bodies <= bodies ? written(one.bodies) : '全団体でも届かない';
        assert.equal(await shown(page, `break_even.${at - 2}`), enough);
      }
    });
  }

  for (const [move, plain, discounted] of [[0n, 180n, 208n], [5n, 360n, 543n]]) {
    seen(`how many bodies it takes when each pays ${move} to move`, ja.whatIf, async (page) => {
      const amounts = { coordination: 1200n, systems: 0n, fixed: 60n, 'bands.0.migration': move };
      for (const span of [0, 1]) {
        amounts[`bands.0.spans.${span}.present`] = 1n;
        amounts[`bands.0.spans.${span}.common`] = 0n;
        amounts[`bands.0.spans.${span}.benefit`] = 0n;
      }
      await enter(page, { ...bandsOf(1000n), ...bothEnds(amounts) });
      const all = { cost: 1200n, gain: 0n, years: 10, each: 1n, fixed: 60n, move };
      const expected = [0, 400].map((rate) => byHand({ ...all, rate }).bodies);
      assert.deepEqual(expected, [plain, discounted]);
      for (const at of [0, 1]) assert.equal(await shown(page, `break_even.${at}`), written(expected[at]));
    });
  }

  seen('the panel and every table follow the horizon and the rate', ja.whatIf, async (page) => {
    await enter(page, { horizon: '３', rate: '2.5%' });
    assert.match(await page.locator('#outcome').innerText(), /3年間/);
    assert.equal(await page.locator('[data-rows="years"] > tr').count(), 3);
    assert.equal(await page.locator('[data-rows="bands.0.years"] > tr').count(), 3);
    assert.equal(await page.locator('[data-rows="effect"] > tr').count(), 1);
    assert.match(await page.locator('.outcomes dl').innerText(), /割引率2\.5％/);
    assert.match(await page.locator('.scenarios thead').innerText(), /割引率2\.5％/);
  });

  seen('a change that turns a result is marked, and no other', ja.whatIf, async (page) => {
    await enter(page, { 'systems.low': '0', 'systems.high': '0', rate: '0' });
    const rows = await page.locator('[data-rows="scenarios"] > tr').evaluateAll((all) =>
      all.map((row) => {
        const flips = row.querySelector('[data-value$=".flips"]').textContent;
        const states = [...row.querySelectorAll('[data-base]')];
        const unlike = states.map((state) => {
          const base = document.querySelector(`[data-value="${state.dataset.base}"]`);
          return state.textContent !== base.textContent;
        });
        return { flips, unlike, turned: states.map((state) => 'turned' in state.dataset) };
      }),
    );
    for (const { unlike, turned, flips } of rows) {
      assert.deepEqual(turned, unlike);
      assert.equal(flips === 'なし', !turned.includes(true), flips);
    }
    assert.equal(new Set(rows.map(({ flips }) => flips === 'なし')).size, 2);
  });

  seen('a burden and a withheld band are told only where they are', ja.whatIf, async (page) => {
    const burdens = () => page.locator('.burdens li:visible').allInnerTexts();
    const withheld = page.locator('.live-bands [data-when="bands.2.suppressed=true"]');
    assert.deepEqual(await burdens(), ['小規模 全体では効果あり・この規模では負担増']);
    assert.equal(await withheld.isVisible(), false);
    await enter(page, { 'bands.0.spans.0.common.high': '0', 'bands.0.spans.1.common.high': '0',
      'bands.0.spans.0.common.low': '0', 'bands.0.spans.1.common.low': '0', 'bands.2.bodies': '1' });
    assert.deepEqual(await burdens(), []);
    assert.equal(await withheld.isVisible(), true);
    assert.equal(await page.locator('[data-rows="bands.2.years"] > tr').count(), 0);
  });
});

describe('the address keeps what was entered', AT_ONCE, () => {
  seen('it survives a reload and an edited address; reset restores', ja.whatIf, async (page) => {
    const first = [await values(page), await inputs(page)];
    await enter(page, { rate: '2', 'coordination.high': '', 'bands.0.spans.0.benefit.low': '△１，２００' });
    const hash = '#what-if?rate=2&coordination.high=&bands.0.spans.0.benefit.low=-1200';
    assert.equal(await address(page), hash);
    const changed = [await values(page), await inputs(page)];
    assert.notDeepEqual(changed, first);
    await page.reload();
    await settled(page);
    assert.deepEqual([await values(page), await inputs(page)], changed);
    assert.ok(await field(page, 'bands.0.spans.0.benefit.low').isVisible(), 'a changed field is not folded away');
    await page.evaluate(() => {
      location.hash = '#what-if?horizon=7';
    });
    await settled(page);
    assert.equal(await page.locator('[data-rows="years"] > tr').count(), 7);
    assert.equal(await field(page, 'rate').inputValue(), '4');
    await page.locator('[data-reset]').click();
    await settled(page);
    assert.deepEqual([await values(page), await inputs(page)], first);
    assert.equal(await address(page), '');
  });

  seen('rows that were added are kept as well', ja.sharing, async (page) => {
    const first = [await values(page), await inputs(page)];
    await page.locator('[data-add]').click();
    await enter(page, { 'bodies.3.name': 'D村', 'bodies.3.population': '１，０００' });
    const changed = [await values(page), await inputs(page)];
    assert.equal(await address(page), '#sharing?rows=4&bodies.3.code=04&bodies.3.name=D村&bodies.3.population=1000');
    await page.reload();
    await settled(page);
    assert.deepEqual([await values(page), await inputs(page)], changed);
    await page.locator('[data-reset]').click();
    await settled(page);
    assert.deepEqual([await values(page), await inputs(page)], first);
  });
});

describe('wrong input', AT_ONCE, () => {
  const WRONG = [
    ['systems.high', '1', ['systems.low', 'systems.high'], /下限以上/],
    ['rate', '4.123', ['rate'], /小数2桁/],
    ['horizon', '61', ['horizon'], /60まで/],
    ['bands.2.bodies', '1.5', ['bands.2.bodies'], /100,000まで/],
    ['bands.1.migration.low', '-1', ['bands.1.migration.low'], /0以上/],
    ['bands.1.spans.0.adoption.high', '', ['bands.1.spans.0.adoption.high'], /0から100/],
    ['fixed.low', 'たくさん', ['fixed.low'], /円の整数/],
    ['coordination.high', '9'.repeat(16), ['coordination.high'], /1,000兆円/],
  ];

  seen('is told beside the field; the results are kept and said to be old', ja.whatIf, async (page) => {
    const first = await values(page);
    const old = page.locator('[data-stale-note]');
    assert.deepEqual(await Promise.all((await old.all()).map((note) => note.isVisible())), [false, false]);
    for (const [name, text, , message] of WRONG) {
      const right = await field(page, name).inputValue();
      await enter(page, { [name]: text });
      const names = WRONG.find(([one]) => one === name)[2];
      for (const one of names) {
        assert.equal(await field(page, one).getAttribute('aria-invalid'), 'true', one);
        const described = await field(page, one).getAttribute('aria-describedby');
        const note = page.locator(`[id="${described}"]`);
        assert.match(await note.textContent(), message);
        assert.ok(await note.isVisible());
        assert.ok(await field(page, one).evaluate((input, id) => input.closest('.fields > *').contains(document.getElementById(id)), described));
      }
      assert.equal(await page.locator('[aria-invalid]').count(), names.length);
      assert.deepEqual(await values(page), first);
      assert.deepEqual(await Promise.all((await old.all()).map((note) => note.isVisible())), [true, true]);
      assert.equal(await address(page), '');
      await told(page, '直す必要のある入力が1か所');
      await enter(page, { [name]: right });
      assert.equal(await page.locator('[aria-invalid], .field-error, [data-stale]').count(), 0);
      assert.equal(await field(page, name).getAttribute('aria-describedby'), null);
    }
    assert.deepEqual(await Promise.all((await old.all()).map((note) => note.isVisible())), [false, false]);
  });

  seen('that came in the address is told where it is folded away', ja.whatIf, async (page) => {
    await page.evaluate(() => {
      location.hash = '#what-if?bands.1.spans.1.common.low=x';
    });
    await settled(page);
    assert.ok(await page.locator('.field-error').isVisible());
    assert.equal(await page.locator('[data-stale]').count(), 2);
  });

  seen('full-width digits, separators and signs are understood', ja.whatIf, async (page) => {
    await enter(page, { 'systems.low': '１，０００，０００，０００', 'systems.high': '１０００００００００円',
      'fixed.low': '▲５', 'fixed.high': '－ 3', rate: '２．５％', 'bands.0.bodies': '６００' });
    assert.equal(await page.locator('[aria-invalid]').count(), 0);
    assert.equal(await shown(page, 'cost.systems'), '1,000,000,000');
    assert.equal(await address(page), '#what-if?rate=2.5&systems.low=1000000000&systems.high=1000000000&fixed.low=-5&fixed.high=-3');
    assert.equal(await field(page, 'fixed.low').inputValue(), '−5');
  });

  seen('of a share is told as well', ja.sharing, async (page) => {
    const first = await values(page);
    for (const [name, text, message, invalid] of [
      ['weights.0', '0.4', /和を1に/, 3],
      ['weights.1', '半分', /小数/, 1],
      ['total', '-1', /0以上/, 1],
      ['bodies.1.code', 'a', /同じコード/, 1],
      ['bodies.1.code', '', /コードを入力/, 1],
      ['bodies.2.use', '少し', /0以上/, 1],
    ]) {
      const right = await field(page, name).inputValue();
      await enter(page, { [name]: text });
      assert.match(await page.locator('.field-error').innerText(), message);
      assert.equal(await page.locator('[aria-invalid="true"]').count(), invalid, name);
      assert.ok(await page.locator('[data-stale-note]').isVisible());
      assert.deepEqual(await values(page), first);
      await enter(page, { [name]: right });
      assert.equal(await page.locator('.field-error, [data-stale]').count(), 0);
    }
  });
});

describe('a reader with a keyboard', AT_ONCE, () => {
  for (const [name, file, id] of [['what-if', ja.whatIf, 'what-if'], ['sharing', ja.sharing, 'sharing']]) {
    for (const width of WIDTHS) {
      seen(`reaches every field of ${name} at ${width} px, in the order they are seen`, file, async (page) => {
        const reached = await tabbed(page, id);
        const expected = await page.evaluate((id) =>
          [...document.getElementById(id).querySelectorAll('input, select, button, summary')]
            .filter((one) => !one.disabled && !one.closest('[hidden]'))
            .map((one, at) => one.id || `${one.localName} ${at}`), id);
        assert.deepEqual(reached.map(({ at }) => at), expected);
        for (const [at, { top, left, ring, size }] of reached.entries()) {
          assert.ok(ring, `${expected[at]} shows no focus`);
          assert.ok(size >= 24, `${expected[at]} is ${size} px`);
          const last = reached[at - 1];
          const follows = !last || top > last.top + 8 || (top > last.top - 8 && left > last.left);
          assert.ok(follows, `${expected[at]} stands before ${expected[at - 1]}`);
        }
      }, { width });
    }
  }

  /** Goes through a form by the tabulator, opening what is folded, and says where everything was. */
  async function tabbed(page, id) {
    await page.evaluate((id) => {
      const before = document.createElement('a');
      before.href = '#';
      document.getElementById(id).before(before);
      before.focus();
    }, id);
    const rings = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const now = await page.evaluate((id) => {
        const one = document.activeElement;
        if (!document.getElementById(id).contains(one)) return 'outside';
        if (one.matches('[role="region"], a')) return 'passing';
        const style = getComputedStyle(one);
        (window.reached ??= []).push(one);
        return { ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2, shut: one.matches('details:not([open]) > summary') };
      }, id);
      if (now === 'outside') break;
      if (now === 'passing') continue;
      rings.push(now.ring);
      if (now.shut) await page.keyboard.press('Enter');
    }
    const places = await page.evaluate((id) => {
      const all = [...document.getElementById(id).querySelectorAll('input, select, button, summary')]
        .filter((one) => !one.disabled && !one.closest('[hidden]'));
      return window.reached.map((one) => {
        const { top, left, width, height } = one.getBoundingClientRect();
        return { at: one.id || `${one.localName} ${all.indexOf(one)}`, top: top + scrollY, left, size: Math.min(width, height) };
      });
    }, id);
    return places.map((place, at) => ({ ...place, ring: rings[at] }));
  }
});

describe('everybody can read it', AT_ONCE, () => {
  const STATES = {
    'as it is': async () => {},
    changed: (page) => enter(page, { rate: '2', 'coordination.high': '', 'bands.1.bodies': '1' }),
    wrong: (page) => enter(page, { rate: 'x', 'bands.1.spans.0.adoption.low': '101', 'systems.high': '1' }),
  };
  const SHARES = {
    'as it is': async () => {},
    changed: async (page) => {
      await page.locator('[data-add]').click();
      await settled(page);
    },
    wrong: (page) => enter(page, { total: 'x', 'bodies.0.code': '', 'bodies.1.population': '-1' }),
  };
  // Other languages, and both as they are without scripts, are seen with all pages.
  for (const [file, states] of [[ja.whatIf, STATES], [ja.sharing, SHARES]]) {
    for (const [name, change] of Object.entries(states)) {
      seen(`${file} ${name}`, file, async (page) => {
        await change(page);
        for (const [wide, check] of [[320, width], [360, accessibility], [1280, legibility]]) {
          await page.setViewportSize({ width: wide, height: 900 });
          for (const open of [false, true]) {
            await unfold(page, open);
            assert.deepEqual(await width(page), [], `${wide} px`);
          }
          assert.deepEqual(await check(page), [], `${wide} px`);
        }
      });
    }
  }

  seen('the main results are in sight while any field is changed', ja.whatIf, async (page) => {
    await unfold(page);
    const names = await page.locator('#what-if .fields > :not([hidden]) input').evaluateAll((all) => all.map(({ name }) => name));
    for (const name of [names[0], names[20], names.at(-1)]) {
      await field(page, name).evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
      for (const state of await page.locator('.outcomes .state').all()) {
        const { y, height } = await state.boundingBox();
        assert.ok(y >= 0 && y + height <= 900, `${name}: ${y}`);
      }
    }
  });

  seen('on a telephone they come first and the bands are folded', ja.whatIf, async (page) => {
    const top = (selector) => page.locator(selector).first().evaluate((one) => one.getBoundingClientRect().top);
    assert.ok((await top('.outcomes')) < (await top('#what-if')));
    assert.equal(await page.locator('.bands > [open]').count(), 0);
    assert.equal(await page.locator('.years[open]').count(), 0);
  }, { width: 360 });
});

describe('sharing a cost', AT_ONCE, () => {
  const shares = (page) => page.locator('[data-value^="shares."]').allInnerTexts();
  const yen = (text) => BigInt(text.replaceAll(',', ''));

  seen('comes to the checked values', ja.sharing, async (page) => {
    assert.deepEqual(await shares(page), ['1,281,214', '2,750,578', '5,968,208']);
  });

  seen('adds up to the total, whatever it is', ja.sharing, async (page) => {
    for (const total of ['0', '1', '2', '9999999', '1000000000000000']) {
      await enter(page, { total });
      const all = (await shares(page)).map(yen);
      assert.equal(all.reduce((sum, one) => sum + one, 0n), BigInt(total));
      assert.equal(await shown(page, 'total'), written(BigInt(total)));
    }
  });

  seen('takes bodies in and lets them go', ja.sharing, async (page) => {
    await enter(page, { 'weights.0': '1', 'weights.1': '0', 'weights.2': '0', total: '12' });
    assert.deepEqual(await shares(page), ['4', '4', '4']);
    await page.locator('[data-add]').click();
    await settled(page);
    assert.deepEqual(await shares(page), ['3', '3', '3', '3']);
    assert.equal(await page.evaluate(() => document.activeElement.name), 'bodies.3.name');
    await enter(page, { 'bodies.3.name': 'D村' });
    for (const left of [3, 2, 1]) {
      await page.locator('[data-remove]').first().click();
      await settled(page);
      assert.deepEqual(await shares(page), Array(left).fill(String(12 / left)));
      assert.equal(await field(page, `bodies.${left - 1}.name`).inputValue(), 'D村');
    }
    assert.ok(await page.locator('[data-remove]').first().isDisabled());
    assert.equal(await page.locator('[aria-invalid]').count(), 0);
  });

  seen('gives what is left over by code where remainders are equal', ja.sharing, async (page) => {
    await enter(page, { 'weights.0': '1', 'weights.1': '0', 'weights.2': '0', total: '1' });
    assert.deepEqual(await shares(page), ['1', '0', '0']);
    await enter(page, { 'bodies.2.code': '0' });
    assert.deepEqual(await shares(page), ['0', '0', '1']);
    await enter(page, { total: '2' });
    assert.deepEqual(await shares(page), ['1', '0', '1']);
  });
});

describe('nobody takes it for a real business', AT_ONCE, () => {
  for (const [language, { whatIf, sharing, mark, fictitious }] of Object.entries(LANGUAGES)) {
    seen(`${language}: the mark is in the title and at every table`, whatIf, async (page) => {
      assert.ok((await page.title()).includes(mark));
      assert.ok((await page.locator('h1').innerText()).includes(mark));
      await unfold(page);
      await marked(page, mark, 10);
    });

    seen(`${language}: it is at the shares as well`, sharing, (page) => marked(page, mark, 1, '.sharing '));

    seen(`${language}: it is on every sheet, with all inputs and tables`, whatIf, async (page) => {
      const texts = sheets(await page.pdf({ preferCSSPageSize: true }));
      const bare = (text) => text.replace(/\s/g, '');
      assert.ok(texts.length >= 5, `${texts.length} sheets`);
      for (const [at, text] of texts.entries()) {
        assert.ok(bare(text).includes(bare(fictitious)), `sheet ${at + 1}: ${text.slice(0, 200)}`);
      }
      const all = bare(texts.join(''));
      const printed = (await values(page)).filter(([, words]) => typeof words === 'string').map(([, words]) => words);
      const typed = (await inputs(page)).filter(([, , disabled]) => !disabled).map(([, text]) => text);
      assert.deepEqual([...printed, ...typed].filter((words) => !all.includes(bare(words))), []);
    });

    seen(`${language}: nothing is cut on paper`, whatIf, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const cut = await page.evaluate(() => {
        const strip = document.querySelector('.print-mark').getBoundingClientRect();
        const parts = [...document.querySelectorAll('main table, main input, main .state, main dd')];
        const wide = parts.filter((part) => part.getBoundingClientRect().right > strip.left || part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0);
        return wide.map((part) => `${part.localName} ${part.id || part.textContent}`);
      });
      assert.deepEqual(cut, []);
    // As wide as what A4 leaves between its margins.
    }, { width: 673 });
  }

  async function marked(page, mark, least, within = 'main ') {
    const tables = await page.locator(`${within}table:visible`).evaluateAll((all) =>
      all.map((table) => ({
        caption: table.caption?.innerText ?? '',
        bar: parseFloat(getComputedStyle(table.closest('.example') ?? table).borderInlineStartWidth),
      })),
    );
    assert.ok(tables.length >= least, `${tables.length} tables`);
    for (const { caption, bar } of tables) {
      assert.ok(caption.startsWith(mark), caption);
      assert.ok(bar >= 4, `${caption}: a bar of ${bar} px`);
    }
  }

  test('the example has its own address and stands nowhere else', () => {
    const files = readdirSync(site(), { recursive: true }).filter((file) => file.endsWith('.html'));
    const holding = files.filter((file) => readFileSync(path.join(site(), file), 'utf8').includes('<form id="what-if"'));
    assert.deepEqual(holding.sort(), ['en/what-if/index.html', 'what-if/index.html']);
  });
});

test('the page computes ten thousand inputs as the program does', async () => {
  const file = process.env.VECTORS;
  assert.ok(file, 'VECTORS must name the file of inputs and outputs that cargo test writes: target/tmp/vectors.ndjson');
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  assert.ok(lines.length >= 10000, `${file} has ${lines.length} lines; there should be 10000 at least`);
  const troubles = await visit(browser, ja.whatIf, async (page) => {
    for (let start = 0; start < lines.length; start += 500) {
      const wrong = await page.evaluate(unlike, lines.slice(start, start + 500));
      const told = wrong.map(({ at, where }) => `line ${start + at + 1}, ${where}: ${lines[start + at].slice(0, 2000)}`);
      assert.equal(wrong.length, 0, told[0]);
    }
  });
  assert.deepEqual(troubles, []);
});

/** The lines whose input comes to something other than their output, and where; run in the page. */
function unlike(lines) {
  const isPlain = (value) => typeof value !== 'object' || value === null;
  // Where two values first differ, and how; null where they are the same.
  const difference = (page, program, path) => {
    if (isPlain(page) || isPlain(program)) return page === program ? null : `${path}: page ${page}, program ${program}`;
    if (Array.isArray(page) !== Array.isArray(program)) return `${path}: only one is a list`;
    for (const key of new Set([...Object.keys(page), ...Object.keys(program)])) {
      const found = difference(page[key], program[key], `${path}.${key}`);
      if (found) return found;
    }
    return null;
  };
  return lines.flatMap((line, at) => {
    const { input, output } = JSON.parse(line);
    const where = difference(globalThis.kyotsu.effect(input), output, 'output');
    return where ? [{ at, where }] : [];
  });
}
