'use strict';

(() => {
  const kyotsu = (globalThis.kyotsu ??= {});

  /* Rationals */

  // Amounts are counted in thousandths of a yen and adoption in millionths, so that a change by per
  // mille keeps both whole; a product of the two is counted in PRODUCT parts of a yen.
  const AMOUNT = 1000n;
  const ADOPTION = 1000000n;
  const PRODUCT = AMOUNT * ADOPTION;

  // Infinity only marks an end without a bound: it compares with whole numbers, and plus() and
  // times() are the only two that compute with it.
  const bounded = (value) => typeof value === 'bigint';

  const plus = (one, other) => (!bounded(one) ? one : !bounded(other) ? other : one + other);

  function times(factor, value) {
    if (factor === 0n) return 0n;
    if (bounded(value)) return factor * value;
    return factor > 0n ? value : -value;
  }

  const larger = (one, other) => (one > other ? one : other);
  const smaller = (one, other) => (one < other ? one : other);
  const magnitude = (value) => (value < 0n ? -value : value);

  function divisor(one, other) {
    let [a, b] = [magnitude(one), magnitude(other)];
    while (b) [a, b] = [b, a % b];
    return a;
  }

  function fraction(over, under) {
    const common = divisor(over, under);
    return common > 1n ? { over: over / common, under: under / common } : { over, under };
  }

  // Reduced only where the denominators do not divide each other, which is rare.
  function fractionSum(one, other) {
    if (one.under % other.under === 0n) {
      return { over: one.over + other.over * (one.under / other.under), under: one.under };
    }
    return fraction(one.over * other.under + other.over * one.under, one.under * other.under);
  }

  function rounded(over, under) {
    const away = (2n * magnitude(over) + under) / (2n * under);
    return over < 0n ? -away : away;
  }

  function ceiling(over, under) {
    const down = over / under;
    return over > 0n && down * under !== over ? down + 1n : down;
  }

  function fourPlaces({ over, under }) {
    const digits = rounded(over * 10000n, under).toString().padStart(5, '0');
    return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
  }

  /* Ranges */

  const NOTHING = [0n, 0n];

  const add = (one, other) => [plus(one[0], other[0]), plus(one[1], other[1])];
  const addAll = (all, rangeOf) => all.reduce((total, one) => add(total, rangeOf(one)), NOTHING);
  const negate = ([low, high]) => [-high, -low];
  const scale = (factor, [low, high]) => [times(factor, low), times(factor, high)];

  function taken(adoption, [low, high]) {
    return [
      times(low >= 0n ? adoption[0] : adoption[1], low),
      times(high >= 0n ? adoption[1] : adoption[0], high),
    ];
  }

  const yen = (range, unit) =>
    range.map((end) => (bounded(end) ? rounded(end, unit).toString() : null));

  function stateOf([low, high]) {
    if (low > 0n) return 'met';
    return high <= 0n ? 'not_met' : 'insufficient';
  }

  function signOf([low, high]) {
    if (low > 0n) return 'positive';
    if (high < 0n) return 'negative';
    return low === 0n && high === 0n ? 'zero' : 'open';
  }

  /* The estimate */

  function amounts([low, high]) {
    return [
      low === null ? -Infinity : BigInt(low) * AMOUNT,
      high === null ? Infinity : BigInt(high) * AMOUNT,
    ];
  }

  function readSpan({ from, adoption, common, present, benefit }) {
    return {
      from,
      adoption: adoption && adoption.map((end) => BigInt(end) * (ADOPTION / 1000n)),
      common: amounts(common),
      present: amounts(present),
      benefit: amounts(benefit),
    };
  }

  function readBand({ id, bodies, migration, spans }) {
    return {
      id,
      bodies: BigInt(bodies),
      migration: amounts(migration),
      spans: spans.map(readSpan),
    };
  }

  function readEstimate(input) {
    return {
      delay: 0,
      coordination: amounts(input.coordination),
      systems: amounts(input.systems),
      fixed: amounts(input.fixed),
      bands: input.bands.map(readBand),
    };
  }

  // Spans that share one adoption form a group: one unknown, whatever the money of its years.
  function arranged(estimate) {
    return { ...estimate, bands: estimate.bands.map(arrangedBand) };
  }

  function arrangedBand(band) {
    const groups = [];
    const spans = band.spans.map((span, index) => {
      if (span.adoption) groups.push({ adoption: span.adoption, from: span.from, spans: [] });
      const group = groups.at(-1);
      const to = band.spans[index + 1] ? band.spans[index + 1].from - 1 : Infinity;
      const gain = add(add(span.benefit, span.present), negate(span.common));
      const whole = { ...span, adoption: group.adoption, to, gain, all: scale(band.bodies, gain) };
      group.spans.push(whole);
      return whole;
    });
    return { ...band, spans, groups };
  }

  const spanOf = (band, year) => band.spans.findLast((span) => span.from <= year);

  const groupsWithin = (band, horizon) => band.groups.filter((group) => group.from <= horizon);

  const groupsOf = ({ bands }) => bands.flatMap(({ groups }) => groups);

  const takingPart = (band, year) => scale(band.bodies, spanOf(band, year).adoption);

  /* One year */

  function yearOf(estimate, year) {
    const fixed = scale(ADOPTION, estimate.fixed);
    const of = (money) => addAll(estimate.bands, (band) => bandYear(band, year, money));
    return {
      year,
      common: yen(add(fixed, of('common')), PRODUCT),
      present: yen(of('present'), PRODUCT),
      benefit: yen(of('benefit'), PRODUCT),
      gain: yen(add(of('gain'), negate(fixed)), PRODUCT),
    };
  }

  function bandYear(band, year, money) {
    const span = spanOf(band, year);
    return scale(band.bodies, taken(span.adoption, span[money]));
  }

  const yearsUpTo = (last) => Array.from({ length: last }, (_, index) => index + 1);

  /* Effect */

  function effectOf(estimate, horizon) {
    const years = Math.max(0, horizon - estimate.delay);
    return groupsOf(estimate).reduce(
      (total, group) => add(total, taken(group.adoption, groupGain(group, years))),
      negate(scale(BigInt(years) * ADOPTION, estimate.fixed)),
    );
  }

  function groupGain(group, years) {
    return addAll(group.spans, ({ from, to, all }) => {
      const covered = Math.max(0, Math.min(years, to) - from + 1);
      return scale(BigInt(covered), all);
    });
  }

  /* Running sum */

  // A view holds what one horizon at one rate needs. Its values are PRODUCT parts of a yen times
  // `unit`, the power that makes every discounted weight whole.
  const [WORST, BEST] = [0, 1];

  function viewOf(estimate, horizon, rate) {
    const { over, under } = fraction(10000n, 10000n + BigInt(rate));
    const unit = under ** BigInt(horizon);
    const weights = [0n];
    for (let year = 1; year <= horizon; year += 1) {
      const weight = over ** BigInt(year) * under ** BigInt(horizon - year);
      weights.push(weights[year - 1] + weight);
    }
    const once = scale(ADOPTION * unit, add(estimate.coordination, estimate.systems));
    const bands = estimate.bands.filter((band) => band.bodies > 0n);
    return {
      horizon,
      unit,
      weights,
      delay: estimate.delay,
      once: [once[1], once[0]],
      fixed: scale(ADOPTION, [estimate.fixed[1], estimate.fixed[0]]),
      bands: bands.map((band) => ({
        groups: groupsWithin(band, horizon),
        move: scale(band.bodies * unit, [band.migration[1], band.migration[0]]),
      })),
    };
  }

  // The weight of the operating years from..to that lie before a year end of the view.
  function weightOf({ weights, delay }, from, to, end) {
    return weights[Math.min(end, to + delay)] - weights[Math.min(end, from - 1 + delay)];
  }

  function centralOf(view, side, end) {
    const operated = weightOf(view, 1, view.horizon, end);
    return -plus(view.once[side], times(operated, view.fixed[side]));
  }

  function slopeOf(view, group, side, end) {
    return group.spans.reduce(
      (total, span) => plus(total, times(weightOf(view, span.from, span.to, end), span.all[side])),
      0n,
    );
  }

  // A moment lies `over / under` of the way from one year end to the next; what is read there is
  // multiplied by `under`.
  const atEnd = (end) => ({ end, over: 0n, under: 1n });

  function reading({ end, over, under }, valueAt) {
    if (over === 0n) return times(under, valueAt(end));
    return plus(times(under - over, valueAt(end)), times(over, valueAt(end + 1)));
  }

  // The lowest running sum less cost over the box. As -m max(x) is the least of all -m x, each group
  // in turn bears the migration, and every group then lies at the end that hurts.
  function lowest(view, moment) {
    const bands = view.bands.map((band) => lowestBand(view, band, moment));
    const central = reading(moment, (end) => centralOf(view, WORST, end));
    const value = bands.reduce((total, band) => plus(total, band.value), central);
    return { value, at: (end) => choiceAt(view, bands, end) };
  }

  function lowestBand(view, band, moment) {
    const move = times(moment.under, band.move[WORST]);
    const slopes = band.groups.map((group) =>
      reading(moment, (end) => slopeOf(view, group, WORST, end)),
    );
    let least = { band, value: Infinity };
    for (const bearer of band.groups.keys()) {
      let value = 0n;
      const chosen = band.groups.map(({ adoption }, index) => {
        const slope = index === bearer ? plus(slopes[index], -move) : slopes[index];
        const end = slope < 0n ? adoption[1] : adoption[0];
        value = plus(value, times(end, slope));
        return end;
      });
      if (value < least.value) least = { band, value, chosen, bearer };
    }
    return least;
  }

  function choiceAt(view, bands, end) {
    return bands.reduce((total, { band, chosen, bearer }) => {
      const earned = band.groups.map((group, index) =>
        times(chosen[index], slopeOf(view, group, WORST, end)),
      );
      return earned.reduce(plus, plus(total, -times(chosen[bearer], band.move[WORST])));
    }, centralOf(view, WORST, end));
  }

  function highestAtHorizon(view) {
    return view.bands.reduce(
      (total, band) => plus(total, highestBand(view, band)),
      centralOf(view, BEST, view.horizon),
    );
  }

  function highestBand(view, { groups, move }) {
    const floor = floorOf(groups);
    const tops = groups.map(({ adoption }) => adoption[1]).filter((top) => top >= floor);
    const slopes = groups.map((group) => slopeOf(view, group, BEST, view.horizon));
    return [floor, ...tops]
      .map((most) =>
        groups.reduce((total, { adoption }, index) => {
          const end = slopes[index] > 0n ? smaller(adoption[1], most) : adoption[0];
          return plus(total, times(end, slopes[index]));
        }, -times(most, move[BEST])),
      )
      .reduce(larger);
  }

  const mostOf = (groups, end) => groups.map(({ adoption }) => adoption[end]).reduce(larger, 0n);
  const floorOf = (groups) => mostOf(groups, 0);

  const netRange = (view) => [lowest(view, atEnd(view.horizon)).value, highestAtHorizon(view)];

  /* Latest payback */

  function latestOf(view) {
    const lowestAt = (end) => lowest(view, atEnd(end)).value;
    if (lowestAt(view.horizon) < 0n) return null;
    let end = view.horizon - 1;
    while (end >= 0 && lowestAt(end) >= 0n) end -= 1;
    return end < 0 ? { over: 0n, under: 1n } : momentTime(latestWithin(view, end));
  }

  // The lowest sum is concave within the year: each step to the root of a line above it moves right
  // and never passes its own root.
  function latestWithin(view, end) {
    let moment = atEnd(end);
    let line = lowest(view, moment);
    while (line.value !== 0n) {
      moment = { end, ...crossing(line.at(end), line.at(end + 1)) };
      line = lowest(view, moment);
    }
    return moment;
  }

  const crossing = (before, after) => fraction(-before, after - before);

  const momentTime = ({ end, over, under }) => ({ over: BigInt(end) * under + over, under });

  /* Earliest payback */

  function earliestOf(view) {
    const last = lastCondition(view);
    const program = programOf(view);
    let first = last + 1;
    while (first > 0 && raised(program, conditionOf(view, program, first - 1))) first -= 1;
    if (first > last) return last === view.horizon ? null : momentTime(atEnd(last));
    return momentTime(first === 0 ? atEnd(0) : earliestWithin(view, program, first - 1));
  }

  // From the year in which a gain without bound begins, every condition can be met.
  function lastCondition({ bands, delay, horizon }) {
    const starts = groupsOf({ bands })
      .filter(({ adoption }) => adoption[1] > 0n)
      .flatMap(({ spans }) => spans)
      .filter(({ all }) => all[BEST] === Infinity)
      .map(({ from }) => from + delay);
    return Math.min(horizon + 1, ...starts) - 1;
  }

  // The highest sum under the conditions is convex within the year: from its end, each step to the
  // root of a line below it moves left and never passes the first moment.
  function earliestWithin(view, program, end) {
    const [before, after] = [end, end + 1].map((at) => conditionOf(view, program, at));
    let moment = { end, over: 1n, under: 1n };
    for (;;) {
      const { over, under } = moment;
      const mixed = before.map((value, index) => (under - over) * value + over * after[index]);
      if (highestOf(program, mixed) === 0n) return moment;
      moment = { end, ...crossing(worthOf(program, before), worthOf(program, after)) };
    }
  }

  // One variable per group whose adoption is open, counted from its low end, and one per band for
  // the largest adoption where several groups share the migration.
  function programOf(view) {
    const variables = [];
    const limits = [];
    const constants = [];
    for (const { groups, move } of view.bands) {
      const floor = floorOf(groups);
      const shared = groups.length > 1 && move[BEST] > 0n;
      const open = groups.filter(({ adoption: [low, high] }) => low < high);
      const most = shared && open.length > 0 ? variables.push({ move: move[BEST] }) - 1 : null;
      for (const group of open) {
        const own = variables.push({ group, move: shared ? 0n : move[BEST] }) - 1;
        const [low, high] = group.adoption;
        limits.push({ constant: high - low, minus: own });
        if (most !== null) limits.push({ constant: floor - low, minus: own, plus: most });
      }
      constants.push(...groups.map((group) => ({ group, adoption: group.adoption[0] })));
      constants.push({ paid: times(floor, move[BEST]) });
    }
    return { variables, constants, ...tableOf(variables.length, limits) };
  }

  // A condition is a row of whole numbers: the constant first, then a coefficient per variable.
  function conditionOf(view, { variables, constants }, end) {
    const slope = (group) => slopeOf(view, group, BEST, end);
    const fixed = constants.reduce(
      (total, { group, adoption, paid }) =>
        group ? plus(total, times(adoption, slope(group))) : total - paid,
      centralOf(view, BEST, end),
    );
    return [fixed, ...variables.map(({ group, move }) => (group ? slope(group) : 0n) - move)];
  }

  /* Simplex */

  // Every basic variable is a row over the common `scale`: a constant and a coefficient per free
  // variable. All pivots divide without remainder, so no fraction is formed. A condition joins only
  // once the present corner meets it, so each corner stays feasible and no first phase is needed.
  function tableOf(width, limits) {
    const rows = limits.map((limit) => {
      const row = Array(width + 1).fill(0n);
      row[0] = limit.constant;
      row[limit.minus + 1] = -1n;
      if (limit.plus !== undefined) row[limit.plus + 1] = 1n;
      return row;
    });
    return {
      scale: 1n,
      rows,
      free: Array.from({ length: width }, (_, index) => index),
      basic: rows.map((_, index) => width + index),
    };
  }

  // Whether the condition can hold besides the earlier ones; if so it is one of them from now on.
  function raised(table, condition) {
    let row = expressed(table, condition);
    while (row[0] < 0n) {
      const column = enteringOf(table, row);
      if (column === 0) return false;
      row = pivot(table, column, row);
    }
    table.basic.push(table.free.length + table.rows.length);
    table.rows.push(row);
    return true;
  }

  function highestOf(table, goal) {
    let row = expressed(table, goal);
    for (let column = enteringOf(table, row); column > 0; column = enteringOf(table, row)) {
      row = pivot(table, column, row);
    }
    return row[0];
  }

  const worthOf = (table, condition) => expressed(table, condition)[0];

  // In terms of the variables that are free now.
  function expressed({ scale: unit, rows, free, basic }, [constant, ...coefficients]) {
    const row = Array(free.length + 1).fill(0n);
    row[0] = constant * unit;
    coefficients.forEach((coefficient, variable) => {
      const column = free.indexOf(variable);
      if (column >= 0) {
        row[column + 1] += coefficient * unit;
      } else {
        const own = rows[basic.indexOf(variable)];
        own.forEach((value, index) => {
          row[index] += coefficient * value;
        });
      }
    });
    return row;
  }

  // Bland's rule, here and for the leaving row: of several, the variable numbered lowest.
  function enteringOf({ free }, row) {
    let best = 0;
    for (let column = 1; column < row.length; column += 1) {
      if (row[column] > 0n && (best === 0 || free[column - 1] < free[best - 1])) best = column;
    }
    return best;
  }

  function leavingOf({ rows, basic }, column) {
    let best = -1;
    rows.forEach((row, index) => {
      if (row[column] >= 0n) return;
      const ahead =
        best < 0 ? -1n : rows[best][0] * row[column] - row[0] * rows[best][column];
      if (ahead < 0n || (ahead === 0n && basic[index] < basic[best])) best = index;
    });
    return best;
  }

  function pivot(table, column, goal) {
    const index = leavingOf(table, column);
    const leaving = table.rows[index];
    const [unit, next] = [table.scale, -leaving[column]];
    const replaced = (row) => {
      const factor = row[column];
      return row.map((value, at) =>
        at === column ? -factor : (value * next + factor * leaving[at]) / unit,
      );
    };
    table.rows = table.rows.map((row) => (row === leaving ? row : replaced(row)));
    table.rows[index] = leaving.map((value, at) => (at === column ? -unit : value));
    table.scale = next;
    const freed = table.basic[index];
    table.basic[index] = table.free[column - 1];
    table.free[column - 1] = freed;
    return replaced(goal);
  }

  /* Cost and break-even */

  function migrationOf(band, horizon) {
    const groups = groupsWithin(band, horizon);
    const most = [0, 1].map((end) => mostOf(groups, end));
    return scale(band.bodies, taken(most, band.migration));
  }

  function costOf({ coordination, systems, bands }, horizon) {
    const migration = addAll(bands, (band) => migrationOf(band, horizon));
    const total = add(scale(ADOPTION, add(coordination, systems)), migration);
    return {
      coordination: yen(coordination, AMOUNT),
      systems: yen(systems, AMOUNT),
      migration: yen(migration, PRODUCT),
      total: yen(total, PRODUCT),
    };
  }

  function breakEvenOf(estimate, horizon, rate) {
    const view = viewOf(estimate, horizon, rate);
    const bodies = estimate.bands.reduce((total, band) => total + band.bodies, 0n);
    const once = scale(view.unit, add(estimate.coordination, estimate.systems));
    const needed = add(once, scale(view.weights[horizon], estimate.fixed));
    const moved = addAll(estimate.bands, ({ bodies: own, migration }) =>
      scale(own * view.unit, migration),
    );
    const groups = groupsOf(estimate);
    const gain = [WORST, BEST].map((side) =>
      groups.reduce((total, group) => plus(total, slopeOf(view, group, side, horizon)), 0n),
    );
    const left = add(gain, negate(moved));
    return {
      rate,
      low: bodiesNeeded(needed[0], left[1], bodies),
      high: bodiesNeeded(needed[1], left[0], bodies),
    };
  }

  function bodiesNeeded(needed, left, bodies) {
    if (!bounded(needed) || left <= 0n || bodies === 0n) return null;
    const least = larger(needed, 0n);
    const count = bounded(left) ? ceiling(bodies * least, left) : smaller(least, 1n);
    return count > bodies ? null : count.toString();
  }

  /* Bands */

  function bandsOf(estimate, horizons, last) {
    const hidden = suppressedOf(estimate.bands);
    return estimate.bands.map((band) => {
      if (hidden.has(band)) return { id: band.id, suppressed: true, years: [], totals: [] };
      const years = yearsUpTo(last).map((year) => ({
        year,
        gain: bandYear(band, year, 'gain'),
        each: eachOf(estimate, band, year),
      }));
      return {
        id: band.id,
        suppressed: false,
        years: years.map(({ year, gain, each }) => ({
          year,
          gain: yen(gain, PRODUCT),
          each: each && yenOfFractions(each),
        })),
        totals: horizons.map((horizon) => totalOf(years, horizon)),
      };
    });
  }

  // A second band goes too where the only hidden one could be found by subtraction.
  function suppressedOf(bands) {
    const hidden = new Set(bands.filter(({ bodies }) => bodies === 1n));
    const others = bands.filter((band) => band.bodies > 0n && !hidden.has(band));
    if (hidden.size === 1 && others.length > 0) {
      hidden.add(others.reduce((least, band) => (band.bodies < least.bodies ? band : least)));
    }
    return hidden;
  }

  // The ends of what one body of the band gains in a year, as fractions of an amount.
  function eachOf(estimate, band, year) {
    const { adoption, gain } = spanOf(band, year);
    if (band.bodies === 0n || adoption[1] === 0n) return null;
    const joined = addAll(estimate.bands, (other) => takingPart(other, year));
    const [low, high] = estimate.fixed;
    return [
      lessShare(gain[0], high, high >= 0n ? joined[0] : joined[1]),
      lessShare(gain[1], low, low >= 0n ? joined[1] : joined[0]),
    ];
  }

  function lessShare(gain, fixed, joined) {
    if (fixed === 0n) return bounded(gain) ? { over: gain, under: 1n } : gain;
    if (joined === 0n || !bounded(fixed)) return fixed > 0n ? -Infinity : Infinity;
    return bounded(gain) ? { over: gain * joined - fixed * ADOPTION, under: joined } : gain;
  }

  const yenOfFractions = (ends) =>
    ends.map((end) =>
      typeof end === 'object' ? rounded(end.over, end.under * AMOUNT).toString() : null,
    );

  function totalOf(years, horizon) {
    const counted = years.filter(({ year, each }) => year <= horizon && each);
    if (counted.length === 0) return { horizon, each: ['0', '0'], state: 'none' };
    const ends = counted.map(({ each }) => each).reduce(addFractions);
    const signs = ends.map((end) => (typeof end === 'object' ? end.over : end));
    return { horizon, each: yenOfFractions(ends), state: stateOf(signs) };
  }

  const addFractions = (one, other) =>
    one.map((end, index) => {
      if (typeof end !== 'object') return end;
      return typeof other[index] === 'object' ? fractionSum(end, other[index]) : other[index];
    });

  /* Findings */

  function paybackOf(view) {
    const [earliest, latest] = [earliestOf(view), latestOf(view)];
    return {
      earliest: earliest && fourPlaces(earliest),
      latest: latest && fourPlaces(latest),
      state: recoveryOf(latest !== null, earliest !== null),
    };
  }

  function recoveryOf(always, ever) {
    if (always) return 'met';
    return ever ? 'insufficient' : 'not_met';
  }

  // Some point recovers exactly if the sum at the horizon can reach the cost.
  const recoveryFromNet = ([low, high]) => recoveryOf(low >= 0n, high >= 0n);

  function fallsBack(view) {
    return [WORST, BEST].some((side) => [0, 1].some((end) => pathFalls(view, side, end)));
  }

  function pathFalls(view, side, end) {
    const path = yearsUpTo(view.horizon).map((year) => pathAt(view, side, end, year));
    if (!path.every(bounded)) return false;
    const reached = path.findIndex((value) => value >= 0n);
    return reached >= 0 && path.slice(reached).some((value) => value < 0n);
  }

  function pathAt(view, side, end, year) {
    return view.bands.reduce((total, { groups, move }) => {
      const most = mostOf(groups, end);
      const earned = groups.map((group) =>
        times(group.adoption[end], slopeOf(view, group, side, year)),
      );
      return earned.reduce(plus, plus(total, -times(most, move[side])));
    }, centralOf(view, side, year));
  }

  /* Scenarios */

  const CHANGES = {
    cost: (estimate, by) => ({
      ...estimate,
      coordination: by(estimate.coordination),
      systems: by(estimate.systems),
      bands: estimate.bands.map((band) => ({ ...band, migration: by(band.migration) })),
    }),
    operating: (estimate, by) => ({
      ...withSpans(estimate, (span) => ({ ...span, common: by(span.common) })),
      fixed: by(estimate.fixed),
    }),
    benefit: (estimate, by) =>
      withSpans(estimate, (span) => ({ ...span, benefit: by(span.benefit) })),
    adoption: (estimate, by) =>
      withSpans(estimate, (span) => ({ ...span, adoption: span.adoption && by(span.adoption) })),
  };

  function withSpans(estimate, change) {
    const bands = estimate.bands.map((band) => ({ ...band, spans: band.spans.map(change) }));
    return { ...estimate, bands };
  }

  function changed(estimate, { change, per_mille: perMille, years }) {
    if (change === 'delay') return { ...estimate, delay: years };
    const factor = BigInt(perMille);
    const by = (range) =>
      scale(factor, range).map((end) => (bounded(end) ? end / 1000n : end));
    return CHANGES[change](estimate, by);
  }

  function statesOf(estimate, { deciding, rates }) {
    const net = (rate) => netRange(viewOf(estimate, deciding, rate));
    return {
      effect: stateOf(effectOf(estimate, deciding)),
      payback: recoveryFromNet(net(0)),
      npv: rates.map((rate) => ({ rate, sign: signOf(net(rate)) })),
    };
  }

  function scenariosOf(estimate, input) {
    if (input.scenarios.length === 0) return [];
    const base = statesOf(arranged(estimate), input);
    return input.scenarios.map((scenario) => {
      const states = statesOf(arranged(changed(estimate, scenario)), input);
      return { id: scenario.id, ...states, flips: flipsOf(base, states) };
    });
  }

  function flipsOf(base, states) {
    const flips = ['effect', 'payback'].filter((name) => base[name] !== states[name]);
    const signs = states.npv.filter(({ sign }, index) => base.npv[index].sign !== sign);
    return [...flips, ...signs.map(({ rate }) => `npv-${rate}`)];
  }

  /* The whole */

  kyotsu.effect = (input) => {
    const read = readEstimate(input);
    const estimate = arranged(read);
    const { horizons, deciding, rates } = input;
    const last = Math.max(deciding, ...horizons);
    const views = horizons.flatMap((horizon) =>
      rates.map((rate) => ({ horizon, rate, view: viewOf(estimate, horizon, rate) })),
    );
    return {
      cost: costOf(estimate, deciding),
      years: yearsUpTo(last).map((year) => yearOf(estimate, year)),
      effect: horizons.map((horizon) => {
        const total = effectOf(estimate, horizon);
        return { horizon, total: yen(total, PRODUCT), state: stateOf(total) };
      }),
      payback: views.map(({ horizon, rate, view }) => ({ horizon, rate, ...paybackOf(view) })),
      npv: views.map(({ horizon, rate, view }) => {
        const net = netRange(view);
        return { horizon, rate, value: yen(net, PRODUCT * view.unit), sign: signOf(net) };
      }),
      break_even: rates.map((rate) => breakEvenOf(estimate, deciding, rate)),
      bands: bandsOf(estimate, horizons, last),
      scenarios: scenariosOf(read, input),
      falls_back: fallsBack(viewOf(estimate, deciding, 0)),
    };
  };
})();
