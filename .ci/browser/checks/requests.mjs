// A page asks for nothing but itself and the pictures of its text, says nothing
// to the console and breaks no rule of its own content security policy.
import { eachPage, settled } from '../lib/browser.mjs';

// Runs in each page before anything of its own.
function watch() {
  window.violations = [];
  addEventListener('securitypolicyviolation', (event) => {
    window.violations.push(`${event.effectiveDirective} forbids ${event.blockedURI || 'inline'}`);
  });
}

// Browsers ask for /favicon.ico unasked, unless the page names an icon.
const iconOf = (page) => page.evaluate(() => document.querySelector('link[rel~="icon"]')?.getAttribute('href'));

// The pictures of the text, which say how large they are. Those that are out
// of sight may not have been loaded yet.
const picturesOf = () => [...document.querySelectorAll('.policy-text img[width][height]')]
  .map((img) => ({ src: img.src, shown: !img.complete || img.naturalWidth > 0 }));

async function examine(page, { name, how, url }) {
  const findings = [];
  const report = (message, at = how) => findings.push({ page: name, at, message });
  const asked = [];
  let requests = 0;
  page.on('console', (message) => report(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => report(`script error: ${error.message}`));
  page.on('request', (request) => {
    requests++;
    if (request.url() !== url && !request.url().startsWith('data:')) asked.push(request.url());
  });
  await page.goto(url, { waitUntil: 'load' });
  await settled(page);
  const pictures = await page.evaluate(picturesOf);
  for (const asking of asked) if (!pictures.some(({ src }) => src === asking)) report(`asks for ${asking}`);
  for (const { src, shown } of pictures) if (!shown) report(`shows nothing for ${src}`);
  for (const violation of await page.evaluate(() => window.violations)) report(`content security policy: ${violation}`);
  const icon = url.startsWith('http') ? await iconOf(page) : 'data:,';
  if (!icon?.startsWith('data:')) {
    report(`the icon is ${icon ?? 'not named'}, so browsers ask for it; <link rel="icon" href="data:,"> asks for nothing`, 'head');
  }
  page.removeAllListeners();
  return { findings, requests };
}

export async function requests({ browser, plain, based, url }) {
  const http = based.pages.map((name) => ({ name, how: 'over http', url: url(name) }));
  const disk = plain.firstSamples().map((name) => ({ name, how: 'from a folder', url: plain.fileURL(name) }));
  const findings = [];
  let requests = 0;
  await eachPage(browser, { initScript: watch }, [...http, ...disk], findings, async (page, visit) => {
    const seen = await examine(page, visit);
    findings.push(...seen.findings);
    requests += seen.requests;
  });
  return { counts: { 'pages over http': http.length, 'pages from a folder': disk.length, requests }, findings };
}
