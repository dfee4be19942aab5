// What a screen reader is told: the tree of roles and names of a text, a
// redline, both with the other language beside them, and a history, compared
// with golden/, which people have read. UPDATE=1 writes it anew.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eachPage } from '../lib/browser.mjs';
import { difference } from '../lib/difference.mjs';

// Small ones of each kind, so that a person reads them to the end.
const pages = ['cookies', 'cookies/with/{other}', 'privacy/1.1/from/1.0', 'privacy/1.1/from/1.0/with/{other}', 'terms/history'];

const goldenOf = (page) => fileURLToPath(new URL(`../golden/${page.replace('/index.html', '').replace(/\//g, '_')}.yml`, import.meta.url));

// Where links lead is not read out; the other checks see to it.
const spoken = (tree) => `${tree.split('\n').filter((line) => !/^ *- \/url: /.test(line)).join('\n')
  .replace(/^( *)(.*):\n(?!\1 )/gm, '$1$2\n')}\n`;

// What nobody has to read to see that it is wrong.
const silent = /^ *- '?(link|button|heading|region|navigation|img|figure)( \[[^\]]*\])?'?:?$/;

function compare(page, tree, report) {
  const file = goldenOf(page);
  if (process.env.UPDATE) {
    mkdirSync(dirname(file), { recursive: true });
    return writeFileSync(file, tree);
  }
  let golden = '';
  try { golden = readFileSync(file, 'utf8'); } catch { return report('golden', `there is none; read what UPDATE=1 .ci/browser/run aria writes`); }
  for (const { at, message } of difference(golden, tree)) report(`golden line ${at}`, message);
}

export async function aria({ browser, plain }) {
  const findings = [];
  const all = plain.named(pages.map((page) => `{lang}/${page}/index.html`));
  let lines = 0;
  // Without script, for it writes addresses anew.
  await eachPage(browser, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }, all, findings, async (page, name) => {
    await page.goto(plain.fileURL(name));
    const tree = spoken(await page.locator('body').ariaSnapshot());
    const report = (at, message) => findings.push({ page: name, at, message });
    tree.split('\n').forEach((line, i) => { if (silent.test(line)) report(`line ${i + 1}`, `has no name: ${line.trim()}`); });
    compare(name, tree, report);
    lines += tree.split('\n').length;
  });
  return { counts: { pages: all.length, lines }, findings };
}
