// For those who review a site: goes from one difference to the next, and lets them write a comment on
// a place, saved as a small file. It runs before the page's own scripts, while the page is still as it
// was served; nothing of it is on a published site.
(function () {
  'use strict';

  const script = document.currentScript;
  const isJapanese = () => document.documentElement.lang !== 'en';
  const say = (ja, en) => (isJapanese() ? ja : en);

  /** The top of the site: beside a page's own script it stands in assets, in the preview it is /. */
  const top = new URL(script.getAttribute('src').includes('.kyotsu/') ? '/' : '..', script.src);

  let places = new Map();
  let isWriting = false;
  let name = '';
  look();
  document.addEventListener('kyotsu:replaced', () => {
    look();
    window.setTimeout(show, 0);
  });
  tools();
  document.addEventListener('click', step);

  /* Places */

  /** What every part of the page can be named by, before other scripts change it. */
  function look() {
    places = new Map();
    const main = document.querySelector('main');
    if (!main) return;
    let heading = '';
    main.querySelectorAll('h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, caption, figcaption, summary').forEach((element) => {
      if (element.closest('[data-review], nav, .review-list, .review-signed') || element.parentElement.closest('tr, summary')) return;
      // What holds paragraphs is commented on by them.
      if (/^(LI|DD)$/.test(element.tagName) && element.querySelector('p')) return;
      const own = named(element, main);
      if (/^H\d$/.test(element.tagName) && own) heading = own;
      const words = said(element.tagName === 'TR' ? element.querySelector('th, td') : element);
      if (words) places.set(element, { anchor: own || heading, words });
    });
  }

  /** The anchor of an element or around it, within the main part. */
  function named(element, main) {
    for (let one = element; one && one !== main; one = one.parentElement) if (one.id) return one.id;
    return '';
  }

  /** The first words of an element. */
  function said(element) {
    if (!element) return '';
    const copy = element.cloneNode(true);
    copy.querySelectorAll('[data-review="said"], [data-review="old"], script, style, template, select, svg, ul, ol, p:not(:first-child)').forEach((one) => one.remove());
    return copy.textContent.replace(/\s+/g, ' ').trim().slice(0, 60);
  }

  /* Differences */

  /** Goes to the difference before or after the one that has the focus. */
  function step(event) {
    const link = event.target.closest?.('.review-previous, .review-next');
    if (!link) return;
    event.preventDefault();
    const all = Array.from(document.querySelectorAll('.review-place'));
    if (all.length === 0) return;
    const bar = link.closest('.review-bar');
    const last = all.findIndex((one) => one.id === bar.dataset.at);
    const forth = link.classList.contains('review-next');
    const next = forth ? (last + 1) % all.length : (last <= 0 ? all.length : last) - 1;
    const place = all[next];
    bar.dataset.at = place.id;
    for (let one = place.closest('details'); one; one = one.parentElement.closest('details')) one.open = true;
    place.scrollIntoView({ block: 'center' });
    bar.querySelector('.review-at').textContent = `${next + 1} / ${all.length} ${place.textContent}`;
    // The link keeps the focus, so that it leads on; what it led to is told beside it.
    all.forEach((one) => one.removeAttribute('aria-current'));
    place.setAttribute('aria-current', 'true');
  }

  /* Comments */

  function tools() {
    const bar = document.createElement('p');
    bar.className = 'review-tools';
    bar.dataset.review = 'said';
    const button = made('button', say('コメントを書く', 'Comment'));
    button.type = 'button';
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => {
      isWriting = !isWriting;
      button.setAttribute('aria-pressed', String(isWriting));
      show();
    });
    const list = made('a', say('コメントの一覧', 'All comments'));
    list.href = new URL(`${isJapanese() ? '' : 'en/'}review/index.html`, top).href;
    bar.append(button, list);
    const region = document.createElement('aside');
    region.id = 'kyotsu-review';
    region.setAttribute('aria-label', say('確認', 'Review'));
    region.append(bar);
    document.body.append(region);
  }

  /** Puts a button at every place, or takes them away. */
  function show() {
    document.querySelectorAll('.review-write').forEach((one) => one.remove());
    if (!isWriting) return;
    places.forEach((place, element) => {
      if (!element.isConnected) return;
      const button = made('button', '＋');
      button.type = 'button';
      button.className = 'review-write';
      button.dataset.review = 'said';
      button.setAttribute('aria-label', say(`「${place.words}」にコメントを書く`, `Comment on “${place.words}”`));
      button.addEventListener('click', (event) => {
        event.preventDefault();
        form(place, button);
      });
      // A summary is a button itself.
      if (element.tagName === 'SUMMARY') element.after(button);
      else (element.tagName === 'TR' ? element.querySelector('th, td') : element).append(button);
    });
  }

  function form(place, opener) {
    const dialog = document.createElement('dialog');
    dialog.className = 'review-form';
    dialog.setAttribute('aria-labelledby', 'review-form-title');
    const title = made('h2', say('コメントを書く', 'Comment'));
    title.id = 'review-form-title';
    const quote = made('blockquote', place.words);
    const who = field('input', 'review-who', say('名前', 'Name'), name);
    const text = field('textarea', 'review-text', say('コメント', 'Comment'), '');
    text.input.rows = 5;
    const missing = made('p', '');
    missing.setAttribute('role', 'alert');
    const save = made('button', say('ファイルに保存', 'Save as a file'));
    const cancel = made('button', say('やめる', 'Cancel'));
    [save, cancel].forEach((button) => (button.type = 'button'));
    const buttons = document.createElement('p');
    buttons.className = 'review-buttons';
    buttons.append(save, cancel);
    const how = made('p', say('保存したファイルを、プロジェクトの review フォルダーに入れると（または担当者に渡すと）、ここに表示されます。', 'Put the saved file into the folder review of the project, or hand it over, and it is shown here.'));
    dialog.append(title, quote, ...who.parts, ...text.parts, missing, how, buttons);
    dialog.addEventListener('close', () => {
      dialog.remove();
      opener.focus();
    });
    cancel.addEventListener('click', () => dialog.close());
    save.addEventListener('click', () => {
      const empty = [who, text].find((one) => one.input.value.trim() === '');
      if (empty) {
        missing.textContent = say(`「${empty.label}」を書いてください。`, `Please fill in “${empty.label}”.`);
        empty.input.focus();
        return;
      }
      name = who.input.value.trim();
      download(place, name, text.input.value.trim());
      dialog.close();
    });
    document.body.append(dialog);
    dialog.showModal();
    (name ? text : who).input.focus();
  }

  function field(kind, id, label, value) {
    const input = document.createElement(kind);
    input.id = id;
    input.value = value;
    input.required = true;
    const named = made('label', label);
    named.htmlFor = id;
    return { input, label, parts: [named, input] };
  }

  function made(kind, text) {
    const element = document.createElement(kind);
    element.textContent = text;
    return element;
  }

  /** The path of this page below the top of the site. */
  function here() {
    const path = decodeURIComponent(location.pathname.slice(top.pathname.length));
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  }

  function download(place, who, text) {
    const now = new Date();
    const two = (part) => String(part).padStart(2, '0');
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    const toml = [
      say('# コメント。対応したら、settled に日付と何をしたかを書いてください。', '# A comment. When it has been dealt with, write the date and what was done in settled.'),
      say('# 例：settled = "2026-11-25 本文を直した"', '# Such as: settled = "2026-11-25 the text was mended"'),
      `page = ${quoted(here())}`,
      `anchor = ${quoted(place.anchor)}`,
      `words = ${quoted(place.words)}`,
      `who = ${quoted(who)}`,
      `on = "${day}"`,
      `text = """\n${lines(text)}"""`,
      'settled = ""',
      '',
    ].join('\n');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([toml], { type: 'application/toml' }));
    link.download = `${day}-${route()}-${chance()}.toml`;
    link.click();
  }

  /** A short name of the page for the file's name. */
  function route() {
    const path = here().replace(/\/?index\.html$/, '').replace(/[^a-z0-9-]+/gi, '-').replace(/^-|-$/g, '');
    return path.slice(0, 40) || 'home';
  }

  /** Letters that no other file has. */
  function chance() {
    const numbers = crypto.getRandomValues(new Uint32Array(2));
    return Array.from(numbers, (number) => number.toString(36)).join('').slice(0, 8);
  }

  /** A text of one line for TOML. */
  function quoted(text) {
    return `"${controlled(text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', ' '))}"`;
  }

  /** A text of several lines for TOML. */
  function lines(text) {
    return controlled(text.replaceAll('\r\n', '\n').replaceAll('\\', '\\\\').replaceAll('"""', '""\\"').replace(/"$/, '\\"'));
  }

  /** TOML knows no control characters but tabs and line breaks. */
  function controlled(text) {
    return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ');
  }
})();
