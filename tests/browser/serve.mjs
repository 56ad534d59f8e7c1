// A folder over HTTP, as a web server would give it, on this machine only.

import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';

const TYPES = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

/**
 * Serves a folder until it is closed; `origin` ends in a slash. With `pieces` a page comes in so many,
 * one after the other has been shown.
 */
export async function serve(folder, { pieces = 1 } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    // Browsers ask for it where a page names no sign of its own.
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const file = path.join(folder, decodeURIComponent(pathname));
    if (!file.startsWith(folder) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    if (pieces > 1 && file.endsWith('.html')) await inPieces(readFileSync(file), pieces, response);
    else createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}/`;
  return { origin, close: () => new Promise((closed) => server.close(closed).closeAllConnections()) };
}

async function inPieces(bytes, count, response) {
  const size = Math.ceil(bytes.length / count);
  for (let at = 0; at < bytes.length; at += size) {
    response.write(bytes.subarray(at, at + size));
    await passed(60);
  }
  response.end();
}
