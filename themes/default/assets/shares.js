'use strict';

(() => {
  const kyotsu = (globalThis.kyotsu ??= {});

  kyotsu.shares = ({ total, weights, bodies }) => {
    const error = sharingError(total, weights, bodies);
    if (error) return { error };
    const parts = wholeWeights(weights);
    const sums = [
      BigInt(bodies.length),
      sumOf(bodies.map(({ population }) => BigInt(population))),
      sumOf(bodies.map(({ use }) => BigInt(use))),
    ];
    if (parts.some((part, basis) => part > 0n && sums[basis] === 0n)) return { error: 'zero-total' };
    return { shares: wholeShares(BigInt(total), parts, sums, bodies) };
  };

  const sumOf = (values) => values.reduce((total, value) => total + value, 0n);

  const isWhole = (text) => /^\d+$/.test(text);

  function sharingError(total, weights, bodies) {
    if (!isWhole(total)) return 'total';
    if (weights.length !== 3 || !weights.every((text) => /^\d+(\.\d+)?$/.test(text))) return 'weights';
    const parts = wholeWeights(weights);
    if (sumOf(parts) !== 10n ** BigInt(placesOf(weights))) return 'weights';
    if (bodies.length === 0) return 'bodies';
    if (new Set(bodies.map(({ code }) => code)).size < bodies.length) return 'code';
    if (!bodies.every(({ population }) => isWhole(population))) return 'population';
    return bodies.every(({ use }) => isWhole(use)) ? null : 'use';
  }

  const placesOf = (weights) =>
    Math.max(...weights.map((text) => (text.split('.')[1] ?? '').length));

  function wholeWeights(weights) {
    const places = placesOf(weights);
    return weights.map((text) => {
      const [whole, part = ''] = text.split('.');
      return BigInt(whole + part.padEnd(places, '0'));
    });
  }

  // All shares stand over one denominator, so that remainders compare as whole numbers. A basis with
  // no weight may have no total.
  function wholeShares(total, parts, sums, bodies) {
    const [count, people, use] = sums.map((sum) => sum || 1n);
    const under = sumOf(parts) * count * people * use;
    const exact = bodies.map((body) => {
      const over =
        parts[0] * people * use +
        parts[1] * BigInt(body.population) * count * use +
        parts[2] * BigInt(body.use) * count * people;
      return { code: body.code, whole: (total * over) / under, rest: (total * over) % under };
    });
    const missing = Number(total - sumOf(exact.map(({ whole }) => whole)));
    const topped = new Set([...exact].sort(byRemainder).slice(0, missing));
    return exact.map((share) => (share.whole + (topped.has(share) ? 1n : 0n)).toString());
  }

  function byRemainder(one, other) {
    if (one.rest !== other.rest) return one.rest > other.rest ? -1 : 1;
    return one.code < other.code ? -1 : 1;
  }
})();
