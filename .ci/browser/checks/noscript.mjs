// Everything a reader does works with JavaScript off: the contents, the way to
// the other language and back, a link into a fold, and the walk through a
// redline from change to change.
import { eachPage, targetState } from '../lib/browser.mjs';

// Follows a link as a reader does and says where it leads.
async function follow(page, link) {
  const href = await link.evaluate((it) => it.href);
  await link.click();
  await page.waitForURL(href);
  return href;
}

const deadFragments = (nav) => nav.locator('a[href^="#"]').evaluateAll((links) => (
  links.map((link) => link.hash).filter((hash) => !document.getElementById(decodeURIComponent(hash.slice(1))))));

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
    const link = nav.locator('a').last();
    const href = await follow(page, link);
    const state = await targetState(page);
    if (state !== 'seen') report('nav.contents a', `leads to ${new URL(href).hash}, which is ${state} at ${width} px`);
  }
}

// The header's link leads to the same page in the other language, whose own
// link leads back; a clause's link leads to the same clause.
async function languages(page, url, report) {
  await page.goto(url);
  const link = page.locator('header nav a[hreflang]').first();
  if (await link.count() === 0) return report('header nav', 'no link to the other language');
  const wanted = await link.getAttribute('hreflang');
  await follow(page, link);
  const lang = await page.locator('html').getAttribute('lang');
  if (lang !== wanted) report('header nav a', `promises ${wanted} and leads to a page in ${lang}`);
  const back = await page.locator('header nav a[hreflang]').evaluateAll((links) => links.map((link) => link.href));
  if (!back.includes(url)) report('header nav a', `no way back: ${page.url()} does not link here`);
}

// A text that the other page shows in this same language, for want of its own,
// has no other side to link to.
async function counterpart(page, url, report) {
  await page.goto(url);
  const textLang = () => page.locator('.policy-text').first().getAttribute('lang');
  const link = page.locator('a.counterpart').last();
  if (await link.count() === 0) {
    const here = await textLang();
    await follow(page, page.locator('header nav a[hreflang]').first());
    if (await textLang() !== here) report('.clause', 'no clause links to the other language');
    return;
  }
  const href = await follow(page, link);
  const state = await targetState(page);
  if (state !== 'seen') report('a.counterpart', `leads to ${href}, where the clause is ${state}`);
}

// A link to the last clause of each folded run opens it.
async function folds(page, url, report) {
  await page.goto(url);
  const ids = await page.locator('details.fold').evaluateAll((all) => all.map((fold) => [...fold.querySelectorAll('[id]')].pop()?.id));
  for (const id of ids) {
    await page.goto('about:blank'); // so that each fold is met closed
    await page.goto(`${url}#${id}`);
    const state = await targetState(page);
    if (state !== 'seen') report(`details.fold #${id}`, `a link to it finds it ${state}`);
  }
  return ids.length;
}

// The runs of changes on the page: what each calls itself, and which runs its
// links lead to.
const runs = (page) => page.locator('.change').evaluateAll((changes) => changes.map((change) => ({
  name: change.querySelector('.change-nav > span')?.textContent,
  leadsTo: [...change.querySelectorAll('.change-nav a')].map((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return changes.findIndex((other) => target !== null && other.contains(target));
  }),
})));

// From the first change the links lead through all others to the last, and at
// each step back again. The place that a text has moved away from goes by the
// name of the change that it is half of.
async function walk(page, url, report) {
  await page.goto(url);
  const all = await runs(page);
  const visited = [0];
  for (let here = 0, next; (next = all[here].leadsTo.find((to) => !visited.includes(to))) !== undefined; here = next) {
    if (next < 0) return report(`.change:nth(${here + 1}) .change-nav`, 'a link leads to no change');
    await follow(page, page.locator('.change').nth(here).locator('.change-nav a').nth(all[here].leadsTo.indexOf(next)));
    const state = await targetState(page);
    if (state !== 'seen') report(`.change:nth(${here + 1}) .change-nav`, `leads to "${all[next].name}", which is ${state}`);
    if (!all[next].leadsTo.includes(here)) report(`.change:nth(${next + 1}) .change-nav`, `no way back to "${all[here].name}"`);
    visited.push(next);
  }
  const names = visited.map((i) => all[i].name);
  for (const { name } of all) if (!names.includes(name)) report('.change-nav', `no walk from the first change reaches "${name}"`);
  return visited.length;
}

// The list of changes leads to each of them.
async function list(page, url, report) {
  await page.goto(url);
  const nav = page.locator('nav.changes');
  if (await nav.locator('a').count() === 0) report('nav.changes', 'lists no change');
  for (const hash of await deadFragments(nav)) report(`nav.changes a[href="${hash}"]`, 'leads to no change');
}

export async function noscript({ browser, based, url }) {
  const findings = [];
  const counts = { pages: 0, 'folds opened': 0, 'changes walked': 0 };
  const texts = based.samples('current', 'version');
  const redlines = based.samples('redline');
  await eachPage(browser, { javaScriptEnabled: false }, [...texts, ...redlines], async (page, name) => {
    const report = (at, message) => { findings.push({ page: name, at, message }); };
    counts.pages++;
    await languages(page, url(name), report);
    if (texts.includes(name)) {
      await contents(page, url(name), report);
      await counterpart(page, url(name), report);
    } else {
      counts['folds opened'] += await folds(page, url(name), report);
      counts['changes walked'] += await walk(page, url(name), report) ?? 0;
      await list(page, url(name), report);
    }
  });
  return { counts, findings };
}
