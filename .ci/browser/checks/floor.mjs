// What engines as old as Chromium 87 and iOS 13.4 would trip over: in the CSS,
// outside @supports, and in the script, which must be ES5.
import { parse as parseScript } from 'acorn';
import * as css from 'css-tree';
import { scriptsOf, stylesOf } from '../lib/parts.mjs';

const refused = {
  atrules: ['layer'],
  pseudos: ['is', 'where', 'has', '-webkit-any', 'matches'],
  functions: ['light-dark', 'color-mix', 'oklch', 'oklab', 'lch', 'lab', 'color'],
  // They are laid out with, and dropped without a word; the older names are not.
  properties: ['inset', 'inset-inline', 'inset-block', 'aspect-ratio', 'margin-inline', 'margin-block', 'padding-inline', 'padding-block'],
};

// Known to every engine above the floor. A selector with any other pseudo
// takes the whole list that it stands in down with it.
const known = new Set(('root first-child last-child only-child first-of-type last-of-type only-of-type nth-child nth-last-child nth-of-type empty not lang '
  + 'link visited hover active focus focus-within target checked disabled enabled read-only invalid valid before after first-line first-letter selection '
  + 'placeholder first left right').split(' '));

const gaps = ['gap', 'row-gap', 'column-gap', 'grid-gap', 'grid-row-gap', 'grid-column-gap'];

// One style sheet; report(line, column, message).
function scanStyle(text, report) {
  const at = (node, message) => report(`css ${node.loc.start.line}:${node.loc.start.column}`, message);
  const tree = css.parse(text, { positions: true, parseCustomProperty: true, parseAtrulePrelude: true,
    onParseError: (error) => report(`css ${error.line}:${error.column}`, `does not parse: ${error.message}`) });
  const above = []; // the at-rules and rules around the node
  css.walk(tree, {
    enter(node) {
      if (!above.some(({ type, name }) => type === 'Atrule' && name === 'supports')) examine(node, above, at);
      if (node.type === 'Rule' || node.type === 'Atrule') above.push(node);
    },
    leave(node) {
      if (above.at(-1) === node) above.pop();
    },
  });
}

function examine(node, above, at) {
  const nested = above.some(({ type }) => type === 'Rule');
  if (node.type === 'Rule') rule(node, nested, at);
  if (node.type === 'Atrule' && nested) at(node, `@${node.name} nested in a rule`);
  if (node.type === 'Atrule' && refused.atrules.includes(node.name)) at(node, `@${node.name}`);
  if (node.type === 'FeatureRange' && above.at(-1)?.name === 'media') at(node, 'a media query with < or >');
  if (node.type === 'NestingSelector') at(node, 'the nesting selector &');
  if (node.type === 'PseudoClassSelector') pseudo(node, at);
  if (node.type === 'Function' && refused.functions.includes(node.name.toLowerCase())) at(node, `${node.name}()`);
  if (node.type === 'Declaration' && refused.properties.includes(node.property)) at(node, `the property ${node.property}`);
}

// A whole rule: its list of selectors, and gaps where they would be a flexbox's.
function rule(node, nested, at) {
  if (nested) return at(node, 'a rule nested in a rule');
  if (node.prelude.type !== 'SelectorList' || node.block.children === null) return;
  const selectors = node.prelude.children.toArray();
  const odd = selectors.find((selector) => pseudosOf(selector).some((name) => !name.startsWith('-') && !known.has(name)));
  if (odd && selectors.length > 1) at(odd, `"${css.generate(odd)}" shares a rule with others, which old engines then drop`);
  const declared = node.block.children.toArray().filter(({ type }) => type === 'Declaration');
  const says = (pattern) => declared.some(({ property, value }) => pattern.test(`${property}:${css.generate(value)}`));
  if (says(/^(display:(inline-)?grid|grid-template|grid:|columns:|column-count:)/) && !says(/^display:(inline-)?flex/)) return;
  for (const gap of declared.filter(({ property }) => gaps.includes(property))) {
    at(gap, `${gap.property} in a rule that is no grid's: a flexbox has none`);
  }
}

const pseudosOf = (selector) => css.findAll(selector, ({ type }) => /^Pseudo(Class|Element)Selector$/.test(type))
  .map(({ name }) => name.toLowerCase());

function pseudo(node, at) {
  const name = node.name.toLowerCase();
  if (refused.pseudos.includes(name)) at(node, `:${node.name}()`);
  if ((name === 'lang' || name === 'not') && /,/.test(css.generate(node))) at(node, `:${node.name}() with a list`);
  if (name.startsWith('nth-') && /\bof\b/.test(css.generate(node))) at(node, `:${node.name}() with "of"`);
}

function scanScript(text, report) {
  try {
    parseScript(text, { ecmaVersion: 5, sourceType: 'script' });
  } catch (error) {
    report(`script ${error.loc?.line}:${error.loc?.column}`, `not ES5: ${error.message}`);
  }
}

const module = /<script\b[^>]*\btype=["']?module/;
const handler = /<[a-z][^>]*\son[a-z]+\s*=/;

// Most pages share their style sheet and script: each is read once, on the
// first page that has it.
export async function floor({ plain, based }) {
  const findings = [];
  const seen = new Set();
  const once = (text, scan, page) => {
    if (seen.has(text)) return;
    seen.add(text);
    scan(text, (at, message) => findings.push({ page, at, message }));
  };
  for (const site of [plain, based]) {
    for (const page of site.pages) {
      const html = site.read(page);
      stylesOf(html).forEach((text) => once(text, scanStyle, page));
      scriptsOf(html).forEach((text) => once(text, scanScript, page));
      if (module.test(html)) findings.push({ page, at: 'script', message: 'an ES module' });
      if (handler.test(html)) findings.push({ page, at: handler.exec(html)[0].slice(0, 60), message: 'an event handler in an attribute' });
    }
    for (const file of site.assets()) once(site.read(file), file.endsWith('.css') ? scanStyle : scanScript, file);
  }
  return { counts: { pages: plain.pages.length + based.pages.length, 'sheets and scripts': seen.size }, findings };
}
