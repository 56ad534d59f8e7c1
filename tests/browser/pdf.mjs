// The text on each sheet of a document Chromium has printed: its fonts say which letter a glyph is.

import { inflateSync } from 'node:zlib';

/** The text of every sheet, in the order it is drawn. */
export function sheets(pdf) {
  const objects = readObjects(pdf.toString('latin1'));
  const fonts = new Map();
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  return pages.map(({ head }) => textOf(head, objects, fonts));
}

// Objects stand plainly in the file, each with its head and perhaps a body.
function readObjects(file) {
  const objects = new Map();
  for (const [, id, content] of file.matchAll(/(\d+) 0 obj\s([\s\S]*?)\sendobj/g)) {
    const [head, ...body] = content.split(/stream\r?\n/);
    objects.set(id, { head, body: body.join('stream\n') });
  }
  return objects;
}

function unpacked({ head, body }) {
  const length = Number(/\/Length (\d+)/.exec(head)[1]);
  const bytes = Buffer.from(body.slice(0, length), 'latin1');
  return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

// A font is chosen, glyphs are drawn, or a stretch of glyphs says itself what it reads.
const DRAWN = /\/(F\d+) [\d.]+ Tf|\/ActualText <FEFF(\w*)> >> BDC[\s\S]*?EMC|<(\w+)>/g;

function textOf(head, objects, known) {
  const fonts = new Map([...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name, id]));
  const content = unpacked(objects.get(/\/Contents (\d+)/.exec(head)[1]));
  let font;
  let text = '';
  for (const [whole, name, actual, glyphs] of content.matchAll(DRAWN)) {
    // A font chosen within such a stretch stays chosen behind it.
    const chosen = name ?? [...whole.matchAll(/\/(F\d+) [\d.]+ Tf/g)].at(-1)?.[1];
    if (chosen) font = fontOf(fonts.get(chosen), objects, known);
    if (actual) text += unicode(actual);
    if (glyphs && font) text += split(glyphs, font.width).map((glyph) => font.letters.get(glyph) ?? '').join('');
  }
  return text;
}

function fontOf(id, objects, known) {
  if (!known.has(id)) known.set(id, readFont(objects.get(id).head, objects));
  return known.get(id);
}

function readFont(head, objects) {
  const id = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
  const map = id ? unpacked(objects.get(id)) : '';
  const letters = new Map();
  for (const [, part] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph, letter] of part.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      letters.set(glyph.toUpperCase(), unicode(letter));
    }
  }
  for (const [, part] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first, last, letter] of part.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const [from, to, start] = [first, last, letter].map((hex) => parseInt(hex, 16));
      for (let glyph = from; glyph <= to; glyph += 1) {
        const key = glyph.toString(16).toUpperCase().padStart(first.length, '0');
        letters.set(key, String.fromCodePoint(start + glyph - from));
      }
    }
  }
  return { width: /begincodespacerange\s*<(\w+)>/.exec(map)?.[1].length ?? 2, letters };
}

const split = (hex, width) => hex.toUpperCase().match(new RegExp(`.{${width}}`, 'g')) ?? [];

const unicode = (hex) => String.fromCharCode(...split(hex, 4).map((unit) => parseInt(unit, 16)));
