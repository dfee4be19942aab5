// The search: over http and from a folder it finds the clauses that hold all
// of the words, in Chinese and in English, marks them, leads to them, keeps the
// words in the address; it asks for nothing before there are words. Without
// script the page lists every heading.
import { eachPage, settled } from '../lib/browser.mjs';
import { targetState } from '../lib/reader.mjs';

// Words of the site's texts as readers type them: a word that stands in no
// heading, full-width forms, upper case, and words that no clause has together.
const queries = {
  zh: { plain: '未成年人', folded: 'ＡＩ', spaced: '保存 期限', none: '未成年人 无此词语' },
  en: { plain: 'minors', folded: 'ＡＩ', spaced: 'Personal INFORMATION', none: 'minors nosuchword' },
};

const field = '#_q';
const results = (page) => page.locator('#_found > li');
const status = (page) => page.locator('[role=status]').textContent();

async function ask(page, words) {
  await page.locator('[role=status]').evaluate((said) => { said.textContent = ''; });
  await page.locator(field).fill(words);
  await page.waitForFunction(() => document.querySelector('[role=status]').textContent !== '');
}

// What is said, what is listed and what is marked fit the words.
async function answers(page, words, report) {
  await ask(page, words);
  const said = Number(/\d+/.exec(await status(page))?.[0] ?? 0);
  const listed = await results(page).count();
  if (listed === 0 || listed > said) report(field, `"${words}": ${listed} results are listed and ${said} said`);
  const fold = (text) => text.normalize('NFKC').toLowerCase();
  const wanted = fold(words).split(' ');
  for (const mark of await results(page).locator('mark').allTextContents()) {
    if (!wanted.some((word) => fold(mark).includes(word))) report('mark', `"${words}": marks "${mark}"`);
  }
  for (let i = 0; i < listed; i++) {
    if (await results(page).nth(i).locator('mark').count() === 0) report('#_found', `"${words}": result ${i + 1} has no word marked`);
  }
  if (!(await page.locator('#_all').isHidden())) report('#_all', `"${words}": the list of all headings still stands there`);
}

async function searches(page, url, lang, report) {
  const asked = [];
  const listen = (request) => asked.push(request.url());
  page.on('request', listen);
  await page.goto(url);
  await settled(page);
  if (asked.length > 1) report('script', `asks for ${asked[1]} before there is anything to search`);
  const words = queries[lang];
  for (const query of [words.plain, words.folded, words.spaced]) await answers(page, query, report);
  await ask(page, words.none);
  if (await results(page).count() > 0) report('#_found', `"${words.none}" finds something`);
  await page.locator(field).fill('');
  await page.waitForFunction(() => !document.querySelector('#_all').hidden);
  if (page.url().includes('?')) report(field, `an empty field leaves ${page.url()}`);
  await ask(page, words.plain);
  await page.keyboard.press('Tab');
  await Promise.all([page.waitForURL((to) => to.hash !== ''), page.keyboard.press('Enter')]);
  const state = await targetState(page);
  if (state !== 'seen') report('#_found a', `leads to ${page.url()}, where the clause is ${state}`);
  page.off('request', listen);
}

async function honoursAddress(page, url, lang, report) {
  const words = queries[lang].spaced;
  await page.goto(`${url}?theme=dark&q=${encodeURIComponent(words).replace('%20', '+')}`);
  await page.waitForFunction(() => document.querySelector('[role=status]').textContent !== '');
  if (await page.locator(field).inputValue() !== words) report(field, '?q= is not what stands in the field');
  if (await results(page).count() === 0) report('#_found', '?q= finds nothing');
  await ask(page, queries[lang].plain);
  await page.waitForFunction((q) => location.search === `?q=${encodeURIComponent(q)}&theme=dark`, queries[lang].plain)
    .catch(() => report(field, `the address does not follow: ${page.url()}`));
}

async function listsHeadings(page, url, report) {
  await page.goto(url);
  if (await page.locator(field).isVisible()) report(field, 'can be seen without script, where it does nothing');
  if (await page.locator('#_all li a').count() < 20) report('#_all', 'hardly any headings are listed');
}

export async function search({ browser, plain, based, url }) {
  const findings = [];
  const pages = based.samples('search');
  const visits = [...pages.map((name) => ({ name, how: 'over http', url: url(name) })),
    ...pages.map((name) => ({ name, how: 'from a folder', url: plain.fileURL(name) }))];
  const reporter = ({ name, how }) => (at, message) => findings.push({ page: name, at: `${at} (${how})`, message });
  await eachPage(browser, {}, visits, findings, async (page, visit) => {
    const lang = visit.name.split('/')[0];
    await searches(page, visit.url, lang, reporter(visit));
    if (visit.how === 'over http') await honoursAddress(page, visit.url, lang, reporter(visit));
  });
  await eachPage(browser, { javaScriptEnabled: false }, visits, findings, (page, visit) => listsHeadings(page, visit.url, reporter(visit)));
  if (pages.length === 0) findings.push({ page: 'the site', at: 'search', message: 'has no search page' });
  return { counts: { pages: visits.length }, findings };
}
