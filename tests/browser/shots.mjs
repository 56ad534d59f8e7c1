// Pictures of chosen pages, for people to look at: node shots.mjs FOLDER

import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { launch, open, site } from './browser.mjs';

const SHOWN = {
  home: 'index.html',
  area: 'areas/school-affairs/index.html',
  procurement: 'procurement/index.html',
  costs: 'costs/index.html',
  whatIf: 'what-if/index.html',
  discrepancies: 'discrepancies/index.html',
  sources: 'sources/index.html',
};

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: SITE=output node tests/browser/shots.mjs FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const [name, file] of Object.entries(SHOWN)) {
  for (const language of ['ja', 'en']) {
    for (const width of [1280, 360]) {
      const place = language === 'en' ? `en/${file}` : file;
      const { context, page } = await open(browser, site(), place, { width });
      // What is taller than this no browser draws in one piece.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      const clip = { x: 0, y: 0, width, height: Math.min(height, 12000) };
      const picture = path.join(folder, `${name}-${language}-${width}.png`);
      await page.screenshot({ path: picture, fullPage: true, clip });
      await context.close();
    }
  }
}
await browser.close();
console.log(folder);
