// Notes on figures in a browser: beside the figure with scripts, at the end of the page without.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open, site } from './browser.mjs';
import { accessibility } from './checks.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const FILES = ['costs/index.html', 'en/costs/index.html'];

/** Runs a test on one page in one window; nothing may be complained of or asked for. */
async function using(file, window, use) {
  const { context, page, troubles } = await open(browser, site(), file, window);
  await use(page, page.locator('a.figure[data-note]'), page.locator('.note-beside'));
  await context.close();
  assert.deepEqual(troubles, []);
}

for (const file of FILES) {
  for (const window of [{ width: 320 }, { width: 1280, scheme: 'dark' }]) {
    test(`${file}, ${window.width} wide: a click shows the note beside the figure, Escape puts it away`, () =>
      using(file, window, async (page, figures, beside) => {
        const figure = figures.nth(1);
        const height = () => page.evaluate(() => document.documentElement.scrollHeight);
        const before = await height();
        await figure.click();
        assert.equal(await beside.count(), 1);
        const words = await beside.innerText();
        assert.ok(words.includes(await figure.innerText()), words);
        assert.equal(await beside.locator("a[href*='data/']").count(), 1);
        assert.equal(await beside.locator("a[href*='sources/']").count(), 1);
        assert.equal(await height(), before, 'the page does not grow');
        const box = await beside.boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= window.width, JSON.stringify(box));
        assert.ok(await beside.evaluate((one) => one === document.activeElement));
        assert.deepEqual(await accessibility(page), []);
        await page.keyboard.press('Escape');
        assert.equal(await beside.count(), 0);
        assert.ok(await figure.evaluate((one) => one === document.activeElement));
        assert.equal(new URL(page.url()).hash, '');
      }));
  }

  test(`${file}: a second click, and the link inside, lead to the note at the end`, () =>
    using(file, { width: 1280 }, async (page, figures, beside) => {
      const note = await figures.first().getAttribute('href');
      await figures.first().click();
      await figures.first().click();
      assert.equal(new URL(page.url()).hash, note);
      assert.equal(await beside.count(), 0);
      await figures.last().click();
      await beside.locator("a[href^='#f-']").click();
      assert.equal(new URL(page.url()).hash, await figures.last().getAttribute('href'));
      assert.equal(await beside.count(), 0);
      assert.ok(await page.locator(':target').isVisible());
    }));

  test(`${file}: the keyboard opens the note, goes through it and on in the text`, () =>
    using(file, { width: 1280 }, async (page, figures, beside) => {
      await figures.first().focus();
      await page.keyboard.press('Enter');
      const inside = await beside.locator('a, button').count();
      for (let at = 0; at < inside; at += 1) {
        await page.keyboard.press('Tab');
        assert.ok(await beside.evaluate((one) => one.contains(document.activeElement)), `stop ${at}`);
      }
      await page.keyboard.press('Tab');
      assert.equal(await beside.count(), 0, 'nothing is left over what has the focus');
      assert.ok(await page.evaluate(() => document.activeElement !== document.body));
      await figures.first().focus();
      await page.keyboard.press('Enter');
      await beside.locator('button').press('Enter');
      assert.equal(await beside.count(), 0);
      assert.ok(await figures.first().evaluate((one) => one === document.activeElement));
    }));

  test(`${file}: without scripts a figure leads to its note and back`, () =>
    using(file, { width: 320, scripts: false }, async (page, figures, beside) => {
      const figure = figures.first();
      const [note, use] = [await figure.getAttribute('href'), await figure.getAttribute('id')];
      await figure.click();
      assert.equal(await beside.count(), 0);
      assert.equal(new URL(page.url()).hash, note);
      const target = page.locator(note);
      const ground = (one) => one.evaluate((element) => getComputedStyle(element).backgroundColor);
      assert.notEqual(await ground(target), await ground(page.locator('.notes li').last()));
      assert.ok(await target.evaluate((one) => one.getBoundingClientRect().top < innerHeight));
      await target.locator(`a[href='#${use}']`).click();
      assert.equal(new URL(page.url()).hash, `#${use}`);
      assert.notEqual(await ground(figure), await ground(figures.last()));
      assert.ok(await figure.evaluate((one) => one.getBoundingClientRect().top < innerHeight));
    }));
}

test('on paper the notes stand as they are, and figures carry their numbers', () =>
  using(FILES[0], { width: 1280 }, async (page, figures, beside) => {
    await figures.first().click();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await beside.isVisible(), false);
    assert.ok(await page.locator('.notes li').first().isVisible());
    const number = await figures.first().evaluate((one) => getComputedStyle(one, '::after').content);
    assert.match(number, /1/);
  }));
