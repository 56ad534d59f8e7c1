// The pages obey their own Content-Security-Policy, in a folder and on a server, and it holds.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, site } from './browser.mjs';
import { PAGES } from './pages.mjs';
import { serve } from './serve.mjs';

let browser;
let servers;
let planted;
before(async () => {
  browser = await launch();
  planted = plant();
  servers = { site: await serve(site()), planted: await serve(planted) };
});
after(async () => {
  await browser?.close();
  for (const server of Object.values(servers ?? {})) await server.close();
  if (planted) rmSync(planted, { recursive: true });
});

/** Where a file stands in a folder, and on a server. */
const PLACES = {
  'in a folder': (file, top = 'site') =>
    pathToFileURL(path.join(top === 'planted' ? planted : site(), file)).href,
  'on a server': (file, top = 'site') => servers[top].origin + file,
};

/** The home page of the site with a script, a style and a request of a stranger in it. */
function plant() {
  const folder = mkdtempSync(path.join(tmpdir(), 'planted-'));
  cpSync(path.join(site(), 'assets'), path.join(folder, 'assets'), { recursive: true });
  const html = readFileSync(path.join(site(), 'index.html'), 'utf8');
  const strange = `<p id="planted" style="color: red" onclick="document.title = 'ran'">x</p>
<script>document.title = 'ran';</script>
<img src="https://stranger.example/a.png" alt="">`;
  writeFileSync(path.join(folder, 'index.html'), html.replace('</main>', `${strange}</main>`));
  return folder;
}

/** Opens an address and gives the page with what its policy refused. */
async function opened(address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      window.refused.push(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const stopped = [];
  page.on('requestfailed', (request) => stopped.push(`${request.failure().errorText} ${request.url()}`));
  await page.goto(address, { waitUntil: 'load' });
  return { context, page, asked, stopped };
}

const refused = (page) => page.evaluate(() => window.refused);

// site.test.mjs opens every page in a folder, where a refusal is an error of the console.
describe('a page on a server', { concurrency: 2 }, () => {
  for (const file of PAGES) {
    test(file, async () => {
      const address = PLACES['on a server'];
      const { context, page, asked } = await opened(address(file));
      const styles = await page.evaluate(() => document.styleSheets.length);
      assert.deepEqual(await refused(page), []);
      assert.equal(styles, await page.locator('link[rel=stylesheet]').count());
      assert.deepEqual(asked.filter((url) => !url.startsWith(address(''))), []);
      await context.close();
    });
  }
});

for (const [place, address] of Object.entries(PLACES)) {
  test(`what is planted does nothing ${place}`, async () => {
    const { context, page, stopped } = await opened(address('index.html', 'planted'));
    await page.locator('#planted').click();
    assert.notEqual(await page.title(), 'ran');
    const directives = (await refused(page)).map((one) => one.split(' ')[0]);
    for (const directive of ['script-src-elem', 'script-src-attr', 'style-src-attr', 'img-src']) {
      assert.ok(directives.includes(directive), `${directive}: ${directives}`);
    }
    // What the policy stops is told as a request that never left.
    assert.deepEqual(stopped, ['csp https://stranger.example/a.png']);
    await context.close();
  });
}

test('every page has a policy before anything it could refuse', () => {
  const files = readdirSync(site(), { recursive: true }).filter((file) => file.endsWith('.html'));
  const late = files.filter((file) => {
    const html = readFileSync(path.join(site(), file), 'utf8');
    const at = html.indexOf('http-equiv="Content-Security-Policy"');
    return at < 0 || at > html.search(/<(link|script|style|title)\b/);
  });
  assert.deepEqual(late, []);
});

test('a script may hand a file it made to the reader', async () => {
  const { context, page } = await opened(PLACES['in a folder']('index.html'));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['id\n'], { type: 'text/csv' }));
      link.download = 'a.csv';
      link.click();
    }),
  ]);
  assert.equal(download.suggestedFilename(), 'a.csv');
  const drawn = await page.evaluate(async () => {
    const image = new Image();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><style>rect{fill:red}</style><rect width="2" height="2"/></svg>';
    image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    await image.decode();
    return image.width;
  });
  assert.equal(drawn, 2);
  assert.deepEqual(await refused(page), []);
  await context.close();
});
