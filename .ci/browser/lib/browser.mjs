// Debian's Chromium, driven by Playwright, and a static server on the loopback
// address. Nothing here reaches any other host.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

const prefix = '/legal/'; // the path of the address that the site is built for

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
  '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8', '.png': 'image/png', '.svg': 'image/svg+xml', '.pdf': 'application/pdf' };

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

// Serves a folder under /legal/ and nothing else.
export async function serve(dir) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = join(dir, decodeURIComponent(pathname.slice(prefix.length)));
    const found = pathname.startsWith(prefix) && file.startsWith(dir) && statSync(file, { throwIfNoEntry: false })?.isFile();
    // An icon that a browser asks for unasked is no page's doing; the check "requests" looks for its cause.
    const status = found ? 200 : pathname === '/favicon.ico' ? 204 : 404;
    response.writeHead(status, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    if (found) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: (page) => `http://127.0.0.1:${server.address().port}${prefix}${page}`,
    close: () => server.close(),
  };
}

// Hands each item to work(page, item), two at a time, each worker with a
// browser context of its own. Work that cannot be done on a page (a link that
// cannot be clicked, say) is a finding there. The long limit is a net for a
// machine under load; what is merely slow is no finding.
export async function eachPage(browser, { initScript, ...options }, items, findings, work) {
  const queue = [...items];
  const attempt = (page, item) => Promise.resolve(work(page, item)).catch((error) => {
    findings.push({ page: item.name ?? item, at: 'cannot go on', message: error.message.split('\n')[0] });
  });
  const worker = async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(60_000);
    if (initScript) await context.addInitScript(initScript);
    const page = await context.newPage();
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await attempt(page, item);
    await context.close();
  };
  await Promise.all([worker(), worker()]);
}

export const openFolds = (page) => page.evaluate(() => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
});

// Two frames: by then the handlers of what has just happened have run.
export const settled = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(done));
}));
