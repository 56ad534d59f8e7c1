// The pages of the finished site are valid HTML.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { site } from './browser.mjs';
import { BOTH } from './pages.mjs';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // The standard takes either case.
    'doctype-style': 'off',
    // Calculators and filters answer while one types; nothing is sent.
    'wcag/h32': 'off',
    // A table that a style lays out otherwise loses its roles in some browsers unless they are said.
    'no-redundant-role': 'off',
    // A region to scroll in is a div with a role; a section would be one more part of the text.
    'prefer-native-element': 'off',
    // A field is for text unless it says otherwise.
    'no-implicit-input-type': 'off',
    // What stands in a template gets its words from a script; axe looks at it then.
    'text-content': 'off',
    // A template stands beside what is made from it, named alike.
    'unique-landmark': 'off',
    // The standard lets a cell end where the next one begins.
    'no-implicit-close': 'off',
    // The standard takes either form.
    'attribute-boolean-style': 'off',
    // A list may have a name.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // Titles are names as the documents print them.
    'long-title': 'off',
    // The standard forbids blanks in an id, nothing else.
    'valid-id': ['error', { relaxed: true }],
    // The site's own rule; its Content-Security-Policy would drop the style.
    'no-inline-style': ['error', { allowedProperties: [] }],
  },
});

/** What is wrong with a page, each kind of mistake once. */
async function faults(html) {
  const { results } = await validator.validateString(html);
  const messages = results.flatMap((result) => result.messages);
  return messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`);
}

// Pages of a kind are set by one template, so one of each kind tells for its fellows.
test('a page of every kind is valid', async () => {
  const wrong = [];
  for (const file of BOTH) {
    // The report takes a validator minutes; that of a small site is put together in the same way.
    const folder = file.endsWith('report/index.html') ? process.env.SMALL : site();
    const found = await faults(readFileSync(path.join(folder, file), 'utf8'));
    wrong.push(...found.slice(0, 5).map((fault) => `${file}:${fault}`));
  }
  assert.deepEqual(wrong.slice(0, 60), []);
});

for (const [what, broken, rule] of [
  ['a block in a paragraph', '<p><div>x</div></p>', 'close-order'],
  ['an id that stands twice', '<p id="x"></p><p id="x"></p>', 'no-dup-id'],
  ['a paragraph in a list', '<ul><p>x</p></ul>', 'element-permitted-content'],
  ['a style in an element', '<p style="color: red">x</p>', 'no-inline-style'],
  ['an element left open', '<main><section></main>', 'close-order'],
]) {
  test(`${what} would be told`, async () => {
    const page = `<!doctype html>\n<html lang="ja"><head><title>x</title></head><body>${broken}</body></html>`;
    const found = await faults(page);
    assert.ok(found.some((fault) => fault.includes(` ${rule}:`)), found.join('\n'));
  });
}
