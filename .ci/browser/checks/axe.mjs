// Accessibility, by axe-core: every kind of page in both colour schemes, on a
// phone with every fold open and on a desk as it is delivered.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { eachPage, openFolds } from '../lib/browser.mjs';
import { kindOf } from '../lib/site.mjs';
import { ofStates } from '../lib/states.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// The rules that a colour scheme can break.
const contrast = ['color-contrast', 'color-contrast-enhanced'];

const common = { preload: false, elementRef: true, resultTypes: ['violations', 'incomplete'] };
const everyRule = {
  ...common,
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  // Off by default in axe, and in the contract.
  rules: {
    'color-contrast-enhanced': { enabled: true },
    'identical-links-same-purpose': { enabled: true },
    'target-size': { enabled: true },
  },
};

const schemes = { light: everyRule, dark: { ...common, runOnly: contrast } };
const widths = [{ width: 1280, height: 900, open: false }, { width: 320, height: 700, open: true }];

// What axe leaves to a person, and a person has looked at: a page that shows two
// versions shows the links of both, with the same words to other addresses. The
// words are the policies' own, and the text around them tells the versions apart.
const twoVersions = ['redline', 'bilingual', 'table', 'clauses'];
const reviewed = ({ rule, inText }, page) => rule === 'identical-links-same-purpose' && inText && twoVersions.includes(kindOf(page));

const results = (page, options) => page.evaluate(async (options) => {
  const short = (rules) => rules.flatMap(({ id, nodes }) => nodes.map(({ target, element, failureSummary }) => ({
    rule: id, at: target.flat().join(' '), message: failureSummary.split('\n')[1]?.trim() ?? failureSummary,
    inText: element?.closest('.policy-text') !== null,
  })));
  const { violations, incomplete } = await window.axe.run(document, options);
  return { violations: short(violations), incomplete: short(incomplete) };
}, options);

// One page in all its states. axe cannot tell the contrast of a cell that is
// scrolled out of sight: what it could not judge in one width must have been
// judged in the other.
async function examine(page, name, url) {
  const seen = [];
  await page.setViewportSize(widths[0]);
  await page.goto(url);
  await page.evaluate(source);
  for (const size of widths) {
    await page.setViewportSize(size);
    if (size.open) await openFolds(page);
    for (const [colorScheme, options] of Object.entries(schemes)) {
      await page.emulateMedia({ colorScheme });
      const { violations, incomplete } = await results(page, options);
      const state = { state: `${size.width} px ${colorScheme}`, colorScheme };
      seen.push(...violations.map((it) => ({ ...it, ...state })), ...incomplete.map((it) => ({ ...it, ...state, unsure: true })));
    }
  }
  return merge(name, seen.filter((it) => counts(it, seen, name)));
}

function counts(it, seen, page) {
  if (!it.unsure) return true;
  if (reviewed(it, page)) return false;
  if (!contrast.includes(it.rule)) return true;
  const alike = (other) => other.unsure && other.rule === it.rule && other.at === it.at && other.colorScheme === it.colorScheme;
  return seen.filter(alike).length === widths.length;
}

// One finding for each element and rule, with the states it shows in.
function merge(page, seen) {
  const merged = new Map();
  for (const { rule, at, message, state } of seen) {
    const key = `${rule} ${at}`;
    if (!merged.has(key)) merged.set(key, { page, at, message: `${rule}: ${message}`, states: [] });
    merged.get(key).states.push(state);
  }
  return [...merged.values()].map(({ states, at, ...finding }) => ({ ...finding, at: `${at} (${states.join(', ')})` }));
}

export async function axe({ browser, based, states, url }) {
  const findings = [];
  const pages = [...based.samples().map((name) => ({ name, at: url(name) })),
    ...ofStates(states).map((name) => ({ name: `states/${name}`, at: states.fileURL(name) }))];
  await eachPage(browser, {}, pages, findings, async (page, { name, at }) => findings.push(...await examine(page, name, at)));
  return { counts: { pages: pages.length, runs: pages.length * Object.keys(schemes).length * widths.length }, findings };
}
