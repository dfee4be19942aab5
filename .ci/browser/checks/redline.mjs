// A redline can be walked through with JavaScript off: a link into a fold opens
// it, also in two languages and in the table; each change leads to the next and
// to the one before, and the list of changes leads to all of them.
import { eachPage } from '../lib/browser.mjs';
import { deadFragments, follow, targetState } from '../lib/reader.mjs';

// A link to the last clause of each folded run opens it.
async function folds(page, url, report) {
  await page.goto(url);
  const ids = await page.locator('details.fold').evaluateAll((all) => all.map((fold) => [...fold.querySelectorAll('[id]')].pop()?.id));
  for (const [i, id] of ids.entries()) {
    await page.goto(`${url}?${i}#${id}`); // another address each time, so that each fold is met closed
    const state = await targetState(page);
    if (state !== 'seen') report(`details.fold #${id}`, `a link to it finds it ${state}`);
  }
  return ids.length;
}

// The runs of changes on the page: what each calls itself, and which runs its
// links lead to.
const runs = (page) => page.locator('.change').evaluateAll((changes) => changes.map((change) => ({
  name: change.querySelector('.change-nav > a')?.textContent,
  leadsTo: [...change.querySelectorAll('.change-nav > a + a')].map((link) => {
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
    await follow(page, page.locator('.change').nth(here).locator('.change-nav > a + a').nth(all[here].leadsTo.indexOf(next)));
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

export async function redline({ browser, based, url }) {
  const findings = [];
  const counts = { pages: 0, 'folds opened': 0, 'changes walked': 0 };
  const folded = based.samples('redline', 'bilingual', 'table');
  const walked = based.samples('redline');
  await eachPage(browser, { javaScriptEnabled: false }, folded, findings, async (page, name) => {
    const report = (at, message) => { findings.push({ page: name, at, message }); };
    counts.pages++;
    counts['folds opened'] += await folds(page, url(name), report);
    if (!walked.includes(name)) return;
    counts['changes walked'] += await walk(page, url(name), report) ?? 0;
    await list(page, url(name), report);
  });
  return { counts, findings };
}
