// Filters the matrix of areas by department and state, and keeps the choice in the address.
// Without scripts the form is not shown and the table shows every row.
(function () {
  'use strict';

  const form = document.querySelector('.matrix-filter');
  const table = form && document.getElementById(form.dataset.matrix);
  if (!table) return;

  const selects = Array.from(form.querySelectorAll('select'));
  const status = form.querySelector('[role="status"]');
  const groups = Array.from(table.tBodies);
  const rows = groups.flatMap(areasOf);
  const place = '#' + table.id;

  groups.forEach(function (group) {
    offer('department', group.dataset.department, group.rows[0]);
  });
  table.querySelectorAll('[data-test]').forEach(function (cell) {
    offer(cell.dataset.test, cell.dataset.state, cell.querySelector('.state'));
  });

  form.addEventListener('change', choose);
  form.querySelector('button').addEventListener('click', function () {
    selects.forEach(function (select) {
      select.value = '';
    });
    choose();
  });
  window.addEventListener('hashchange', recall);

  recall();

  function areasOf(group) {
    return Array.from(group.querySelectorAll('tr:not(.matrix-group)'));
  }

  /** Adds what a row holds to the choices of its column, once. */
  function offer(name, value, shown) {
    const select = form.elements.namedItem(name);
    const known = Array.from(select.options).some(function (option) {
      return option.value === value;
    });
    if (!known) select.add(new Option(shown.textContent.trim(), value));
  }

  function choose() {
    const choice = new URLSearchParams();
    selects.forEach(function (select) {
      if (select.value) choice.set(select.name, select.value);
    });
    const words = choice.toString();
    history.replaceState(history.state, '', words ? place + '?' + words : place);
    show();
  }

  /** Takes the choice from the address, where it holds one. */
  function recall() {
    const named = location.hash.startsWith(place + '?');
    if (named || location.hash === place) {
      const choice = new URLSearchParams(location.hash.slice(place.length + 1));
      selects.forEach(function (select) {
        select.value = choice.get(select.name) || '';
        if (select.selectedIndex < 0) select.value = '';
      });
    }
    show();
    if (named) form.scrollIntoView({ behavior: 'instant' });
  }

  function show() {
    rows.forEach(function (row) {
      row.hidden = !selects.every(function (select) {
        return !select.value || select.value === held(row, select.name);
      });
    });
    groups.forEach(function (group) {
      group.hidden = areasOf(group).every(function (row) {
        return row.hidden;
      });
      const jump = document.querySelector('a[href="#' + group.id + '"]');
      if (jump) jump.parentElement.hidden = group.hidden;
    });
    tell();
  }

  /** What a row holds in the column of a choice. */
  function held(row, name) {
    if (name === 'department') return row.parentElement.dataset.department;
    const cell = row.querySelector('[data-test="' + name + '"]');
    return cell && cell.dataset.state;
  }

  function tell() {
    const shown = rows.filter(function (row) {
      return !row.hidden;
    }).length;
    const words = shown > 0 ? status.dataset.some : status.dataset.none;
    status.textContent = words.replace('{shown}', shown).replace('{all}', rows.length);
  }
})();
