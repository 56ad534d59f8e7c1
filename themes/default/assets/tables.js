// Lets a reader sort, filter, add up, link to and save the tables of a page, and keeps the choice in
// the address. Without this script every row stands there, in the order of its source.
(function () {
  'use strict';

  const parts = document.getElementById('table-parts');
  if (!parts) return;

  const words = parts.dataset;
  const REMARKS = '.chip-doubt, .cell-note';
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const tables = Array.from(document.querySelectorAll('table.worked'), enhanced);

  window.addEventListener('hashchange', recall);
  recall();

  /** A table with its choice: `sort` counts columns from 1, minus is descending, 0 is as it was. */
  function enhanced(element) {
    const figure = element.closest('figure');
    const rows = Array.from(element.tBodies[0].rows);
    const table = { element, figure, rows, order: rows, copies: new Map(), sort: 0, words: '' };
    table.texts = rows.map((row) => folded(row.textContent));
    table.heads = Array.from(element.tHead.rows[0].cells);
    table.heads.forEach((head, at) => addSort(table, head, at + 1));
    const tools = figure.querySelector('.table-tools');
    if (tools) addFilter(table, tools);
    const ends = figure.querySelector('.table-ends');
    const button = ends.appendChild(part('.table-save'));
    button.addEventListener('click', () => save(element.id + '.csv', csv(table)));
    if (rows.some(({ id }) => id)) addCopies(table, ends);
    show(table);
    return table;
  }

  function part(selector) {
    return parts.content.querySelector(selector).cloneNode(true);
  }

  function addSort(table, head, column) {
    const button = part('.table-sort');
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      table.sort = table.sort === column ? -column : table.sort === -column ? 0 : column;
      choose(table);
    });
  }

  function addFilter(table, tools) {
    const label = part('.table-filter');
    table.field = label.querySelector('input');
    table.status = part('.table-status');
    tools.append(label, table.status);
    table.field.addEventListener('input', () => {
      table.words = table.field.value.trim();
      choose(table);
    });
  }

  // Addresses of rows ---

  /**
   * A button at each row that has an address. Only one of them stands in the order of the tabulator,
   * as in a toolbar, so that a long table is passed with one key; arrows go from row to row.
   */
  function addCopies(table, ends) {
    const told = ends.appendChild(part('.table-copied'));
    table.rows.forEach((row) => {
      const button = row.cells[0].appendChild(part('.row-copy'));
      table.copies.set(row, button);
      button.title = button.textContent;
      button.setAttribute('aria-label', button.textContent + ' (' + row.id + ')');
      button.addEventListener('focus', () => makeStop(table, row));
      button.addEventListener('click', () => copy(row, button, told));
      button.addEventListener('keydown', (event) => move(table, row, event));
    });
  }

  function makeStop(table, stop) {
    table.copies.forEach((button, row) => (button.tabIndex = row === stop ? 0 : -1));
  }

  function move(table, row, event) {
    const rows = shownRows(table);
    const at = rows.indexOf(row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (rows[to]) table.copies.get(rows[to]).focus();
  }

  function copy(row, button, told) {
    const address = location.href.split('#')[0] + '#' + row.id;
    const [status, field] = told.children;
    const done = () => (status.textContent = words.copied);
    // Where a page may not write to the clipboard, the address lies ready to be taken.
    const offer = () => {
      status.textContent = '';
      field.value = address;
      field.hidden = false;
      field.select();
      field.onblur = () => (field.hidden = true);
      field.onkeydown = ({ key }) => key === 'Escape' && button.focus();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(address).then(done, offer);
    else offer();
  }

  // What is shown ---

  function show(table) {
    const order = sorted(table);
    const moved = order.some((row, at) => row !== table.order[at]);
    if (moved) table.element.tBodies[0].append(...order);
    table.order = order;
    const wanted = folded(table.words).split(/\s+/);
    const isWanted = (text) => wanted.every((word) => text.includes(word));
    table.rows.forEach((row, at) => (row.hidden = !isWanted(table.texts[at])));
    table.heads.forEach((head, at) => {
      if (Math.abs(table.sort) !== at + 1) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', table.sort > 0 ? 'ascending' : 'descending');
    });
    const shown = shownRows(table);
    makeStop(table, shown[0]);
    if (table.status) tell(table, shown.length, table.rows.length);
    if (table.element.tFoot) addUp(table.element.tFoot, shown);
  }

  function shownRows(table) {
    return table.order.filter(({ hidden }) => !hidden);
  }

  function tell({ status }, shown, all) {
    const text = counted(shown === 0 ? words.none : shown < all ? words.some : words.all, shown, all);
    // What is set again is read out again.
    if (status.textContent !== text) status.textContent = text;
    status.parentElement.classList.toggle('chosen', shown < all);
  }

  function counted(sentence, some, all) {
    return sentence.replace('{some}', some).replace('{all}', all);
  }

  /** Sums of the rows shown, of the columns that may be added up; what they leave out is told. */
  function addUp(foot, shown) {
    foot.querySelectorAll('[data-sum]').forEach((cell) => {
      const numbers = shown.map(({ cells }) => exact(keyText(cells[cell.cellIndex])));
      const known = numbers.filter(Boolean);
      cell.textContent = known.length > 0 ? written(known.reduce(plus)) : '';
      if (known.length === shown.length) return;
      const note = cell.appendChild(document.createElement('span'));
      note.className = 'cell-note';
      note.textContent = counted(words.valued, known.length, shown.length);
    });
    const doubtful = shown.some((row) => row.querySelector('.chip-doubt'));
    foot.querySelector('.cell-note').textContent = doubtful ? words.doubtful : '';
  }

  // Order ---

  function sorted({ rows, heads, sort }) {
    if (sort === 0) return rows;
    const at = Math.abs(sort) - 1;
    const texts = rows.map(({ cells }) => keyText(cells[at]));
    const numeric = heads[at].classList.contains('numeric') && texts.some(exact);
    const key = (text) => (numeric ? exact(text) : text || null);
    const keys = new Map(rows.map((row, index) => [row, key(texts[index])]));
    const compare = numeric ? compared : collator.compare;
    // Rows without a value come last either way; equals stay in the order of their source.
    return rows.slice().sort((one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      if (a === null || b === null) return (a === null) - (b === null);
      return Math.sign(sort) * compare(a, b);
    });
  }

  /** What a cell is sorted by and added up as; nothing where it has no value. */
  function keyText(cell) {
    return cell.querySelector('.absent') ? '' : cell.dataset.sort || textOf(cell);
  }

  /** A number with all its digits, or null. */
  function exact(text) {
    const found = /^([△▲−-]?)(\d[\d,]*)(?:\.(\d+))?$/.exec(text);
    if (!found) return null;
    const [, minus, whole, fraction = ''] = found;
    const digits = BigInt(whole.replaceAll(',', '') + fraction);
    return { digits: minus ? -digits : digits, places: fraction.length };
  }

  function plus(one, other) {
    const places = Math.max(one.places, other.places);
    const digits = (number) => number.digits * 10n ** BigInt(places - number.places);
    return { digits: digits(one) + digits(other), places };
  }

  function compared(one, other) {
    const { digits } = plus(one, { ...other, digits: -other.digits });
    return digits < 0n ? -1 : Number(digits > 0n);
  }

  function written({ digits, places }) {
    const plain = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
    const whole = plain.slice(0, plain.length - places).replace(/\B(?=(\d{3})+$)/g, ',');
    return (digits < 0n ? '-' : '') + whole + (places > 0 ? '.' + plain.slice(-places) : '');
  }

  /** Capitals, full width and either kana are alike; numbers lose their commas. */
  function folded(text) {
    const alike = text.normalize('NFKC').toLowerCase().replace(/(\d),(?=\d{3})/g, '$1');
    return alike.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 96));
  }

  // What is saved ---

  /** A cell's words without remarks and buttons; a missing value is its mark. */
  function textOf(cell) {
    const copy = cell.cloneNode(true);
    const beside = copy.querySelectorAll(REMARKS + ', .visually-hidden, .row-copy');
    beside.forEach((one) => one.remove());
    const list = Array.from(copy.querySelectorAll('li'), ({ textContent }) => textContent);
    return (list.length > 0 ? list.join(words.list) : copy.textContent).trim();
  }

  function csv(table) {
    const rows = shownRows(table);
    const isRemarked = rows.some((row) => row.querySelector(REMARKS));
    const remarks = (row) => Array.from(row.querySelectorAll(REMARKS), ({ textContent }) => textContent);
    const line = (row, last) => {
      const cells = Array.from(row.cells, textOf).concat(isRemarked ? last : []);
      return cells.map(field).join(',') + '\r\n';
    };
    const lines = rows.map((row) => line(row, remarks(row).join(' ')));
    return '\ufeff' + line(table.element.tHead.rows[0], words.remark) + lines.join('');
  }

  /** Numbers are plain; words that a spreadsheet would take for a formula begin with an apostrophe. */
  function field(text) {
    if (exact(text)) return text.replaceAll(',', '').replace(/^[△▲−]/, '-');
    const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  }

  function save(name, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    link.download = name;
    link.click();
  }

  // The address ---

  /** The choices of the address by the id of what they are for: `#one?sort=2;other?q=a`. */
  function choices() {
    const pieces = location.hash.slice(1).split(';').filter((one) => one.includes('?'));
    return new Map(pieces.map((one) => one.split('?')));
  }

  function choose(table) {
    show(table);
    const { element: { id }, sort, words: q } = table;
    const all = choices();
    const choice = new URLSearchParams({ ...(sort && { sort }), ...(q && { q }) }).toString();
    if (choice) all.set(id, choice);
    else all.delete(id);
    const pieces = Array.from(all, (one) => one.join('?'));
    history.replaceState(history.state, '', '#' + (pieces.join(';') || id));
  }

  /** Takes the choices from the address; a row it names is shown, whatever its table was cut to. */
  function recall() {
    const all = choices();
    const named = tables.filter(({ element }) => all.has(element.id));
    const isAsked = ({ id, hidden }) => hidden && location.hash === '#' + id;
    const cut = tables.find(({ rows }) => rows.some(isAsked));
    const asked = cut && cut.rows.find(isAsked);
    if (named.length > 0) tables.forEach((table) => take(table, all.get(table.element.id)));
    else if (cut) narrow(cut, '');
    const wanted = named.length > 0 ? named[0].figure : asked;
    if (!wanted) return;
    const fold = wanted.closest('details');
    if (fold) fold.open = true;
    wanted.scrollIntoView({ behavior: 'instant' });
  }

  function take(table, choice) {
    const given = new URLSearchParams(choice);
    const sort = Number(given.get('sort'));
    table.sort = Math.abs(sort) in [0, ...table.heads] ? sort : 0;
    narrow(table, given.get('q') || '');
  }

  function narrow(table, text) {
    if (table.field) table.field.value = table.words = text;
    show(table);
  }
})();
