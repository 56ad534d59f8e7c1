'use strict';

// What both calculators share: reading what people type, showing numbers, messages beside fields,
// and a state in the address.
(() => {
  const kyotsu = (globalThis.kyotsu ??= {});

  /* Numbers */

  const MOST = 10n ** 15n;

  /** What was typed, in plain characters: no full width, no separators, one minus sign. */
  function plain(typed) {
    return typed
      .normalize('NFKC')
      .replace(/[\s,、]/g, '')
      .replace(/^[\u25b3\u25b2\u2212\u2010-\u2014\u30fc\ufe63]/, '-')
      .replace(/^\+/, '')
      .replace(/[%円人]$/, '');
  }

  /** A whole number as text, or null. */
  function whole(typed, { low = -MOST, high = MOST } = {}) {
    const text = plain(typed);
    if (!/^-?\d{1,18}$/.test(text)) return null;
    const value = BigInt(text);
    return value < low || value > high ? null : value.toString();
  }

  /** A decimal with at most so many places, as a whole number of its last place, or null. */
  function decimal(typed, places, high) {
    const match = /^(\d{1,9})(?:\.(\d*))?$/.exec(plain(typed));
    const part = match?.[2]?.replace(/0+$/, '') ?? '';
    if (!match || part.length > places) return null;
    const value = Number(match[1] + part.padEnd(places, '0'));
    return value <= high * 10 ** places ? value : null;
  }

  /** A whole number of last places as a decimal: 450 of two places is 4.5. */
  function decimalText(value, places) {
    const digits = String(value).padStart(places + 1, '0');
    const part = digits.slice(-places).replace(/0+$/, '');
    return digits.slice(0, -places) + (part && `.${part}`);
  }

  /** Digits in groups of three, behind a true minus sign; what follows the point stays. */
  function grouped(text) {
    const [, sign, digits, rest] = /^(-?)(\d+)(.*)$/.exec(text);
    return (sign && '−') + digits.replace(/\B(?=(\d{3})+$)/g, ',') + rest;
  }

  /** What was typed as it is best read: whole numbers in groups, all else as it is. */
  function tidied(typed) {
    const text = plain(typed);
    return /^-?\d+$/.test(text) ? grouped(text) : typed;
  }

  /* Elements */

  const readJson = (id) => JSON.parse(document.getElementById(id).textContent);

  /** Text with {names} filled in. */
  const filled = (text, value) => text.replace(/\{([^}]+)\}/g, (_, name) => value(name));

  function setText(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  /** Opens whatever an element is folded into. */
  function reveal(element) {
    for (let around = element.closest('details'); around; around = around.parentElement.closest('details')) {
      around.open = true;
    }
  }

  /** Says of results that they are older than the inputs, or no longer so. */
  function setStale(results, stale) {
    for (const part of results) {
      part.toggleAttribute('data-stale', stale);
      for (const note of part.querySelectorAll('[data-stale-note]')) note.hidden = !stale;
    }
  }

  /** Lets the form be used; what is said to readers without scripts goes away. */
  function enable(form) {
    for (const set of form.querySelectorAll('fieldset[disabled]')) set.disabled = false;
    for (const note of document.querySelectorAll('[data-without-script]')) note.hidden = true;
    form.addEventListener('submit', (event) => event.preventDefault());
  }

  /** Calls at most once before the next painting. */
  function oncePerFrame(call) {
    let waiting = false;
    return () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        call();
      });
    };
  }

  /** A status line, told once typing pauses. */
  function statusLine(element) {
    let pause;
    return (text) => {
      clearTimeout(pause);
      pause = setTimeout(() => setText(element, text), 600);
    };
  }

  /* Rows */

  const templateOf = (holder) => holder.querySelector(':scope > template');

  const rowsOf = (holder) => [...holder.children].filter(({ localName }) => localName !== 'template');

  /** The row of a template at an index, which is the first * in it. */
  function rowAt(template, index) {
    const row = template.content.cloneNode(true);
    stamp(row, index);
    return row;
  }

  function stamp(fragment, index) {
    for (const element of fragment.querySelectorAll('*')) {
      for (const { name, value } of [...element.attributes]) {
        if (value.includes('*')) element.setAttribute(name, stamped(value, index));
      }
      if (element.localName === 'template') stamp(element.content, index);
    }
  }

  // An attribute may name several elements, each with its own mark.
  const stamped = (value, index) =>
    value
      .split(' ')
      .map((word) => word.replace('*', index))
      .join(' ');

  /** Makes as many rows as asked from the template inside the holder. */
  function setRows(holder, count) {
    const rows = rowsOf(holder);
    for (const row of rows.slice(count)) row.remove();
    for (let index = rows.length; index < count; index += 1) {
      holder.append(rowAt(templateOf(holder), index));
    }
  }

  /** Gives the rows that came with the page what only their template says. */
  function placeRows(holder) {
    for (const [index, row] of rowsOf(holder).entries()) {
      placeLike(row, rowAt(templateOf(holder), index).firstElementChild);
    }
  }

  function placeLike(element, model) {
    for (const { name, value } of model.attributes) {
      if (!element.hasAttribute(name)) element.setAttribute(name, value);
    }
    const template = templateOf(model);
    if (template) {
      element.prepend(template);
      placeRows(element);
    } else {
      for (const [at, child] of [...model.children].entries()) placeLike(element.children[at], child);
    }
  }

  /* Messages beside fields */

  /** Shows {names, text} problems: each message after the last field it names. */
  function showProblems(form, problems) {
    const shown = new Map();
    for (const { names, text } of problems) {
      const id = `${names.at(-1)}-error`;
      if (!shown.has(id)) shown.set(id, { names, text });
    }
    for (const old of form.querySelectorAll('.field-error')) {
      if (!shown.has(old.id)) old.remove();
    }
    for (const [id, { names, text }] of shown) place(form, id, names.at(-1), text);
    for (const field of namedFields(form)) mark(field, shown);
  }

  /** The part of a form that has a field, its labels and its message. */
  const around = (field) => field.closest('.fields > *') ?? field.parentElement;

  const namedFields = (form) => [...form.elements].filter(({ name }) => name);

  function place(form, id, name, text) {
    let message = document.getElementById(id);
    if (!message) {
      message = document.createElement('p');
      message.id = id;
      message.className = 'field-error';
      const field = form.elements.namedItem(name);
      around(field).append(message);
      reveal(field);
    }
    setText(message, text);
  }

  function mark(field, shown) {
    const own = [...shown].filter(([, { names }]) => names.includes(field.name)).map(([id]) => id);
    setOrRemove(field, 'aria-describedby', own.join(' '));
    setOrRemove(field, 'aria-invalid', own.length > 0 ? 'true' : '');
  }

  function setOrRemove(element, name, value) {
    if (value) element.setAttribute(name, value);
    else element.removeAttribute(name);
  }

  /* The address */

  /** The state kept behind `#key?`; `changed` is called when the reader changes it. */
  function address(key, changed) {
    let own = location.hash;
    addEventListener('hashchange', () => {
      if (location.hash === own) return;
      own = location.hash;
      changed();
    });
    return {
      read: () => {
        const [name, query = ''] = location.hash.slice(1).split(/\?(.*)/s);
        return name === key ? new URLSearchParams(query) : new URLSearchParams();
      },
      write: (pairs) => {
        const query = new URLSearchParams(pairs).toString();
        const mine = location.hash.slice(1).split('?')[0] === key;
        if (!query && !mine) return;
        const hash = query ? `#${key}?${query}` : '#';
        if (hash === location.hash) return;
        replaceHash(hash);
        own = location.hash;
      },
    };
  }

  // Some browsers keep history shut to pages opened from a folder.
  function replaceHash(hash) {
    try {
      history.replaceState(null, '', hash);
    } catch {
      location.replace(hash);
    }
  }

  kyotsu.form = {
    plain,
    whole,
    decimal,
    decimalText,
    grouped,
    tidied,
    readJson,
    filled,
    setText,
    reveal,
    setStale,
    enable,
    oncePerFrame,
    statusLine,
    rowsOf,
    setRows,
    placeRows,
    around,
    namedFields,
    showProblems,
    address,
  };
})();
