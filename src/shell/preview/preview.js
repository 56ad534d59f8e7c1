// Keeps an open page as its sources are: takes over only what changed, so that the reader stays where
// they are, and tells what is to be mended. It runs before the page's own scripts, while the page is
// still as it was served.
(function () {
  'use strict';

  const own = document.currentScript.dataset;
  const PANEL = 'kyotsu-preview';
  // What a reviewer is writing stays.
  const REVIEW = '#kyotsu-review, .review-form';
  let number = Number(own.number);
  let source = null;
  let work = Promise.resolve();
  let told = null;

  // The parts of the page, each with the markup it was served with.
  let parts = Array.from(document.body.children, (element) => ({ element, served: element.outerHTML }));

  // A browser keeps few connections to one place, so a page nobody sees gives its own back.
  document.addEventListener('visibilitychange', listen);
  window.addEventListener('pagehide', stop);
  window.addEventListener('pageshow', listen);
  listen();

  function listen() {
    stop();
    if (document.hidden) return;
    const language = document.documentElement.lang === 'en' ? 'en' : 'ja';
    source = new EventSource(`/.kyotsu/events?since=${number}&lang=${language}`);
    source.onmessage = ({ data }) => {
      const news = JSON.parse(data);
      work = work.then(() => take(news)).catch(() => location.reload());
    };
  }

  function stop() {
    source?.close();
    source = null;
  }

  async function take(news) {
    if (news.session !== own.session) {
      location.reload();
      return;
    }
    show(news.problems);
    const changed = new Set(news.changed.map((path) => `/${path}`));
    if (news.number <= number) return;
    if (usesChanged('script[src], img[src]', 'src', changed)) {
      location.reload();
      return;
    }
    if (changed.has(here()) || news.differs) await replace();
    freshen(changed, news.number);
    number = news.number;
  }

  /** The path of this page as the server names it. */
  function here() {
    const path = decodeURIComponent(location.pathname);
    return path.endsWith('/') ? `${path}index.html` : path;
  }

  function pathOf(element, name) {
    return decodeURIComponent(new URL(element.getAttribute(name), document.baseURI).pathname);
  }

  function usesChanged(selector, name, changed) {
    return Array.from(document.querySelectorAll(selector)).some((one) => changed.has(pathOf(one, name)));
  }

  /* Styles */

  /** Loads changed stylesheets again; the old one stays until the new one is there. */
  function freshen(changed, stamp) {
    document.querySelectorAll('link[rel="stylesheet"]').forEach((link) => {
      if (!changed.has(pathOf(link, 'href'))) return;
      const fresh = link.cloneNode();
      fresh.href = `${link.getAttribute('href').split('?')[0]}?${stamp}`;
      fresh.addEventListener('load', () => link.remove());
      fresh.addEventListener('error', () => link.remove());
      link.after(fresh);
    });
  }

  /* Pages */

  async function replace() {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    if (!answer.ok) throw new Error(answer.statusText);
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = Array.from(next.body.children);
    const alike = ({ element }, at) => element.tagName === fresh[at].tagName;
    if (fresh.length !== parts.length || !parts.every(alike)) throw new Error('another page');

    const place = [window.scrollX, window.scrollY];
    const open = opened();
    const focus = focused();
    // What scripts put beside the page belongs to what is replaced now.
    const kept = new Set(parts.map(({ element }) => element));
    Array.from(document.body.children).forEach((one) => {
      if (!kept.has(one) && one.id !== PANEL && !one.matches(REVIEW)) one.remove();
    });
    parts = parts.map((part, at) => {
      const served = fresh[at].outerHTML;
      if (served === part.served) return part;
      const element = document.importNode(fresh[at], true);
      part.element.replaceWith(element);
      return { element, served };
    });
    document.title = next.title;
    document.documentElement.lang = next.documentElement.lang;
    document.body.className = next.body.className;
    takeStyles(next);
    const restore = () => {
      reopen(open);
      window.scrollTo({ left: place[0], top: place[1], behavior: 'instant' });
      focus?.()?.focus({ preventScroll: true });
    };
    restore();
    // Scripts of reviewers look at the page before its own change it.
    document.dispatchEvent(new Event('kyotsu:replaced'));
    await runScripts(next);
    if (document.activeElement === document.body) restore();
  }

  /** Styles the page uses now and did not before, and the other way round. */
  function takeStyles(next) {
    const selector = 'link[rel="stylesheet"]:not([data-preview])';
    const plain = (link) => link.getAttribute('href').split('?')[0];
    const wanted = Array.from(next.querySelectorAll(selector));
    const here = Array.from(document.querySelectorAll(selector));
    here.filter((one) => !wanted.some((other) => plain(other) === plain(one))).forEach((one) => one.remove());
    const missing = wanted.filter((one) => !here.some((other) => plain(other) === plain(one)));
    document.head.append(...missing.map((one) => document.importNode(one)));
  }

  /** The page's scripts once more, for what they work on is new; in their order. */
  function runScripts(next) {
    document.querySelectorAll('script[src]:not([data-preview])').forEach((old) => old.remove());
    const sources = Array.from(next.querySelectorAll('script[src]:not([data-preview])'));
    const loads = sources.map((one) => {
      const script = document.createElement('script');
      script.async = false;
      script.src = one.getAttribute('src');
      const loaded = new Promise((done) => {
        script.addEventListener('load', done);
        script.addEventListener('error', done);
      });
      document.head.append(script);
      return loaded;
    });
    return Promise.all(loads);
  }

  /* Where the reader is */

  /** What names an open part when its page is made anew: its id, or its words and which of those. */
  function names() {
    const seen = new Map();
    return Array.from(document.querySelectorAll(`details:not(#${PANEL} *)`), (element) => {
      const words = element.id || (element.querySelector('summary')?.textContent ?? '').trim();
      const before = seen.get(words) ?? 0;
      seen.set(words, before + 1);
      return { element, name: `${words}\n${before}` };
    });
  }

  function opened() {
    return new Map(names().map(({ element, name }) => [name, element.open]));
  }

  function reopen(open) {
    names().forEach(({ element, name }) => {
      if (open.has(name)) element.open = open.get(name);
    });
  }

  /** A way to find again what has the focus: by its id, else by its place among its like. */
  function focused() {
    const element = document.activeElement;
    if (!element || element === document.body || element.closest(`#${PANEL}`)) return null;
    if (element.id) return () => document.getElementById(element.id);
    const like = () => Array.from(document.querySelectorAll(element.localName));
    const at = like().indexOf(element);
    return () => like()[at];
  }

  /* What is to be mended */

  function show(problems) {
    const text = JSON.stringify(problems);
    if (text === told) return;
    told = text;
    document.getElementById(PANEL)?.remove();
    if (!problems) return;
    const panel = document.createElement('aside');
    panel.id = PANEL;
    panel.setAttribute('role', 'status');
    panel.classList.toggle('only-warnings', !problems.meanwhile);
    const details = document.createElement('details');
    details.open = Boolean(problems.meanwhile);
    details.append(line('summary', '', problems.title), line('p', 'meanwhile', problems.meanwhile));
    problems.list.forEach((one) => {
      const item = document.createElement('div');
      item.className = 'problem';
      item.append(
        line('p', 'message', `${one.severity}${one.code && ` ${one.code}`}: ${one.message}`),
        line('p', 'place', one.place),
        line('p', 'expected', one.expected),
        line('p', 'fix', one.fix),
      );
      details.append(item);
    });
    details.append(line('p', 'more', problems.more));
    panel.append(details);
    document.body.append(panel);
  }

  function line(name, style, text) {
    if (!text) return '';
    const element = document.createElement(name);
    element.className = style;
    element.textContent = text;
    return element;
  }
})();
