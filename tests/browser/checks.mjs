// What must be true of an open page. Each check gives what is wrong, in words.

import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LEVELS = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
const PAINTED = {
  type: 'rule',
  values: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'],
};

/** Opens everything that can be opened, so that nothing hides from the checks; or shuts it. */
export function unfold(page, open = true) {
  return page.evaluate((open) => {
    for (const details of document.querySelectorAll('details')) details.open = open;
  }, open);
}

/** The page is no wider than the window; what is wide scrolls in a region of its own. */
export function width(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const scrolls = (element) =>
      ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX);
    const inside = (element) => {
      for (let up = element.parentElement; up; up = up.parentElement) if (scrolls(up)) return true;
      return false;
    };
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > room + 1 && !inside(element),
    );
    const told = wide.slice(0, 3).map((element) => `${element.localName}.${element.className}`);
    return [`${document.documentElement.scrollWidth} wide in ${room}: ${told.join(', ')}`];
  });
}

/** With the text spacing of WCAG 1.4.12 the page still fits, and no words are cut off. */
export async function spacing(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets.push(sheet);
  });
  const cut = await page.evaluate(() => {
    const hides = (way) => way === 'hidden' || way === 'clip';
    const faults = [...document.body.querySelectorAll('*')].filter((one) => {
      // Words for screen readers only stand in a box of one pixel, drawings are laid out already, and
      // what is typed into a field moves with the caret.
      if (one.clientWidth <= 1 || one.closest('svg, input, .visually-hidden')) return false;
      const { overflowX, overflowY } = getComputedStyle(one);
      const across = hides(overflowX) && one.scrollWidth > one.clientWidth + 1;
      return across || (hides(overflowY) && one.scrollHeight > one.clientHeight + 1);
    });
    return faults.slice(0, 3).map((one) => `cut off when spaced: ${one.localName}.${one.getAttribute('class') ?? ''} ${one.textContent.trim().slice(0, 30)}`);
  });
  const wide = await width(page);
  await page.evaluate(() => document.adoptedStyleSheets.pop());
  return [...cut, ...wide.map((fault) => `when spaced: ${fault}`)];
}

/** Every link a click could follow leads to a file, not to the listing of a folder. */
export async function links(page) {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('a[href], area[href]')].map((link) => [link.href, link.rel]),
  );
  const wrong = found.filter(([href, rel]) => {
    if (!href.startsWith('file:')) return !rel.split(' ').includes('external');
    const file = statSync(fileURLToPath(href.split(/[?#]/)[0]), { throwIfNoEntry: false });
    return !file?.isFile();
  });
  return [...new Set(wrong.map(([href]) => `leads to no file: ${href}`))];
}

/** Headings as they are shown go down one level at a time, from one of the first level. */
export function headings(page) {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(
      (heading) => heading.getClientRects().length > 0,
    );
    const levels = shown.map((heading) => Number(heading.localName[1]));
    const wrong = shown.filter((_, at) => levels[at] > (levels[at - 1] ?? 0) + 1);
    const told = wrong.map((heading) => `out of order: ${heading.localName} ${heading.textContent}`);
    const first = levels.filter((level) => level === 1).length;
    return first === 1 ? told : [...told, `${first} headings of the first level`];
  });
}

/** No violation of WCAG 2.2 at level AA that a program can see. */
export function accessibility(page) {
  return violations(page, LEVELS);
}

/** The same for what width and colours decide. */
export function legibility(page) {
  return violations(page, PAINTED);
}

/**
 * What is wrong with a page that was opened in a window of 320 pixels: there, folded and unfolded, then
 * in a wide window, by day and by night.
 */
export async function everywhere({ page, troubles }) {
  const found = [...troubles, ...(await headings(page)), ...(await links(page)), ...(await width(page))];
  await unfold(page);
  found.push(...(await width(page)), ...(await accessibility(page)));
  await page.setViewportSize({ width: 1280, height: 900 });
  found.push(...(await width(page)), ...(await legibility(page)));
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await legibility(page)));
  return found;
}

async function violations(page, runOnly) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(
    // Preloading would ask for stylesheets again, which a browser forbids a page in a folder.
    (runOnly) => window.axe.run({ runOnly, resultTypes: ['violations'], preload: false }),
    runOnly,
  );
  return found.violations.map(({ id, nodes }) => {
    const [node] = nodes;
    const why = [...node.any, ...node.all, ...node.none][0]?.message ?? '';
    return `${id} (${nodes.length}): ${node.html.slice(0, 160)} ${why}`;
  });
}

/** Text in drawings stays on its sheet, and stands on no other text. */
export function drawings(page) {
  return page.evaluate(() => {
    const faults = [];
    // A line of text is a box with room above and below its letters, which may meet its neighbours.
    const letters = (text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const upright = text.getAttribute('transform') === null;
      const [across, along] = [(right - left) * 0.22, (bottom - top) * 0.22];
      return upright
        ? { left: left + 0.5, right: right - 0.5, top: top + along, bottom: bottom - along }
        : { left: left + across, right: right - across, top: top + 0.5, bottom: bottom - 0.5 };
    };
    for (const drawing of document.querySelectorAll('svg.chart')) {
      const sheet = drawing.getBoundingClientRect();
      if (sheet.width === 0) continue;
      const name = drawing.querySelector('title')?.textContent;
      const texts = [...drawing.querySelectorAll('text')];
      const boxes = texts.map(letters);
      boxes.forEach((one, at) => {
        const told = `${name}: ${texts[at].textContent}`;
        const beyond =
          one.left < sheet.left - 1 ||
          one.right > sheet.right + 1 ||
          one.top < sheet.top - 1 ||
          one.bottom > sheet.bottom + 1;
        if (beyond) faults.push(`leaves the sheet: ${told}`);
        const under = boxes.findIndex(
          (other, index) =>
            index > at &&
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        );
        if (under >= 0) faults.push(`stands on another text: ${told} / ${texts[under].textContent}`);
      });
    }
    return faults;
  });
}

/** Everything that can be worked is reached by the keyboard, once, in the order it stands, and is seen. */
export async function keyboard(page) {
  const count = await page.evaluate(() => {
    const CAN = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const can = [...document.querySelectorAll(CAN)].filter(
      (element) =>
        element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }),
    );
    const seen = { can, reached: [], faults: [] };
    const name = (element) => `${element.localName} ${(element.textContent || element.name || '').trim().slice(0, 40)}`;
    window.keyboardSeen = { ...seen, name };
    document.addEventListener('focusin', ({ target }) => {
      seen.reached.push(target);
      const { top, bottom, left, right } = target.getBoundingClientRect();
      const inside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
      if (!inside) seen.faults.push(`not in view: ${name(target)}`);
    });
    return can.length;
  });
  // Pressed in one go; each waits for the one before in the browser.
  await Promise.all(Array.from({ length: count }, () => page.keyboard.press('Tab')));
  return page.evaluate(() => {
    const { can, reached, faults, name } = window.keyboardSeen;
    const at = can.findIndex((element, index) => element !== reached[index]);
    const order =
      at < 0 ? [] : [`reached ${reached[at] ? name(reached[at]) : 'nothing'} instead of ${name(can[at])}`];
    return [...order, ...new Set(faults)].slice(0, 3);
  });
}

/** Nothing moves after it was first drawn. */
export async function shifts(page) {
  const sum = await page.evaluate(
    () =>
      new Promise((done) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) sum += value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 150);
      }),
  );
  // A hundredth is what one line moving by a pixel or two comes to on a telephone.
  return sum > 0.01 ? [`the layout shifts by ${sum.toFixed(4)}`] : [];
}
