// The budgets of the contract, in bytes after gzip, and as they stand for CSS.
import { gzipSync } from 'node:zlib';
import { eachPage } from '../lib/browser.mjs';
import { kindOf } from '../lib/site.mjs';
import { scriptsOf, stylesOf } from '../lib/parts.mjs';

const gzip = (text) => gzipSync(text, { level: 9 }).length;

const shell = 6000; // a page without policy text
const css = { raw: 8000, gzip: 3000 };
const script = { page: 1000, search: 3000 };

// A page with words of its own has room for them after gzip, and for three
// quarters as much again in labels, links and marks. (The contract has 22 kB for
// a policy of 15,000 characters and 45 kB for its parallel page.)
const perWord = 1.75;
const wordless = ['chooser', 'notfound', 'home'];

const words = (page) => page.evaluate(() => document.querySelector('main').textContent.replace(/\s+/g, ' '));

async function pageFinding(page, site, name, report) {
  await page.goto(site.fileURL(name));
  const size = gzip(site.read(name));
  const budget = wordless.includes(kindOf(name)) ? shell : shell + Math.round(perWord * gzip(await words(page)));
  if (size > budget) report('page', `${size} bytes after gzip, the budget is ${budget}`);
}

function partFindings(site, name, report) {
  const text = site.read(name);
  const [styles, scripts] = [stylesOf(text).join(''), scriptsOf(text).join('')];
  const most = kindOf(name) === 'search' ? script.search : script.page;
  if (styles.length > css.raw) report('style', `${styles.length} bytes of CSS, the budget is ${css.raw}`);
  if (gzip(styles) > css.gzip) report('style', `${gzip(styles)} bytes of CSS after gzip, the budget is ${css.gzip}`);
  if (gzip(scripts) > most) report('script', `${gzip(scripts)} bytes of script after gzip, the budget is ${most}`);
}

export async function weight({ browser, based }) {
  const findings = [];
  await eachPage(browser, { javaScriptEnabled: false }, based.pages, findings, async (page, name) => {
    const report = (at, message) => findings.push({ page: name, at, message });
    partFindings(based, name, report);
    await pageFinding(page, based, name, report);
  });
  return { counts: { pages: based.pages.length }, findings };
}
