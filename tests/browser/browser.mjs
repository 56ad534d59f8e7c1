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
 * Opens a file in a context of its own and keeps what it loads and what it complains of.
 * Close the context when done.
 */
export async function open(browser, folder, file, { width, scheme = 'light', scripts = true }) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: scripts,
    offline: true,
  });
  const page = await context.newPage();
  const troubles = [];
  const root = `${pathToFileURL(folder)}/`;
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => troubles.push(`not loaded: ${request.url()}`));
  page.on('request', (request) => {
    const inside = request.url().startsWith(root) || request.url().startsWith('data:');
    if (!inside) troubles.push(`from outside: ${request.url()}`);
  });
  await page.goto(pathToFileURL(path.join(folder, file)).href);
  return { context, page, troubles };
}
