// Debian's Chromium, driven by Playwright, and a static server on the loopback
// address. Nothing here reaches any other host.
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const prefix = '/legal/'; // the path of the address that the site is built for

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
  '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8', '.png': 'image/png', '.svg': 'image/svg+xml', '.pdf': 'application/pdf' };

export const chromiumOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};

export const launch = () => chromium.launch(chromiumOptions);

// Serves a folder under /legal/, compressed as hosts do, and nothing else but
// the file for robots, which robots ask for at the root.
export async function serve(dir) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const path = pathname === '/robots.txt' ? 'robots.txt' : pathname.startsWith(prefix) && decodeURIComponent(pathname.slice(prefix.length));
    const file = join(dir, path || '.');
    const found = path && file.startsWith(dir) && statSync(file, { throwIfNoEntry: false })?.isFile();
    // An icon that a browser asks for unasked is no page's doing; the check "requests" looks for its cause.
    const status = found ? 200 : pathname === '/favicon.ico' ? 204 : 404;
    const type = types[extname(file)] ?? 'application/octet-stream';
    const small = found && /text|json|xml|svg/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding']);
    response.writeHead(status, { 'content-type': type, ...(small && { 'content-encoding': 'gzip' }) });
    response.end(found ? (small ? gzipSync : Buffer.from)(readFileSync(file)) : undefined);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: (page) => `http://127.0.0.1:${server.address().port}${prefix}${page}`,
    close: () => server.close(),
  };
}

// Hands each item to work(page, item), three at a time, each worker with a
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
  await Promise.all([worker(), worker(), worker()]);
}

export const openFolds = (page) => page.evaluate(() => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
});

// Two frames: by then the handlers of what has just happened have run.
export const settled = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(done));
}));
