// The browser, and a finished page opened in it as a reader opens it: from a folder.

import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The folder of the finished site, named by SITE. */
export function site() {
  const folder = process.env.SITE;
  if (!folder || !existsSync(path.join(folder, 'index.html'))) {
    throw new Error('SITE must name the folder of a finished site; tests/run builds one');
  }
  return realpathSync(folder);
}

/** The browser of this machine. */
export function launch() {
  const executablePath = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * An empty page in a context of its own, which keeps what it loads and what it complains of. Its
 * files come from their folder, or from `origin` where that folder is served.
 */
export async function empty(
  browser,
  folder,
  { width = 1280, height = 900, scheme = 'light', scripts = true, origin },
) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    // What glides cannot be measured.
    reducedMotion: 'reduce',
    offline: !origin,
  });
  const page = await context.newPage();
  const troubles = [];
  const root = origin ?? `${pathToFileURL(folder)}/`;
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    // Going on to another page leaves behind what is still being loaded.
    const left = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!left) troubles.push(`not loaded: ${request.url()}`);
  });
  page.on('request', (request) => {
    const inside = request.url().startsWith(root) || /^(data|blob):/.test(request.url());
    if (!inside) troubles.push(`from outside: ${request.url()}`);
  });
  // The whole report is one long page.
  const show = (file) => page.goto(new URL(file, root).href, { timeout: 120_000 });
  return { context, page, troubles, show };
}

/**
 * Opens a file; `before` is given the page while it is still empty. The other options are those of
 * `empty`. Close the context when done.
 */
export async function open(browser, folder, file, { before, ...options } = {}) {
  const opened = await empty(browser, folder, options);
  await before?.(opened.page);
  await opened.show(file);
  return opened;
}
