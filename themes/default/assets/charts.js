// Lets a reader go through the values of a chart by keys or pointer, and save the drawing. Every
// word said comes from the chart's own table; without this script the table says the same.
(function () {
  'use strict';

  const parts = document.getElementById('chart-parts');
  if (!parts) return;

  const words = parts.dataset;
  const SVG = 'http://www.w3.org/2000/svg';

  document.querySelectorAll('figure.chart').forEach((figure) => {
    const svg = figure.querySelector('.drawing > svg');
    if (!svg) return;
    addSaving(figure, svg);
    const marks = marksOf(figure, svg);
    if (marks.length > 0) addWalk(figure, svg, marks);
  });

  // Values ---

  /** What is drawn for each value, in the order of the categories, with what is to be said of it. */
  function marksOf(figure, svg) {
    const rows = Array.from(figure.querySelectorAll('.numbers tbody tr'));
    const heads = Array.from(figure.querySelectorAll('.numbers thead th:not(.cited)'), textOf);
    const panels = svg.querySelectorAll('.panel');
    let before = 1;
    return Array.from(panels.length > 0 ? panels : [svg]).flatMap((panel) => {
      const first = before;
      const marks = Array.from(panel.querySelectorAll('[data-at]'), (drawn) => {
        const [series, category] = drawn.dataset.at.split('-').map(Number);
        const column = first + series;
        before = Math.max(before, column + 1);
        return { drawn, category, column, row: rows[category], head: heads[column], unit: panel.dataset.unit || '' };
      });
      marks.sort((one, other) => one.category - other.category || one.column - other.column);
      return marks.filter(({ row }) => row);
    });
  }

  function textOf(cell) {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('.chip, .cell-note').forEach((one) => one.remove());
    return copy.textContent.trim();
  }

  /** 「人口5万人未満：12.3億円」 */
  function said({ row, column, head, unit }, isAlone) {
    const text = textOf(row.cells[column]);
    const behind = /^[a-z]/i.test(unit) ? ' ' + unit : unit;
    const ending = [`（${unit}）`, ` (${unit})`].find((one) => head.endsWith(one)) || '';
    const series = head.slice(0, head.length - ending.length);
    return (isAlone ? words.one : words.several)
      .replace('{name}', () => textOf(row.cells[0]))
      .replace('{series}', () => series)
      .replace('{value}', () => (/\d$/.test(text) ? text + behind : text));
  }

  /** One stop of the tabulator; arrows go from value to value. */
  function addWalk(figure, svg, marks) {
    const drawing = svg.parentElement;
    const line = figure.querySelector('.chart-line');
    line.append(parts.content.querySelector('.chart-told').cloneNode(true));
    const [keys, status] = line.firstElementChild.children;
    const ring = ['ring ring-ground', 'ring'].map((name) => draw(svg, 'rect', { class: name }));
    const isAlone = marks.every(({ column }) => column === 1);
    let now = -1;
    keys.id = figure.id + '-keys';
    set(drawing, {
      tabindex: 0,
      // Only so do a screen reader's arrow keys reach the page.
      role: 'application',
      'aria-labelledby': figure.getAttribute('aria-labelledby'),
      'aria-describedby': figure.id + '-desc ' + keys.id,
    });

    const go = (to) => {
      now = to;
      const mark = marks[to];
      keys.hidden = Boolean(mark);
      status.textContent = mark ? said(mark, isAlone) : '';
      if (mark) ring.forEach((one) => set(one, around(mark.drawn)));
      ring.forEach((one) => one.classList.toggle('shown', Boolean(mark)));
    };
    drawing.addEventListener('keydown', (event) => {
      const last = marks.length - 1;
      const key = event.key.replace(/Right|Down/, 'Next').replace(/Left|Up/, 'Back');
      const to = {
        ArrowNext: Math.min(now + 1, last),
        ArrowBack: now < 0 ? last : Math.max(now - 1, 0),
        Home: 0,
        End: last,
        Escape: -1,
      }[key];
      if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      go(to);
      if (to >= 0) marks[to].drawn.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    });
    drawing.addEventListener('blur', () => go(-1));
    svg.addEventListener('pointermove', ({ target }) => {
      const to = marks.findIndex(({ drawn }) => drawn.contains(target));
      if (to >= 0 && to !== now) go(to);
    });
    svg.addEventListener('pointerleave', () => {
      if (document.activeElement !== drawing) go(-1);
    });
  }

  function around(mark) {
    const { x, y, width, height } = mark.querySelector('rect, circle').getBBox();
    return { x: x - 3, y: y - 3, width: width + 6, height: height + 6 };
  }

  function set(element, attributes) {
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    return element;
  }

  function draw(parent, name, attributes, text = '') {
    const element = set(document.createElementNS(SVG, name), attributes);
    element.textContent = text;
    return parent.appendChild(element);
  }

  // Saving ---

  function addSaving(figure, svg) {
    parts.content.querySelectorAll('[data-save]').forEach((button) => {
      const own = figure.querySelector('.chart-files').appendChild(button.cloneNode(true));
      own.addEventListener('click', () => {
        const sheet = standing(figure, svg);
        if (own.dataset.save === 'png') paint(figure.id + '.png', sheet);
        else save(figure.id + '.svg', new Blob([sheet.text], { type: 'image/svg+xml' }));
      });
    });
  }

  const LOOKS = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'paint-order', 'font-weight'];
  const OURS = ['class', 'data-at', 'data-unit', 'role', 'aria-labelledby'];
  const MARGIN = 16;

  /** The drawing with the colours it has on a light page, without our names for its parts. */
  function coloured(figure, svg) {
    const frame = document.createElement('div');
    frame.className = 'chart-copy';
    const copy = frame.appendChild(svg.cloneNode(true));
    figure.append(frame);
    const { fontFamily, color, backgroundColor } = getComputedStyle(frame);
    copy.querySelectorAll('.ring').forEach((one) => one.remove());
    copy.querySelectorAll('text, rect, path, line, circle').forEach((one) => {
      const style = getComputedStyle(one);
      LOOKS.forEach((name) => one.setAttribute(name, style.getPropertyValue(name)));
    });
    frame.remove();
    [copy, ...copy.querySelectorAll('*')].forEach((one) => {
      OURS.forEach((name) => one.removeAttribute(name));
    });
    return { copy, fontFamily, color, backgroundColor };
  }

  /** The drawing for itself: with its title, source and licence in it. */
  function standing(figure, svg) {
    const { copy, fontFamily, color, backgroundColor } = coloured(figure, svg);
    const { width: inner, height } = svg.viewBox.baseVal;
    const width = inner + 2 * MARGIN;
    const sheet = document.createElementNS(SVG, 'svg');
    const ground = draw(sheet, 'rect', { width, fill: backgroundColor });
    let y = MARGIN;
    const write = (text, size, weight) => {
      lines(text, inner, `${weight} ${size}px ${fontFamily}`).forEach((line) => {
        y += size * 1.5;
        const at = { x: MARGIN, y: y - size * 0.4, 'font-size': size, 'font-weight': weight };
        draw(sheet, 'text', at, line);
      });
    };
    write(textOf(figure.querySelector('.chart-title')), 18, 700);
    y += 12;
    sheet.append(...copy.querySelectorAll('title, desc'), copy);
    set(copy, { x: MARGIN, y, width: inner, height });
    y += height + 12;
    const sources = figure.querySelectorAll(':scope > :is(.source, .used-by) a');
    const named = Array.from(sources, textOf).join(words.list);
    if (named) write(words.beforeSources + named, 12, 400);
    write(words.imprint, 12, 400);
    y += MARGIN;
    set(ground, { height: y });
    set(sheet, { width, height: y, viewBox: `0 0 ${width} ${y}`, 'font-family': fontFamily, fill: color });
    const names = svg.getAttribute('aria-labelledby');
    set(sheet, { role: 'img', 'aria-labelledby': names, lang: document.documentElement.lang });
    return { text: new XMLSerializer().serializeToString(sheet), width, height: y };
  }

  /** A text in lines of a width: words as a whole, Japanese between any two letters. */
  function lines(text, room, font) {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = font;
    return text.match(/[\x21-\x7e]+\s*|[^]/gu).reduce((all, piece) => {
      const longer = all.at(-1) + piece;
      const fits = pen.measureText(longer.trimEnd()).width <= room;
      return fits ? [...all.slice(0, -1), longer] : [...all, piece];
    }, ['']);
  }

  function paint(name, { text, width, height }) {
    const image = new Image();
    image.onload = () => {
      const canvas = set(document.createElement('canvas'), { width: width * 2, height: height * 2 });
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(name, blob), 'image/png');
    };
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
  }

  function save(name, blob) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
  }
})();
