// The budgets of each kind of page, in bytes after gzip, and as they stand for CSS.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { kindOf } from '../lib/site.mjs';
import { scriptsOf, stylesOf, wordsOf } from '../lib/parts.mjs';

const gzip = (text) => gzipSync(text, { level: 9 }).length;

// Written from the table of kinds, internal/page/kind.go, and held to it by a test.
const budgets = JSON.parse(readFileSync(new URL('../budgets.json', import.meta.url), 'utf8'));
const budgetOf = (name) => budgets[kindOf(name)] ?? budgets.text; // a text is current or version here

// A page with words of its own has room for them after gzip, and for three
// quarters as much again in labels, links and marks. (The contract has 22 kB for
// a policy of 15,000 characters and 45 kB for its parallel page.)
const perWord = 1.75;

function whole(html, name, report) {
  const { page, wordless } = budgetOf(name);
  const size = gzip(html);
  const budget = wordless ? page : page + Math.round(perWord * gzip(wordsOf(html)));
  if (size > budget) report('page', `${size} bytes after gzip, the budget is ${budget}`);
}

function parts(html, name, report) {
  const { style, styleGzip, script } = budgetOf(name);
  const [styles, scripts] = [stylesOf(html).join(''), scriptsOf(html).join('')];
  const raw = Buffer.byteLength(styles);
  if (raw > style) report('style', `${raw} bytes of CSS, the budget is ${style}`);
  if (gzip(styles) > styleGzip) report('style', `${gzip(styles)} bytes of CSS after gzip, the budget is ${styleGzip}`);
  if (gzip(scripts) > script) report('script', `${gzip(scripts)} bytes of script after gzip, the budget is ${script}`);
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
