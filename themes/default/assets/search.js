// Looks for words in the index of the site, and keeps them in the address. Every script of the index
// is loaded when a query first needs it: search/LANG/index.js, then one for each kind that may match.
// Without scripts the form is not shown and the page leads to lists.
(function () {
  'use strict';

  const form = document.querySelector('.search-form');
  if (!form) return;

  const STEP = 30;
  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0246813579-_';
  const english = document.documentElement.lang === 'en';
  const input = form.elements.namedItem('q');
  const status = form.querySelector('[role="status"]');
  const kinds = form.querySelector('.search-kinds');
  const radios = Array.from(kinds.querySelectorAll('input'));
  const nothing = document.querySelector('.search-nothing');
  const list = document.querySelector('.search-results');
  const more = document.querySelector('.search-more');
  const ways = document.querySelector('.search-ways');
  const template = document.getElementById('search-result');
  const across = Array.from(document.querySelectorAll('.search-across, .language a'));
  const addresses = across.map((link) => link.getAttribute('href'));
  const title = document.title;

  const loading = new Map();
  let asked = 0;
  let timer = 0;
  let typing = false;
  let words = [];
  let hits = [];
  let shown = 0;

  // Folding, letter for letter as src/text/fold.rs does it --------------------------------------

  const SEGMENTS = /[^][\p{M}\u309b\u309c\uff9e\uff9f]*/gu;
  const PASSED = /[\u00ad\u200b-\u200f\u2060\ufeff\ufe00-\ufe0f\u{e0100}-\u{e01ef}"\u201c-\u201f]/u;
  const JAPANESE = /[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
  const LATIN = /\p{Script=Latin}/u;
  const DIGIT = /[0-9]/;
  const known = new Map();

  function foldedLetter(letter) {
    if (PASSED.test(letter)) return '';
    if (/[\u2018\u2019\u201b]/.test(letter)) return "'";
    if (/[\u2010-\u2015\u2212]/.test(letter)) return '-';
    if (letter === '\u301c') return '~';
    if (letter === '\u00b7') return '\u30fb';
    if (/[\t-\r\u0085\u1680\u2028\u2029]/.test(letter)) return ' ';
    if (/[\u30a1-\u30f6\u30fd\u30fe]/.test(letter)) {
      return String.fromCharCode(letter.charCodeAt(0) - 0x60);
    }
    return letter;
  }

  function foldedSegment(segment) {
    let folded = known.get(segment);
    if (!folded) {
      const joined = segment.replace(/\u309b/g, '\u3099').replace(/\u309c/g, '\u309a');
      const lower = Array.from(joined.normalize('NFKC'), (letter) => letter.toLowerCase());
      folded = Array.from(lower.join(''), foldedLetter).filter(Boolean);
      known.set(segment, folded);
    }
    return folded;
  }

  /** A text as it is searched, with the place in the text that each code unit of it comes from. */
  function fold(text) {
    let folded = '';
    let last = '';
    let blank = false;
    let place = 0;
    const from = [];
    const to = [];
    for (const segment of text.match(SEGMENTS) || []) {
      const start = place;
      place += segment.length;
      for (const letter of foldedSegment(segment)) {
        if (letter === ' ') {
          blank = true;
          continue;
        }
        if (blank && last && !JAPANESE.test(last) && !JAPANESE.test(letter)) add(' ', start, start);
        add(letter, start, place);
        last = letter;
        blank = false;
      }
    }
    return { text: folded, from: from, to: to };

    function add(letter, start, end) {
      folded += letter;
      for (let unit = 0; unit < letter.length; unit++) {
        from.push(start);
        to.push(end);
      }
    }
  }

  /** Words separated by blanks, and phrases between double quotation marks; folded, each once. */
  function wordsOf(query) {
    const parts = query.match(/["\u201c-\u201f\uff02][^"\u201c-\u201f\uff02]*["\u201c-\u201f\uff02]|[^\s"\u201c-\u201f\uff02]+/gu);
    const folded = (parts || []).map((part) => fold(part).text);
    return Array.from(new Set(folded)).filter(Boolean);
  }

  /**
   * Where a word stands in a folded text, from a place on. Latin letters are found where a word
   * begins, digits as a whole number: LINE is not in online, 43 is not in 2043.
   */
  function find(text, word, from) {
    const same = (a, b) => (LATIN.test(a) && LATIN.test(b)) || (DIGIT.test(a) && DIGIT.test(b));
    let at = text.indexOf(word, from);
    while (at >= 0) {
      const end = at + word.length;
      const goesOn = DIGIT.test(word.slice(-1)) && DIGIT.test(text.charAt(end));
      if (!goesOn && !same(text.charAt(at - 1), word.charAt(0))) return at;
      at = text.indexOf(word, at + 1);
    }
    return -1;
  }

  // The index -----------------------------------------------------------------------------------

  window.kyotsuSearch = function (name, data) {
    loading.get(name).give(data);
  };

  function load(name) {
    const known = loading.get(name);
    if (known) return known.promise;
    const entry = {};
    entry.promise = new Promise((give, refuse) => {
      const script = document.createElement('script');
      entry.give = give;
      script.src = form.dataset.index + name + '.js';
      script.onerror = function () {
        loading.delete(name);
        script.remove();
        refuse(new Error(name));
      };
      document.head.append(script);
    });
    loading.set(name, entry);
    return entry.promise;
  }

  async function index() {
    const read = await load('index');
    if (!read.pairs) {
      const letters = Array.from(read.grams);
      read.lists = read.lists.split(' ');
      read.pairs = new Map();
      read.firsts = new Map();
      read.lists.forEach((list, at) => {
        const first = letters[2 * at];
        read.pairs.set(first + letters[2 * at + 1], at);
        if (!read.firsts.has(first)) read.firsts.set(first, []);
        read.firsts.get(first).push(at);
      });
    }
    return read;
  }

  function numbers(list) {
    const found = [];
    let last = 0;
    let step = 0;
    let place = 1;
    for (const letter of list) {
      const digit = DIGITS.indexOf(letter);
      step += (digit % 32) * place;
      place *= 32;
      if (digit < 32) {
        last += step;
        found.push(last);
        step = 0;
        place = 1;
      }
    }
    return found;
  }

  /** The entries that may hold all words: all pairs of letters are there. */
  function candidates(read) {
    let left = null;
    words.forEach((word) => {
      const letters = Array.from(word);
      if (letters.length === 1) {
        keep((read.firsts.get(word) || []).flatMap(listed));
      }
      for (let at = 1; at < letters.length; at++) {
        const pair = read.pairs.get(letters[at - 1] + letters[at]);
        keep(pair === undefined ? [] : listed(pair));
      }
    });
    return left;

    function listed(at) {
      return numbers(read.lists[at]);
    }

    function keep(found) {
      const old = left;
      left = new Set(found.filter((number) => !old || old.has(number)));
    }
  }

  /** Entries that hold all words, the best first. */
  async function search() {
    const read = await index();
    const possible = Array.from(candidates(read)).sort((a, b) => a - b);
    const found = [];
    let start = 0;
    const parts = read.kinds.map((kind) => {
      const [name, count] = kind;
      const first = start;
      start += count;
      const inside = possible.filter((number) => number >= first && number < first + count);
      return inside.length > 0 && load(name).then((entries) => {
        inside.forEach((number) => {
          const hit = looked(entries[number - first]);
          if (hit >= 0) found.push({ entry: entries[number - first], kind: name, rank: hit, number: number });
        });
      });
    });
    await Promise.all(parts);
    return found.sort((a, b) => a.rank - b.rank || a.number - b.number);
  }

  /** How well an entry fits, by the word that fits worst: 0 is its title, 4 its text; -1 not at all. */
  function looked(entry) {
    const [title, , , names, text] = entry;
    const foldAll = (pieces) => pieces.map((piece) => fold(piece).text);
    if (!entry.folded) entry.folded = [[title], names, text].map(foldAll);
    const [[heading], others, pieces] = entry.folded;
    let worst = 0;
    for (const word of words) {
      const has = (piece) => find(piece, word, 0) >= 0;
      const fits = [heading === word, has(heading), others.includes(word), others.some(has), pieces.some(has)];
      if (!fits.includes(true)) return -1;
      worst = Math.max(worst, fits.indexOf(true));
    }
    return worst;
  }

  // What is shown -------------------------------------------------------------------------------

  /** Where the words stand in a text: places in it, in order, none in another. */
  function places(text) {
    const folded = fold(text);
    const found = [];
    words.forEach((word) => {
      for (let at = find(folded.text, word, 0); at >= 0; at = find(folded.text, word, at + 1)) {
        found.push([folded.from[at], folded.to[at + word.length - 1]]);
      }
    });
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return found.reduce((all, place) => {
      const last = all[all.length - 1];
      if (last && place[0] <= last[1]) last[1] = Math.max(last[1], place[1]);
      else all.push(place);
      return all;
    }, []);
  }

  /** A text in an element: words marked, Japanese on English pages said to be so. */
  function write(element, text, marks) {
    let at = 0;
    marks.forEach((mark) => {
      plain(element, text.slice(at, mark[0]));
      const marked = document.createElement('mark');
      plain(marked, text.slice(mark[0], mark[1]));
      element.append(marked);
      at = mark[1];
    });
    plain(element, text.slice(at));
  }

  function plain(element, text) {
    const parts = english ? text.split(/([\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]+)/) : [text];
    parts.forEach((part, at) => {
      if (at % 2 === 0) {
        element.append(part);
        return;
      }
      const japanese = document.createElement('span');
      japanese.lang = 'ja';
      japanese.textContent = part;
      element.append(japanese);
    });
  }

  /** The text around the first words found in it. */
  function context(text, marks) {
    const [before, length] = english ? [60, 240] : [30, 120];
    const first = marks[0] || [0, 0];
    let start = first[0] <= before || text.length <= length ? 0 : first[0] - before;
    let end = Math.min(text.length, Math.max(start + length, first[1]));
    // Neither a word nor a letter of two units is cut.
    const isWithin = (at) => /[A-Za-z0-9]{2}|[\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
    while (start > 0 && isWithin(start)) start--;
    while (end < text.length && isWithin(end)) end++;
    const inside = marks.filter((mark) => mark[1] <= end);
    const line = document.createElement('p');
    line.className = 'search-context';
    if (start > 0) line.append('…');
    write(line, text.slice(start, end), inside.map((mark) => [mark[0] - start, mark[1] - start]));
    if (end < text.length) line.append('…');
    return line;
  }

  function item(hit) {
    const [title, within, href, names, text] = hit.entry;
    const row = template.content.firstElementChild.cloneNode(true);
    const link = row.querySelector('a');
    link.href = href;
    write(link, title, places(title));
    row.querySelector('.chip').textContent = label(hit.kind);
    plain(row.querySelector('.search-within'), within);
    const found = [];
    names.concat(text).forEach((piece) => {
      const marks = places(piece);
      if (marks.length > 0 && found.length < 3) found.push(context(piece, marks));
    });
    // Under a title that was found: what stands there, unless that is a number without its head.
    const said = text.find((piece) => piece.length > 10);
    if (found.length === 0 && said) found.push(context(said, []));
    row.append.apply(row, found);
    return row;
  }

  function label(kind) {
    return radioOf(kind).nextElementSibling.textContent;
  }

  function radioOf(kind) {
    return radios.find((radio) => radio.value === kind);
  }

  function chosen() {
    return radios.find((radio) => radio.checked).value;
  }

  function ofKind(kind) {
    return hits.filter((hit) => !kind || hit.kind === kind);
  }

  function show() {
    radios.forEach((radio) => {
      const count = ofKind(radio.value).length;
      radio.parentElement.hidden = Boolean(radio.value) && count === 0;
      radio.parentElement.querySelector('.search-count').textContent = count;
    });
    list.replaceChildren();
    shown = 0;
    extend();
  }

  function extend() {
    const all = ofKind(chosen());
    list.append.apply(list, all.slice(shown, shown + STEP).map(item));
    shown = Math.min(shown + STEP, all.length);
    more.hidden = shown >= all.length;
  }

  function tell(words) {
    const said = words
      .replace('{count}', ofKind(chosen()).length)
      .replace('{query}', () => input.value.trim());
    status.replaceChildren();
    plain(status, said);
  }

  /** Looks for what stands in the form; an answer to an older question is dropped. */
  async function ask() {
    const question = ++asked;
    list.setAttribute('aria-busy', 'true');
    words = wordsOf(input.value);
    if (words.length === 0) {
      hits = [];
      settle('');
      return;
    }
    if (!loading.has('index')) tell(status.dataset.loading);
    let said = status.dataset.failed;
    let found = [];
    try {
      found = await search();
      said = '';
    } catch (error) {
      // Told in the status line.
    }
    if (question !== asked) return;
    hits = found;
    if (ofKind(chosen()).length === 0) radios[0].checked = true;
    settle(said || sentence());
  }

  function sentence() {
    if (hits.length === 0) return status.dataset.none;
    return ofKind(chosen()).length === 1 ? status.dataset.one : status.dataset.found;
  }

  function settle(said) {
    const any = hits.length > 0;
    list.removeAttribute('aria-busy');
    kinds.hidden = !any;
    list.hidden = !any;
    nothing.hidden = any || said !== status.dataset.none;
    ways.hidden = any;
    show();
    tell(said);
  }

  // The address ---------------------------------------------------------------------------------

  function keep(isNew) {
    const choice = new URLSearchParams();
    if (input.value.trim()) choice.set('q', input.value.trim());
    if (chosen()) choice.set('kind', chosen());
    const query = choice.toString() ? '?' + choice : '';
    document.title = input.value.trim() ? input.value.trim() + ' – ' + title : title;
    across.forEach((link, at) => {
      link.setAttribute('href', addresses[at] + query);
    });
    if (query === location.search) return;
    const address = location.pathname + query;
    if (isNew) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }

  function recall() {
    const choice = new URLSearchParams(location.search);
    input.value = choice.get('q') || '';
    (radioOf(choice.get('kind') || '') || radios[0]).checked = true;
    typing = false;
    keep(false);
    ask();
  }

  function typed() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // One step back leads to the words before, not to their beginning.
      keep(!typing);
      typing = true;
      ask();
    }, 200);
  }

  input.addEventListener('input', (event) => {
    if (!event.isComposing) typed();
  });
  input.addEventListener('compositionend', typed);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    keep(!typing);
    typing = false;
    ask();
  });
  kinds.addEventListener('change', () => {
    keep(false);
    show();
    tell(sentence());
  });
  more.addEventListener('click', () => {
    const next = list.children.length;
    extend();
    list.children[next].querySelector('a').focus();
  });
  window.addEventListener('popstate', recall);

  recall();
})();
