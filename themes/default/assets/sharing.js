'use strict';

(() => {
  const { form: parts, shares } = globalThis.kyotsu;
  const form = document.getElementById('sharing');
  if (!form) return;

  const { input: given, labels } = parts.readJson('sharing-input');
  const holder = form.querySelector('[data-rows="bodies"]');
  const results = form.querySelectorAll('[data-results]');
  const status = parts.statusLine(document.getElementById('sharing-status'));
  const touched = new Set();
  const COLUMNS = ['code', 'name', 'population', 'use'];
  const MOST_BODIES = 200;

  /* Fields */

  const element = (name) => form.elements.namedItem(name);
  const rows = () => parts.rowsOf(holder);
  const rowNames = (index) => COLUMNS.map((column) => `bodies.${index}.${column}`);
  const weightNames = [0, 1, 2].map((index) => `weights.${index}`);

  function namesFor(count) {
    return ['total', ...weightNames, ...Array.from({ length: count }, (_, index) => rowNames(index)).flat()];
  }

  /** The given text of a field, or what a row beyond the given ones begins with. */
  function givenText(name) {
    const text = name.split('.').reduce((value, key) => value?.[key], given);
    return text ?? (/\.(population|use)$/.test(name) ? '0' : '');
  }

  // Codes and names stay as they were typed.
  const tidied = (name, text) => (/\.(code|name)$/.test(name) ? text : parts.tidied(text));

  const amount = (name) => parts.whole(element(name).value, { low: 0n });
  const code = (name) => element(name).value.normalize('NFKC').trim();

  function weight(name) {
    const text = parts.plain(element(name).value);
    return /^\d{1,3}(\.\d{1,9})?$/.test(text) ? text : null;
  }

  /* Reading */

  function readForm() {
    const problems = [];
    const checked = (name, kind, value) => {
      if (!value) problems.push({ names: [name], text: labels.errors[kind] });
      return value;
    };
    const bodies = rows().map((_, index) => {
      const [own, , population, use] = rowNames(index);
      return {
        code: checked(own, 'code', code(own)),
        population: checked(population, 'population', amount(population)),
        use: checked(use, 'use', amount(use)),
      };
    });
    const input = {
      total: checked('total', 'total', amount('total')),
      weights: weightNames.map((name) => checked(name, 'weight', weight(name))),
      bodies,
    };
    problems.push(...repeatedCodes(bodies));
    const output = problems.length > 0 ? null : shares(input);
    if (output?.error) problems.push(problemOf(output.error, input));
    return { input, output, problems };
  }

  function repeatedCodes(bodies) {
    const codes = bodies.map((body) => body.code);
    return codes.flatMap((own, index) =>
      own && codes.indexOf(own) < index
        ? [{ names: [`bodies.${index}.code`], text: labels.errors.repeated }]
        : [],
    );
  }

  // A message on the whole stands beside the field it rests on.
  function problemOf(error, { weights, bodies }) {
    if (error === 'weights') return { names: weightNames, text: labels.errors.weights, always: true };
    const nobody = bodies.every(({ population }) => /^0*$/.test(population));
    const index = nobody && !/^[0.]*$/.test(weights[1]) ? 1 : 2;
    return { names: [weightNames[index]], text: labels.errors.zero_total, always: true };
  }

  /* Turns */

  const address = parts.address('sharing', loadAddress);
  const refresh = parts.oncePerFrame(compute);

  function compute() {
    const { input, output, problems } = readForm();
    parts.showProblems(
      form,
      problems.filter(({ names, always }) => always || names.some((name) => touched.has(name))),
    );
    parts.setStale(results, problems.length > 0);
    if (problems.length > 0) {
      status(parts.filled(labels.status.stale, () => String(problems.length)));
      return;
    }
    for (const cell of form.querySelectorAll('[data-value]')) {
      const [list, index] = cell.dataset.value.split('.');
      if (list === 'shares') parts.setText(cell, parts.grouped(output.shares[index]));
      if (list === 'total') parts.setText(cell, parts.grouped(input.total));
    }
    address.write(differences());
    const counts = { total: parts.grouped(input.total), bodies: String(input.bodies.length) };
    status(parts.filled(labels.status.updated, (name) => counts[name]));
  }

  function differences() {
    const count = rows().length;
    const resized = count === given.bodies.length ? [] : [['rows', String(count)]];
    const changed = namesFor(count)
      .map((name) => [name, stateText(name)])
      .filter(([name, text]) => text !== givenText(name));
    return [...resized, ...changed];
  }

  function stateText(name) {
    if (/\.(code|name)$/.test(name)) return element(name).value.trim();
    return parts.plain(element(name).value);
  }

  function fillForm(pairs) {
    touched.clear();
    const asked = Number(pairs.get('rows') ?? given.bodies.length);
    const count = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), MOST_BODIES) : given.bodies.length;
    parts.setRows(holder, count);
    for (const name of namesFor(count)) {
      element(name).value = tidied(name, pairs.get(name) ?? givenText(name));
      if (pairs.has(name)) touched.add(name);
    }
    setButtons();
  }

  function loadAddress() {
    fillForm(address.read());
    refresh();
  }

  /* Rows */

  function addRow() {
    const index = rows().length;
    if (index >= MOST_BODIES) return;
    parts.setRows(holder, index + 1);
    const begun = [freeCode(index), '', '0', '0'];
    rowNames(index).forEach((name, column) => {
      element(name).value = begun[column];
    });
    setButtons();
    element(`bodies.${index}.name`).focus();
    refresh();
  }

  // A code to begin with, so that a new row is no error before anything is typed.
  function freeCode(index) {
    const taken = new Set(Array.from({ length: index }, (_, at) => code(`bodies.${at}.code`)));
    let number = index + 1;
    while (taken.has(String(number).padStart(2, '0'))) number += 1;
    return String(number).padStart(2, '0');
  }

  // The values below move up and the last row goes, so that names keep counting from nought.
  function removeRow(index) {
    const count = rows().length;
    if (count === 1) return;
    for (let at = index; at < count - 1; at += 1) {
      rowNames(at).forEach((name, column) => {
        element(name).value = element(rowNames(at + 1)[column]).value;
      });
    }
    parts.setRows(holder, count - 1);
    touched.clear();
    setButtons();
    rows()[Math.min(index, count - 2)].querySelector('input').focus();
    refresh();
  }

  function setButtons() {
    const count = rows().length;
    for (const button of form.querySelectorAll('[data-remove]')) button.disabled = count === 1;
    for (const button of form.querySelectorAll('[data-add]')) button.disabled = count >= MOST_BODIES;
  }

  form.addEventListener('input', refresh);
  form.addEventListener('change', (event) => {
    const { target } = event;
    touched.add(target.name);
    target.value = tidied(target.name, target.value);
    refresh();
  });
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if ('add' in button.dataset) addRow();
    if ('remove' in button.dataset) removeRow(rows().findIndex((row) => row.contains(button)));
    if ('reset' in button.dataset) {
      fillForm(new Map());
      refresh();
    }
  });

  parts.enable(form);
  if (String(address.read())) loadAddress();
  else fillForm(new Map());
})();
