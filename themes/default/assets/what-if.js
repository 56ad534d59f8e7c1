'use strict';

(() => {
  const { form: parts, effect } = globalThis.kyotsu;
  const form = document.getElementById('what-if');
  const results = document.querySelectorAll('[data-results]');
  const start = document.getElementById('what-if-start');
  if (!form) return;

  const page = parts.readJson('what-if-input');
  const status = parts.statusLine(document.getElementById('what-if-status'));
  const touched = new Set();
  let given = page;

  /* Fields */

  // How each kind of field is written and read. `read` gives undefined where the text is wrong. Of a
  // cost, an empty low end is nought; any other end left empty is not known.
  const yen = (empty, limits) => ({
    write: (value) => value ?? '',
    read: (text, end) => (text === '' ? empty[end] : (parts.whole(text, limits) ?? undefined)),
  });
  const percent = (places) => ({
    write: (value) => parts.decimalText(value, places),
    read: (text) => parts.decimal(text, places, 100) ?? undefined,
  });
  const count = (low, high) => ({
    write: String,
    read: (text) => {
      const value = parts.whole(text, { low, high });
      return value === null ? undefined : Number(value);
    },
  });
  const COST = ['0', null];
  const KINDS = {
    money: yen(COST),
    migration: yen(COST, { low: 0n }),
    benefit: yen([null, null]),
    adoption: percent(1),
    rate: percent(2),
    horizon: count(1n, 60n),
    bodies: count(0n, 100000n),
  };

  const fields = () => parts.namedFields(form).filter((field) => field !== start);

  /** What an input has for a field: its kind, its value and where a new value goes. */
  function partOf(input, name) {
    if (name === 'horizon') return { name, kind: name, value: input.deciding, set: setHorizon };
    if (name === 'rate') return { name, kind: name, value: input.rates.at(-1), set: setRate };
    const [, path, last] = /^(.*)\.(.*)$/.exec(name);
    const end = ENDS[last];
    const kind = end === undefined ? last : path.split('.').at(-1);
    return {
      name,
      kind: kind in KINDS ? kind : 'money',
      end,
      pair: end === 1 ? `${path}.low` : null,
      value: valueAt(input, path)?.[end ?? last],
      set: (changed, value) => (valueAt(changed, path)[end ?? last] = value),
    };
  }

  // A shorter horizon stays beside the chosen one; a longer one would reach past it.
  function setHorizon(changed, horizon) {
    const { horizons, deciding } = changed;
    if (horizon === deciding) return;
    changed.horizons = [...horizons.filter((one) => one !== deciding && one < horizon), horizon];
    changed.deciding = horizon;
  }

  // A rate that stands twice is computed twice, so that every rate keeps its column.
  function setRate(changed, rate) {
    changed.rates = [...changed.rates.slice(0, -1), rate];
  }

  /* Reading */

  /** The input the form stands for, and what is wrong with it. */
  function readForm() {
    const input = structuredClone(given.input);
    const values = new Map();
    const problems = [];
    for (const { name, value: typed } of fields().filter(({ disabled }) => !disabled)) {
      const { kind, end, pair, set } = partOf(input, name);
      const value = KINDS[kind].read(parts.plain(typed), end);
      values.set(name, value);
      if (value === undefined) {
        problems.push({ names: [name], text: page.labels.errors[kind] });
      } else if (reversed(values.get(pair), value)) {
        problems.push({ names: [pair, name], text: page.labels.errors.order });
      } else {
        set(input, value);
      }
    }
    return { input, values, problems };
  }

  const reversed = (low, high) => bounded(low) && bounded(high) && BigInt(low) > BigInt(high);
  const bounded = (end) => end !== undefined && end !== null;

  /* Paths */

  const ENDS = { low: 0, high: 1 };

  /**
   * The value at a path of an input or an output. `deciding` is the first entry of the deciding
   * horizon, `deciding:1` the one after it; `low` and `high` are ends.
   */
  function valueAt(data, path) {
    return path.split('.').reduce((value, key) => {
      if (value === null || value === undefined) return value;
      if (!Array.isArray(value)) return value[key];
      const [name, index = 0] = key.split(':');
      if (name !== 'deciding') return value[ENDS[key] ?? key];
      return value.filter(({ horizon }) => horizon === data.deciding)[index];
    }, data);
  }

  /** A path without its indexes: what kind of value stands there. */
  const kindOf = (path) =>
    path
      .split('.')
      .filter((key) => !/^(deciding(:\d+)?|\d+)$/.test(key))
      .join('.');

  /* Showing */

  // Bands and scenarios have the states of the whole.
  const SAME = {
    'bands.totals.state': 'effect.state',
    'scenarios.effect': 'effect.state',
    'scenarios.payback': 'payback.state',
    'scenarios.npv.sign': 'npv.sign',
  };

  function wordsOf(kind) {
    const own = SAME[kind] ?? kind;
    return given.labels?.words?.[own] ?? page.labels.words[own];
  }

  function shownText(data, path) {
    const value = valueAt(data, path);
    const kind = kindOf(path);
    const words = wordsOf(kind);
    if (value === undefined) return page.labels.absent;
    if (kind === 'scenarios.flips') return flipsText(value, words);
    if (words) return words[String(value)] ?? String(value);
    if (value === null) return noneText(kind, data, path);
    if (kind.endsWith('rate')) return parts.decimalText(value, 2);
    return typeof value === 'object' ? rangeText(value, kind) : parts.grouped(String(value));
  }

  function flipsText(flips, words) {
    if (flips.length === 0) return words.none;
    const texts = [...new Set(flips)].map((flip) => {
      const rate = /^npv-(\d+)$/.exec(flip)?.[1];
      return rate ? parts.filled(words.npv, () => parts.decimalText(rate, 2)) : words[flip];
    });
    return texts.join(page.labels.list_separator);
  }

  function noneText(kind, data, path) {
    const holder = path.slice(0, path.lastIndexOf('.'));
    const nobody = kind.endsWith('.each') || valueAt(data, holder) === null;
    return nobody ? page.labels.nobody : endText(null, /(high|latest)$/.test(kind), kind);
  }

  function endText(end, isHigh, kind) {
    if (end !== null) return parts.grouped(end);
    if (kind.startsWith('break_even')) return page.labels.not_attainable;
    if (kind.startsWith('payback')) return page.labels.not_within;
    return isHigh ? page.labels.no_high : page.labels.no_low;
  }

  // Money as [low, high], years as {earliest, latest}, bodies as {low, high}.
  function rangeText(value, kind) {
    const [low, high] = Array.isArray(value)
      ? value
      : [value.earliest ?? value.low ?? null, value.latest ?? value.high ?? null];
    const texts = [endText(low, false, kind), endText(high, true, kind)];
    if (texts[0] === texts[1]) return texts[0];
    return parts.filled(page.labels.range, (name) => texts[ENDS[name]]);
  }

  /** Fills what stands in a part of the page from an input or an output. */
  function show(root, data) {
    fillRows(root, data);
    for (const cell of root.querySelectorAll('[data-value]')) {
      const path = cell.dataset.value;
      parts.setText(cell, shownText(data, path));
      if (cell.matches('.state')) showState(cell, data);
    }
    for (const words of root.querySelectorAll('[data-fill]')) {
      parts.setText(words, parts.filled(words.dataset.fill, (path) => shownText(data, path)));
    }
    for (const shown of root.querySelectorAll('[data-when]')) {
      shown.hidden = !shown.dataset.when.split(' ').every((one) => holds(data, one));
    }
  }

  // Where a state is compared with another one, being unlike it shows.
  function showState(cell, data) {
    const { value: path, base } = cell.dataset;
    cell.dataset.state = valueAt(data, path) ?? '';
    if (base) cell.toggleAttribute('data-turned', cell.dataset.state !== valueAt(data, base));
  }

  function holds(data, condition) {
    const [path, word = 'true'] = condition.split('=');
    return String(valueAt(data, path)) === word;
  }

  // A new row may hold rows itself; these stand after it and so are met later.
  function fillRows(root, data) {
    const holders = () => root.querySelectorAll('[data-rows]');
    for (let index = 0; index < holders().length; index += 1) {
      const holder = holders()[index];
      parts.setRows(holder, valueAt(data, holder.dataset.rows)?.length ?? 0);
    }
  }

  /* Turns */

  const address = parts.address('what-if', loadAddress);
  const refresh = parts.oncePerFrame(compute);

  function compute() {
    const { input, values, problems } = readForm();
    parts.showProblems(form, problems.filter(({ names }) => names.some((name) => touched.has(name))));
    parts.setStale(results, problems.length > 0);
    if (problems.length > 0) {
      status(parts.filled(page.labels.status.stale, () => String(problems.length)));
      return;
    }
    const output = { ...effect(input), deciding: input.deciding };
    for (const part of results) show(part, output);
    address.write(differences(values));
    status(parts.filled(page.labels.status.updated, (path) => shownText(output, path)));
  }

  function differences(values) {
    const chosen = start && start.selectedIndex > 0 ? [['start', start.value]] : [];
    const changed = [...values]
      .map(([name, now]) => ({ ...partOf(given.input, name), now }))
      .filter(({ value, now }) => value !== now)
      .map(({ name, kind, now }) => [name, KINDS[kind].write(now)]);
    return [...chosen, ...changed];
  }

  /** Puts the values of the starting point into the form, or those the address has instead. */
  function fillForm(pairs) {
    touched.clear();
    show(form, given.input);
    for (const field of fields()) {
      const part = partOf(given.input, field.name);
      // A span that goes on with the adoption before it has no field for one.
      const aside = part.value === undefined;
      field.inputMode = 'decimal';
      field.disabled = aside;
      parts.around(field).hidden = aside;
      field.value = aside ? '' : parts.tidied(pairs.get(part.name) ?? KINDS[part.kind].write(part.value));
      if (aside || !pairs.has(part.name)) continue;
      touched.add(part.name);
      parts.reveal(field);
    }
  }

  function begin(pairs = new Map()) {
    const id = start?.selectedOptions[0]?.dataset.input;
    given = id ? parts.readJson(id) : page;
    fillForm(pairs);
    refresh();
  }

  function loadAddress() {
    const pairs = address.read();
    if (start) {
      const options = [...start.options].map(({ value }) => value);
      start.selectedIndex = Math.max(0, options.indexOf(pairs.get('start')));
    }
    begin(pairs);
  }

  form.addEventListener('input', refresh);
  form.addEventListener('change', (event) => {
    if (event.target === start) return begin();
    touched.add(event.target.name);
    event.target.value = parts.tidied(event.target.value);
    return refresh();
  });
  form.querySelector('[data-reset]').addEventListener('click', () => begin());

  for (const holder of document.querySelectorAll('[data-rows]')) parts.placeRows(holder);
  parts.enable(form);
  if (String(address.read())) loadAddress();
  else fillForm(new Map());
})();
