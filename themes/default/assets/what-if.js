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

  /* Fields -------------------------------------------------------------------------------------- */

  // How each field is written and read. `read` gives undefined where the text is wrong.
  const or = (value) => value ?? undefined;
  const money = {
    write: (value) => value ?? '',
    read: (text, end) => (text === '' ? (end === 0 ? '0' : null) : or(parts.whole(text))),
  };
  const KINDS = {
    money,
    migration: {
      write: money.write,
      read: (text, end) => (text === '' ? money.read(text, end) : or(parts.whole(text, { low: 0n }))),
    },
    benefit: {
      write: money.write,
      read: (text) => (text === '' ? null : or(parts.whole(text))),
    },
    adoption: {
      write: (value) => parts.decimalText(value, 1),
      read: (text) => or(parts.decimal(text, 1, 100)),
    },
    rate: {
      write: (value) => parts.decimalText(value, 2),
      read: (text) => or(parts.decimal(text, 2, 100)),
    },
    horizon: { write: String, read: (text) => count(text, 1n, 60n) },
    bodies: { write: String, read: (text) => count(text, 0n, 100000n) },
  };

  function count(text, low, high) {
    const value = parts.whole(text, { low, high });
    return value === null ? undefined : Number(value);
  }

  /** Every field of an input: its name, its kind, its value and where a new value goes. */
  function fieldsOf(input) {
    const fields = [
      { name: 'horizon', kind: 'horizon', value: input.deciding, set: setHorizon },
      { name: 'rate', kind: 'rate', value: input.rates.at(-1), set: setRate },
      ...rangeFields(input, 'coordination', 'money'),
      ...rangeFields(input, 'systems', 'money'),
      ...rangeFields(input, 'fixed', 'money'),
    ];
    for (const [index, band] of input.bands.entries()) {
      const path = `bands.${index}`;
      const set = (changed, value) => (changed.bands[index].bodies = value);
      fields.push({ name: `${path}.bodies`, kind: 'bodies', value: band.bodies, set });
      fields.push(...rangeFields(input, `${path}.migration`, 'migration'));
      for (const [at, span] of band.spans.entries()) {
        const inner = `${path}.spans.${at}`;
        if (span.adoption) fields.push(...rangeFields(input, `${inner}.adoption`, 'adoption'));
        fields.push(...rangeFields(input, `${inner}.common`, 'money'));
        fields.push(...rangeFields(input, `${inner}.present`, 'money'));
        fields.push(...rangeFields(input, `${inner}.benefit`, 'benefit'));
      }
    }
    return fields;
  }

  function rangeFields(input, path, kind) {
    return ['low', 'high'].map((name, end) => ({
      name: `${path}.${name}`,
      kind,
      end,
      pair: end === 1 ? `${path}.low` : null,
      value: valueAt(input, path)[end],
      set: (changed, value) => (valueAt(changed, path)[end] = value),
    }));
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

  const textOf = ({ kind, value }) => KINDS[kind].write(value);

  const element = ({ name }) => form.elements.namedItem(name);

  /* Reading ------------------------------------------------------------------------------------- */

  /** The input the form stands for, and what is wrong with it. */
  function readForm() {
    const input = structuredClone(given.input);
    const values = new Map();
    const problems = [];
    for (const field of fieldsOf(given.input)) {
      const typed = element(field);
      const value = typed ? KINDS[field.kind].read(parts.plain(typed.value), field.end) : field.value;
      values.set(field.name, value);
      if (value === undefined) {
        problems.push({ names: [field.name], text: page.labels.errors[field.kind] });
      } else if (reversed(values.get(field.pair), value)) {
        problems.push({ names: [field.pair, field.name], text: page.labels.errors.order });
      } else {
        field.set(input, value);
      }
    }
    return { input, values, problems };
  }

  const reversed = (low, high) => bounded(low) && bounded(high) && BigInt(low) > BigInt(high);
  const bounded = (end) => end !== undefined && end !== null;

  /* Paths --------------------------------------------------------------------------------------- */

  const ENDS = { low: 0, high: 1 };

  /**
   * The value at a path. `deciding` is the first entry of the deciding horizon, `deciding:1` the one
   * after it; `low` and `high` are ends.
   */
  function valueAt(data, path, deciding) {
    return path.split('.').reduce((value, key) => {
      if (value === null || value === undefined) return value;
      if (!Array.isArray(value)) return value[key];
      const [name, index = 0] = key.split(':');
      if (name !== 'deciding') return value[ENDS[key] ?? key];
      return value.filter(({ horizon }) => horizon === deciding)[index];
    }, data);
  }

  /** A path without its indexes: what kind of value stands there. */
  const kindOf = (path) =>
    path
      .split('.')
      .filter((key) => !/^(deciding(:\d+)?|\d+)$/.test(key))
      .join('.');

  /* Showing ------------------------------------------------------------------------------------- */

  const wordsOf = (kind) => given.labels?.words?.[kind] ?? page.labels.words[kind];

  function shownText(data, path, deciding) {
    const value = valueAt(data, path, deciding);
    const kind = kindOf(path);
    const words = wordsOf(kind);
    if (value === undefined) return page.labels.absent;
    if (kind === 'scenarios.flips') return flipsText(value, words);
    if (words) return words[String(value)] ?? String(value);
    if (value === null) return noneText(kind, data, path, deciding);
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

  function noneText(kind, data, path, deciding) {
    const holder = path.slice(0, path.lastIndexOf('.'));
    const nobody = kind.endsWith('.each') || valueAt(data, holder, deciding) === null;
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
  function show(root, data, deciding) {
    fillRows(root, data, deciding);
    for (const cell of root.querySelectorAll('[data-value]')) {
      const path = cell.dataset.value;
      parts.setText(cell, shownText(data, path, deciding));
      if ('state' in cell.dataset) showState(cell, data, deciding);
    }
    for (const words of root.querySelectorAll('[data-fill]')) {
      parts.setText(words, parts.filled(words.dataset.fill, (path) => shownText(data, path, deciding)));
    }
    for (const shown of root.querySelectorAll('[data-when]')) {
      shown.hidden = !shown.dataset.when.split(' ').every((one) => holds(data, one, deciding));
    }
  }

  // Where a state is compared with another one, being unlike it shows.
  function showState(cell, data, deciding) {
    const { value: path, base } = cell.dataset;
    cell.dataset.state = valueAt(data, path, deciding) ?? '';
    if (base) cell.toggleAttribute('data-turned', cell.dataset.state !== valueAt(data, base, deciding));
  }

  function holds(data, condition, deciding) {
    const [path, word = 'true'] = condition.split('=');
    return String(valueAt(data, path, deciding)) === word;
  }

  // A new row may hold rows itself; these stand after it and so are met later.
  function fillRows(root, data, deciding) {
    const holders = () => root.querySelectorAll('[data-rows]');
    for (let index = 0; index < holders().length; index += 1) {
      const holder = holders()[index];
      parts.setRows(holder, valueAt(data, holder.dataset.rows, deciding)?.length ?? 0);
    }
  }

  /* Turns --------------------------------------------------------------------------------------- */

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
    const output = effect(input);
    for (const part of results) show(part, output, input.deciding);
    address.write(differences(values));
    status(parts.filled(page.labels.status.updated, (path) => shownText(output, path, input.deciding)));
  }

  function differences(values) {
    const chosen = start && start.selectedIndex > 0 ? [['start', start.value]] : [];
    const changed = fieldsOf(given.input)
      .filter(({ name, value }) => values.get(name) !== value)
      .map((field) => [field.name, textOf({ ...field, value: values.get(field.name) })]);
    return [...chosen, ...changed];
  }

  /** Puts the values of the starting point into the form, or those the address has instead. */
  function fillForm(pairs) {
    touched.clear();
    show(form, given.input, given.input.deciding);
    for (const field of parts.namedFields(form)) {
      if (field !== start) setAside(field, true);
    }
    for (const field of fieldsOf(given.input)) {
      const shown = element(field);
      if (!shown) continue;
      setAside(shown, false);
      shown.value = parts.tidied(pairs.get(field.name) ?? textOf(field));
      if (!pairs.has(field.name)) continue;
      touched.add(field.name);
      parts.reveal(shown);
    }
  }

  // A span that goes on with the adoption before it has no field for one.
  function setAside(field, aside) {
    field.disabled = aside;
    const around = field.closest('.field');
    if (around) around.hidden = aside;
  }

  function useStart() {
    const id = start?.selectedOptions[0]?.dataset.input;
    given = id ? parts.readJson(id) : page;
  }

  function loadAddress() {
    const pairs = address.read();
    if (start) {
      const options = [...start.options].map(({ value }) => value);
      start.selectedIndex = Math.max(0, options.indexOf(pairs.get('start')));
    }
    useStart();
    fillForm(pairs);
    refresh();
  }

  function restore() {
    useStart();
    fillForm(new Map());
    refresh();
  }

  form.addEventListener('input', refresh);
  form.addEventListener('change', (event) => {
    if (event.target === start) return restore();
    touched.add(event.target.name);
    event.target.value = parts.tidied(event.target.value);
    return refresh();
  });
  for (const button of form.querySelectorAll('[data-reset]')) button.addEventListener('click', restore);

  parts.enable(form);
  if (String(address.read())) loadAddress();
  else fillForm(new Map());
})();
