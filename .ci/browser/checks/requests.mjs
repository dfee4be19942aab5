// A page asks for nothing but itself, says nothing to the console, breaks no
// rule of its own policy and does not move while it loads.
import { eachPage, settled } from '../lib/browser.mjs';

// Runs in each page before anything of its own.
function watch() {
  const seen = window.seen = { violations: [], shifts: 0 };
  addEventListener('securitypolicyviolation', (event) => {
    seen.violations.push(`${event.effectiveDirective} forbids ${event.blockedURI || 'inline'}`);
  });
  seen.observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => { seen.shifts += entry.value; }));
  seen.observer.observe({ type: 'layout-shift', buffered: true });
}

async function listen(page, visit) {
  const report = (message) => visit.findings.push({ page: visit.name, at: visit.how, message });
  await page.addInitScript(watch);
  page.on('console', (message) => report(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => report(`script error: ${error.message}`));
  page.on('request', (request) => {
    visit.requests++;
    if (request.url() !== visit.url && !request.url().startsWith('data:')) report(`asks for ${request.url()}`);
  });
}

// Browsers ask for /favicon.ico unasked, unless the page names an icon.
const iconOf = (page) => page.evaluate(() => document.querySelector('link[rel~="icon"]')?.getAttribute('href'));

async function examine(page, visit) {
  await page.goto(visit.url, { waitUntil: 'load' });
  await settled(page);
  const { violations, shifts } = await page.evaluate(() => {
    window.seen.observer.takeRecords().forEach((entry) => { window.seen.shifts += entry.value; });
    return { violations: window.seen.violations, shifts: window.seen.shifts };
  });
  const report = (at, message) => visit.findings.push({ page: visit.name, at, message });
  for (const violation of violations) report(visit.how, `content security policy: ${violation}`);
  if (shifts > 0) report(visit.how, `moves while it loads: layout shift ${shifts.toFixed(4)}`);
  const icon = await iconOf(page);
  if (!icon?.startsWith('data:')) report('head', 'no <link rel="icon" href="data:,">: the browser will ask the server for /favicon.ico');
}

async function visitAll(browser, how, site, pages, urlOf) {
  const findings = [];
  let requests = 0;
  const visits = new Map(); // the visit that each of the two browser pages is on
  await eachPage(browser, {}, pages, async (page, name) => {
    const visit = visits.get(page) ?? {};
    Object.assign(visit, { name, how, url: urlOf(name), findings, requests: 0 });
    if (!visits.has(page)) await listen(page, visits.set(page, visit).get(page));
    await examine(page, visit);
    requests += visit.requests;
  });
  return { findings, requests };
}

export async function requests({ browser, plain, based, url }) {
  const http = await visitAll(browser, 'over http', based, based.pages, url);
  const samples = plain.samples();
  const disk = await visitAll(browser, 'over file', plain, samples, (page) => plain.fileURL(page));
  return {
    counts: { 'pages over http': based.pages.length, 'pages over file': samples.length, requests: http.requests + disk.requests },
    findings: [...http.findings, ...disk.findings],
  };
}
