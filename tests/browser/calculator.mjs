// A calculator's page as a reader uses it, and the answers one can work out by hand.

/** What is said of both calculators: pages, forms and words by language. */
export const LANGUAGES = {
  ja: {
    whatIf: 'what-if/index.html',
    sharing: 'procurement/index.html',
    mark: '試算例',
    fictitious: '架空の入力から計算した結果です',
    updated: '結果を更新しました。',
    withoutScript: 'JavaScriptが使えないため',
  },
  en: {
    whatIf: 'en/what-if/index.html',
    sharing: 'en/procurement/index.html',
    mark: 'Worked example',
    fictitious: 'computed from fictitious inputs',
    updated: 'Results updated.',
    withoutScript: 'because JavaScript is off',
  },
};

export const field = (page, name) => page.locator(`[name="${name}"]`);

/** Types into fields as a reader would, leaving each, until the results follow. */
export async function enter(page, values) {
  for (const [name, text] of Object.entries(values)) {
    const one = field(page, name);
    await one.evaluate((input) => {
      for (let fold = input.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    });
    await one.fill(text);
    await one.blur();
  }
  await settled(page);
}

/** Results are put on the page before the next painting. */
export const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Everything on the page that stands for a value: its place, words, state and whether it shows. */
export const values = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-value], [data-fill], [data-when]')].map((one) => {
      const { value, fill, when, state } = one.dataset;
      const words = when ? one.hidden : one.textContent;
      return [value ?? fill ?? when, words, state ?? null, 'turned' in one.dataset];
    }),
  );

/** Every word, state and field of the example, as it reads with scripts and without. */
export const reading = (page) =>
  page.evaluate(() => {
    const hidden = (one) => one.closest('[hidden]') !== null;
    const parts = [...document.querySelectorAll('.example')].flatMap((figure) => {
      const words = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
      const all = [];
      while (words.nextNode()) {
        const { data, parentElement: around } = words.currentNode;
        const { state, turned } = around.dataset;
        if (data.trim() && !around.closest('script, [data-without-script]')) {
          all.push([data.trim(), state ?? null, turned !== undefined, hidden(around)]);
        }
      }
      return all;
    });
    const fields = [...document.querySelectorAll('.example :is(input, select)')];
    // A script groups the digits of a field.
    const plain = ({ value }) => value.replaceAll(',', '');
    return [...parts, ...fields.map((one) => [plain(one), one.localName, hidden(one)])];
  });

/** Numbers among the results that stand for no value, and so would never be computed anew. */
export const unbound = (page) =>
  page.evaluate(() => {
    // Changes are named as the method names them, with how much they change.
    const cells = document.querySelectorAll('[data-results] :is(tbody :is(td, th), .state, dd span)');
    const bare = [...cells].filter((cell) => !cell.matches('.scenarios th') && !cell.querySelector('[data-value], input, span'));
    return bare.filter((cell) => /\d/.test(cell.textContent) && !cell.closest('[data-value]')).map((cell) => cell.outerHTML);
  });

/** Puts out every result, so that only computing brings it back. */
export const putOut = (page) =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll('[data-results] :is([data-value], [data-fill])')) {
      one.textContent = '?';
      if (one.dataset.state) one.dataset.state = '?';
      if (one.dataset.base) one.toggleAttribute('data-turned');
    }
    for (const one of document.querySelectorAll('[data-results] [data-when]')) one.hidden = !one.hidden;
  });

/** What every field holds. */
export const inputs = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('form [name]')].map(({ name, value, disabled }) => [name, value, disabled]),
  );

/** The words at a place. */
export const shown = (page, path) => page.locator(`[data-value="${path}"]`).first().textContent();

/** A number as the page writes it. */
export const written = (number) => number.toString().replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−');

/* By hand ----------------------------------------------------------------------------------------- */

const halfUp = (over, under) => (2n * over + under) / (2n * under);
const four = (over, under) => {
  const digits = halfUp(over * 10000n, under).toString().padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
};

/**
 * A cost and the same gain each year, at a rate in basis points: the year of payback, what is left and
 * how many bodies it takes when each of them gains alike and a fixed cost is to be borne.
 */
export function byHand({ cost, gain, years, rate, each, fixed = 0n, move = 0n }) {
  const [up, down] = [10000n + BigInt(rate), 10000n];
  // Year t counts as down^t up^(T-t) of up^T parts.
  const unit = up ** BigInt(years);
  const weight = (year) => down ** BigInt(year) * up ** BigInt(years - year);
  let sum = 0n;
  let payback = null;
  let annuity = 0n;
  for (let year = 1; year <= years; year += 1) {
    const earned = gain * weight(year);
    if (payback === null && sum + earned >= cost * unit) {
      payback = four(BigInt(year - 1) * earned + cost * unit - sum, earned);
    }
    sum += earned;
    annuity += weight(year);
  }
  const left = sum - cost * unit;
  const npv = left < 0n ? -halfUp(-left, unit) : halfUp(left, unit);
  const [needed, won] = [cost * unit + fixed * annuity, each * annuity - move * unit];
  return { payback, npv, bodies: won > 0n ? (needed + won - 1n) / won : null };
}
