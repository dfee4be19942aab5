// The budgets of the contract, in bytes after gzip, and as they stand for CSS.
import { gzipSync } from 'node:zlib';
import { kindOf } from '../lib/site.mjs';
import { scriptsOf, stylesOf, wordsOf } from '../lib/parts.mjs';

const gzip = (text) => gzipSync(text, { level: 9 }).length;

const shell = 6000; // a page without policy text
const css = { raw: 8000, gzip: 3000 };
const script = { page: 1000, search: 3000 };

// A page with words of its own has room for them after gzip, and for three
// quarters as much again in labels, links and marks. (The contract has 22 kB for
// a policy of 15,000 characters and 45 kB for its parallel page.)
const perWord = 1.75;
const wordless = ['chooser', 'notfound', 'home'];

function whole(html, name, report) {
  const size = gzip(html);
  const budget = wordless.includes(kindOf(name)) ? shell : shell + Math.round(perWord * gzip(wordsOf(html)));
  const own = kindOf(name) === 'search' ? script.search - script.page : 0; // what its script may weigh more
  if (size > budget + own) report('page', `${size} bytes after gzip, the budget is ${budget + own}`);
}

function parts(html, name, report) {
  const [styles, scripts] = [stylesOf(html).join(''), scriptsOf(html).join('')];
  const most = kindOf(name) === 'search' ? script.search : script.page;
  const raw = Buffer.byteLength(styles);
  if (raw > css.raw) report('style', `${raw} bytes of CSS, the budget is ${css.raw}`);
  if (gzip(styles) > css.gzip) report('style', `${gzip(styles)} bytes of CSS after gzip, the budget is ${css.gzip}`);
  if (gzip(scripts) > most) report('script', `${gzip(scripts)} bytes of script after gzip, the budget is ${most}`);
}

export async function weight({ based }) {
  const findings = [];
  for (const name of based.pages) {
    const html = based.read(name);
    const report = (at, message) => findings.push({ page: name, at, message });
    whole(html, name, report);
    parts(html, name, report);
  }
  return { counts: { pages: based.pages.length }, findings };
}
