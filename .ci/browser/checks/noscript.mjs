// A text can be read with JavaScript off: its contents lead to its clauses, its
// header to the other language and back, its clauses to the same clause there.
import { eachPage } from '../lib/browser.mjs';
import { deadFragments, follow, targetState } from '../lib/reader.mjs';
import { kindOf } from '../lib/site.mjs';

// Each link of the contents leads to a clause, on a phone after the list is
// opened by hand, on a desk at once.
async function contents(page, url, report) {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(url);
    const nav = page.locator('nav.contents');
    if (await nav.count() === 0) return report('nav.contents', 'a text without contents');
    if (!await nav.locator('a').first().isVisible()) await nav.locator('summary').click();
    if (!await nav.locator('a').first().isVisible()) return report('nav.contents summary', `does not open the contents at ${width} px`);
    for (const hash of await deadFragments(nav)) report(`nav.contents a[href="${hash}"]`, 'leads to no clause');
    const link = nav.locator('a').nth(Math.floor(await nav.locator('a').count() / 2));
    const href = await follow(page, link);
    const state = await targetState(page);
    if (state !== 'seen') report('nav.contents a', `leads to ${new URL(href).hash}, which is ${state} at ${width} px`);
  }
}

// The header's link leads to the same page in the other language, whose own
// link leads back; a clause's link leads to the same clause.
async function languages(page, url, report) {
  await page.goto(url);
  const link = page.locator('.languages a[hreflang]').first();
  if (await link.count() === 0) return report('.languages', 'no link to the other language');
  const wanted = await link.getAttribute('hreflang');
  await follow(page, link);
  const lang = await page.locator('html').getAttribute('lang');
  if (lang !== wanted) report('.languages a', `promises ${wanted} and leads to a page in ${lang}`);
  const back = await page.locator('.languages a[hreflang]').evaluateAll((links) => links.map((link) => link.href));
  if (!back.includes(url)) report('.languages a', `no way back: ${page.url()} does not link here`);
}

// On a page in two languages the reader's own stands first, and the header's
// link changes the sides over.
async function sides(page, url, report) {
  await page.goto(url);
  const columns = () => page.locator('.pair').evaluateAll((pairs) => {
    const order = pairs.map((pair) => [...pair.querySelectorAll(':scope > .policy-text')].map(({ lang }) => lang));
    return [...new Set(order.filter(({ length }) => length === 2).map(String))].join(' and ');
  });
  const own = () => page.locator('html').getAttribute('lang');
  const [here, first] = [await columns(), await own()];
  if (here.split(',')[0] !== first) report('.pair', `the columns are ${here}, the page is in ${first}`);
  await follow(page, page.locator('.languages a[hreflang]').first());
  const there = await columns();
  if (there !== here.split(',').reverse().join()) report('.pair', `the columns are ${here}, and on ${page.url()} ${there}`);
}

// A text that the other page shows in this same language, for want of its own,
// has no other side to link to.
async function counterpart(page, url, report) {
  await page.goto(url);
  const textLang = () => page.locator('.policy-text').first().getAttribute('lang');
  const link = page.locator('a.counterpart').last();
  if (await link.count() === 0) {
    const here = await textLang();
    await follow(page, page.locator('.languages a[hreflang]').first());
    if (await textLang() !== here) report('.clause', 'no clause links to the other language');
    return;
  }
  const href = await follow(page, link);
  const state = await targetState(page);
  if (state !== 'seen') report('a.counterpart', `leads to ${href}, where the clause is ${state}`);
}

export async function noscript({ browser, based, url }) {
  const findings = [];
  const all = based.samples().filter((page) => !['chooser', 'notfound'].includes(kindOf(page)));
  const texts = based.firstSamples('current', 'version', 'embed');
  const inTwo = based.samples('parallel', 'bilingual');
  const withContents = based.firstSamples('current', 'version', 'parallel');
  await eachPage(browser, { javaScriptEnabled: false }, all, findings, async (page, name) => {
    const report = (at, message) => { findings.push({ page: name, at, message }); };
    await languages(page, url(name), report);
    if (inTwo.includes(name)) await sides(page, url(name), report);
    if (withContents.includes(name)) await contents(page, url(name), report);
    if (texts.includes(name)) await counterpart(page, url(name), report);
  });
  return { counts: { pages: all.length, contents: withContents.length, 'pages in two languages': inTwo.length }, findings };
}
