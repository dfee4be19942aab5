// The main kinds of pages in a second engine, Debian's Firefox: each opens over
// http and from a folder in silence and does not scroll sideways; contents and
// folds open, the language link keeps to the clause, the search finds, and a
// reader who prefers dark sees the dark tokens.
import { click, launchFirefox } from '../lib/firefox.mjs';
import { stylesOf } from '../lib/parts.mjs';
import { targetState } from '../lib/reader.mjs';
import { kindOf } from '../lib/site.mjs';

const kinds = ['home', 'current', 'redline', 'parallel', 'bilingual', 'table', 'history', 'clauses', 'search', 'embed'];
const words = { zh: '未成年人', en: 'minors' };
const widths = [320, 1280]; // from a folder the first is enough

function watch() {
  window.violations = [];
  addEventListener('securitypolicyviolation', (event) => {
    window.violations.push(`${event.effectiveDirective} forbids ${event.blockedURI || 'inline'}`);
  });
}

const byHow = (how, report) => (message) => report(how, message);

async function opens(page, address, widths, report) {
  const messages = [];
  const onConsole = (message) => messages.push(`console ${message.type()}: ${message.text()}`);
  const onError = (error) => messages.push(`script error: ${error.message}`);
  page.on('console', onConsole);
  page.on('pageerror', onError);
  for (const width of widths) {
    await page.setViewport({ width, height: 800 });
    await page.goto(address);
    const by = await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
    if (by > 0) report(`scrolls sideways at ${width} px, by ${by} px`);
    for (const violation of await page.evaluate(() => window.violations)) report(`content security policy: ${violation}`);
  }
  page.off('console', onConsole);
  page.off('pageerror', onError);
  for (const message of new Set(messages)) report(message);
}

const seen = (page, selector) => page.$eval(selector, (element) => element.checkVisibility({ contentVisibilityAuto: true })
  && element.getClientRects().length > 0);

// On a desk the contents stand open, on a phone a tap opens them.
async function contents(page, address, report) {
  const link = 'nav.contents li a';
  await page.setViewport({ width: 320, height: 700 });
  await page.goto(address);
  if (!await seen(page, link)) await page.click('nav.contents summary');
  if (!await seen(page, link)) report('nav.contents', 'a tap does not open it');
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${address}?desk`);
  if (await page.$('nav.contents.side') && !await seen(page, link)) report('nav.contents', 'is closed on a desk');
}

async function keepsClause(page, address, report) {
  const id = await page.$$eval('.clause[id]', (clauses) => clauses[clauses.length >> 1].id);
  await page.goto(`${address}?clause#${id}`);
  await click(page, '.languages a[hreflang]');
  const hash = await page.evaluate(() => location.hash);
  const there = id.replace(/^d-\w+-/, ''); // a clause of the second text is in the first one there
  if (hash !== `#${there}`) report('.languages a', `from #${id} it leads to "${hash}"`);
  const state = await targetState(page);
  if (state !== 'seen') report('.languages a', `leads to ${page.url()}, where the clause is ${state}`);
}

async function folds(page, address, report) {
  await page.goto(address);
  const ids = await page.$$eval('details.fold', (all) => all.map((fold) => [...fold.querySelectorAll('[id]')].pop()?.id));
  for (const id of [ids[0], ids.at(-1)]) {
    await page.goto(`${address}?${id}#${id}`);
    const state = await targetState(page);
    if (state !== 'seen') report(`details.fold #${id}`, `a link to it finds it ${state}`);
  }
}

async function finds(page, address, lang, report) {
  await page.goto(address);
  await page.type('#_q', words[lang]);
  await page.waitForFunction(() => /\d/.test(document.querySelector('[role=status]').textContent), { timeout: 10_000 })
    .catch(() => report('#_q', `no word on how often "${words[lang]}" is found`));
  if (await page.$$eval('#_found > li', (results) => results.length) === 0) report('#_found', `"${words[lang]}" finds nothing`);
}

// The dark tokens as the style sheet has them for ?theme=dark, and what the
// page wears. A face that a reader lacks is still the first of the list.
async function wears(page, address, sheet, report) {
  await page.goto(address);
  const dark = /\[data-theme=dark\]\{([^}]*)\}/.exec(sheet)?.[1] ?? '';
  const worn = await page.evaluate((tokens) => {
    const probe = document.body.appendChild(document.createElement('p'));
    const colour = (value) => { probe.style.color = value; return getComputedStyle(probe).color; };
    const [root, body] = [getComputedStyle(document.documentElement), getComputedStyle(document.body)];
    const wrong = tokens.filter(([name, value]) => colour(root.getPropertyValue(name)) !== colour(value)).map(([name]) => name);
    const font = root.getPropertyValue(document.documentElement.lang === 'en' ? '--font-en' : '--font-zh');
    probe.style.fontFamily = font;
    const result = { wrong, page: body.backgroundColor === colour(root.getPropertyValue('--paper')), text: body.color === colour(root.getPropertyValue('--ink')),
      font: font !== '' && body.fontFamily === getComputedStyle(probe).fontFamily };
    probe.remove();
    return result;
  }, [...dark.matchAll(/(--[\w-]+):([^;]+)/g)].map(([, name, value]) => [name, value]));
  if (dark === '' || worn.wrong.length > 0) report('html', `not the dark tokens: ${worn.wrong.join(', ') || 'there are none'}`);
  for (const part of ['page', 'text', 'font']) if (!worn[part]) report('body', `the ${part} is not that of the tokens`);
}

const behaviour = {
  current: [contents, keepsClause],
  parallel: [contents, keepsClause],
  redline: [folds],
  bilingual: [folds],
};

async function readers({ plain, based, url }, pages, add) {
  const browser = await launchFirefox('light');
  try {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(watch);
    for (const name of pages) {
      const report = add(name);
      await opens(page, url(name), widths, byHow('over http', report)).catch(broken(report));
      await opens(page, plain.fileURL(name), widths.slice(0, 1), byHow('from a folder', report)).catch(broken(report));
      for (const act of behaviour[kindOf(name)] ?? []) await act(page, url(name), report).catch(broken(report));
      if (kindOf(name) !== 'search') continue;
      for (const address of [url(name), plain.fileURL(name)]) await finds(page, address, name.split('/')[0], report).catch(broken(report));
    }
  } finally {
    await browser.close();
  }
}

async function night({ based, url }, pages, add) {
  const browser = await launchFirefox('dark');
  try {
    const page = await browser.newPage();
    for (const name of pages) {
      await wears(page, url(name), stylesOf(based.read(name)).join(''), add(name)).catch(broken(add(name)));
    }
  } finally {
    await browser.close();
  }
}

const broken = (report) => (error) => report('cannot go on', error.message.split('\n')[0]);

export async function firefox(env) {
  const findings = [];
  const add = (page) => (at, message) => findings.push({ page, at, message });
  const pages = env.based.firstSamples(...kinds);
  const dark = pages.filter((name) => ['home', 'current', 'redline'].includes(kindOf(name)));
  await Promise.all([readers(env, pages, add), night(env, dark, add)]);
  return { counts: { pages: pages.length, 'in the dark': dark.length }, findings };
}
