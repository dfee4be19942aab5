// The printed page, from a reader who prefers dark: A4, black on white, the
// whole text with its version and dates, and nothing that only a screen needs.
import { eachPage } from '../lib/browser.mjs';
import { pageSizes, painted, pixels, wholePages, words } from '../lib/pdf.mjs';

const margin = 18 / 25.4 * 72; // of READER.md, in points
const width = 595;

// Spaces and line breaks are the printer's, and poppler drops the hyphen that a
// line ends with. A PDF may name a Han character by its radical, which is the
// same after normalisation.
const bare = (text) => text.normalize('NFKC').replace(/[\s-]+/g, '');

// What the print must hold, and what it must not.
const wanted = (page) => page.evaluate(() => {
  const pieces = (root) => {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('.aside, .hidden')) found.push(walker.currentNode.data);
    return found;
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  // A heading without its label (floats are painted before the lines they
  // stand beside), and the first words of what follows it.
  const policy = all('.policy-text').flatMap((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found.filter((node) => node.data.trim() && !node.parentElement.closest('.aside, .hidden, .label'));
  });
  const headingOf = (node) => node.parentElement.closest('h2, h3, h4');
  const headings = policy.flatMap((node, i) => (headingOf(node) && policy[i + 1] && headingOf(policy[i + 1]) !== headingOf(node)
    ? [[node.data, policy[i + 1].data.slice(0, 12)]] : []));
  return {
    title: document.querySelector('h1').textContent,
    facts: all('.version-bar > div').map((pair) => pieces(pair).join('')),
    policy: all('.policy-text').flatMap(pieces),
    headings,
    above: all('.policy-text .label, .policy-text thead').map((element) => element.textContent),
    columns: all('.half').length > 0,
    addresses: all('.policy-text a[href^="http"]').map((link) => link.getAttribute('href')),
    screenOnly: all('.site-name, .skip').map((element) => element.textContent),
  };
});

// What of the page's furniture would still be painted.
const furniture = async (page) => {
  await page.emulateMedia({ media: 'print' });
  const left = await page.evaluate(() => ['header', 'header nav', 'nav.contents', '.actions'].filter((selector) => (
    [...document.querySelectorAll(selector)].some((element) => element.checkVisibility()))));
  await page.emulateMedia({ media: null });
  return left;
};

// Bars and numbers beside changes that would be cut off at the sheet's edge.
const cutOff = async (page) => {
  await page.emulateMedia({ media: 'print' });
  const cut = await page.evaluate(() => ['.change', '.nth'].filter((selector) => (
    [...document.querySelectorAll(selector)].some((element) => element.checkVisibility() && element.getBoundingClientRect().left < 0))));
  await page.emulateMedia({ media: null });
  return cut;
};

async function looks(pdf, report) {
  const sizes = await pageSizes(pdf);
  for (const size of new Set(sizes)) if (size !== 'A4') report('@page', `prints on ${size}, not on A4`);
  (await pixels(pdf)).forEach(({ white, coloured }, i) => {
    if (white < 0.7) report(`sheet ${i + 1}`, `only ${Math.round(white * 100)} % of it is white`);
    if (coloured > 0) report(`sheet ${i + 1}`, 'prints in colour, not black on white');
  });
  const outside = (await words(pdf)).filter(({ left, right }) => left < margin - 2 || right > width - margin + 2);
  if (outside.length > 0) report('main', `${outside.length} words run past the margin, the first is "${outside[0].word}"`);
  (await wholePages(pdf)).forEach((page, i) => {
    if (page.trim().split('\n').pop().trim() !== String(i + 1)) report(`sheet ${i + 1}`, 'no page number at the foot');
  });
  return sizes.length;
}

async function says(pdf, want, left, report) {
  const sheets = (await painted(pdf)).map(bare);
  const text = sheets.join('');
  const labels = [...new Set(want.above.map(bare))].filter(Boolean);
  const missing = (pieces) => pieces.filter((piece) => !holds(sheets, text, bare(piece), { above: labels, columns: want.columns }));
  for (const fact of missing(want.facts)) report('.version-bar', `"${fact.trim().replace(/\s+/g, ' ')}" is not in print`);
  const lost = missing(want.policy);
  const first = lost[0]?.trim().slice(0, 40);
  if (first) report('.policy-text', `${lost.length} pieces of the text are not in print, the first is "${first}"`);
  for (const address of new Set(missing(want.addresses))) report(`a[href="${address}"]`, 'the address is not spelled out in print');
  const before = text.slice(0, text.indexOf(bare(want.title)));
  for (const piece of want.screenOnly) if (before.includes(bare(piece))) report('header', `"${piece.trim()}" is in print`);
  for (const selector of left) report(selector, 'is in print');
  for (const heading of stranded(sheets, want.headings)) report(`heading "${heading}"`, 'is the last line of its sheet');
}

// A piece may go over to the next sheet: then one ends with the first part of
// it, and the next begins with the rest. Of two columns the next one holds it.
function holds(sheets, text, piece, { above, columns }) {
  if (text.includes(piece)) return true;
  return sheets.some((sheet, i) => {
    for (let n = 1; n < piece.length && i + 1 < sheets.length; n++) {
      if (!sheet.endsWith(piece.slice(0, n))) continue;
      const rest = piece.slice(n);
      if (columns ? sheets[i + 1].includes(rest) : begins(sheets[i + 1], rest, above)) return true;
    }
    return false;
  });
}

// Labels float, so those of a sheet are painted before its other words. There is
// more than one way to read 2.2.1.
function begins(sheet, words, labels) {
  const last = sheet.indexOf(words);
  const reached = new Set([0]);
  for (const at of reached) { // it grows as it is walked
    if (at === last) return true;
    for (const label of labels) if (at < last && sheet.startsWith(label, at)) reached.add(at + label.length);
  }
  return false;
}

// Headings at the foot of a sheet whose text begins on the next one. Up to so
// many letters of marks may stand beside a heading.
const marks = 80;

function stranded(sheets, headings) {
  const follows = (sheet, heading, next) => {
    const at = sheet.indexOf(heading);
    return at >= 0 && (sheet.slice(at + heading.length, at + heading.length + marks).includes(next)
      || follows(sheet.slice(at + heading.length), heading, next));
  };
  const last = (sheet, heading) => sheet.slice(-heading.length - marks).includes(heading);
  return headings.filter((pair) => {
    const [heading, next] = pair.map(bare);
    return !sheets.some((sheet) => follows(sheet, heading, next))
      && sheets.some((sheet, i) => last(sheet, heading) && sheets[i + 1]?.includes(next));
  }).map(([heading]) => heading.trim());
}

export async function print({ browser, based, url }) {
  const findings = [];
  const pages = based.samples('current', 'version', 'redline', 'parallel', 'bilingual', 'table', 'embed');
  let sheets = 0;
  await eachPage(browser, { colorScheme: 'dark' }, pages, findings, async (page, name) => {
    const report = (at, message) => findings.push({ page: name, at, message });
    await page.goto(url(name));
    const want = await wanted(page);
    const left = await furniture(page);
    for (const selector of await cutOff(page)) report(selector, 'lies outside the sheet');
    // The numbers beside changes are painted between the words of the text, and
    // what they are placed in is painted behind all that is not.
    await page.evaluate(() => {
      document.querySelectorAll('.nth').forEach((number) => { number.hidden = true; });
      document.querySelectorAll('.change').forEach((change) => { change.style.position = 'static'; });
    });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const [count] = await Promise.all([looks(pdf, report), says(pdf, want, left, report)]);
    sheets += count;
  });
  return { counts: { pages: pages.length, sheets }, findings };
}
