// What the script adds: the header's language link keeps to the clause that the
// address names, a fragment that names nothing does no harm, and ?theme= gives
// exactly the colours that the reader's own preference would.
import { eachPage, settled } from '../lib/browser.mjs';
import { follow, targetState } from '../lib/reader.mjs';

const linkHash = (page) => page.locator('.languages a[hreflang]').first().evaluate((link) => link.hash);

// The ids of a few clauses that both languages have: the first, the last and
// one between them.
async function someClauses(page) {
  const other = await page.locator('.languages a[hreflang]').first().evaluate((link) => link.href);
  const there = await (await page.request.get(other)).text();
  const here = await page.locator('.clause[id]').evaluateAll((clauses) => clauses.map((clause) => clause.id));
  const ids = here.filter((id) => there.includes(` id="${id}"`));
  return [ids[0], ids[Math.floor(ids.length / 2)], ids[ids.length - 1]];
}

async function keepsPlace(page, url, report) {
  await page.goto(url);
  const [first, middle, last] = await someClauses(page);
  const expect = async (hash, when) => {
    await settled(page);
    const found = await linkHash(page);
    if (found !== hash) report('.languages a', `${when} it should end in "${hash}" and ends in "${found}"`);
  };
  await expect('', 'without a fragment');
  await page.goto(`${url}?#${first}`); // another address, so that the page is opened anew
  await expect(`#${first}`, 'when the page opens at a clause');
  await page.evaluate((id) => { location.hash = id; }, middle);
  await expect(`#${middle}`, 'after a step to another clause');
  await page.goBack();
  await expect(`#${first}`, 'after a step back');
  await page.goto(`${url}?#${last}`);
  await expect(`#${last}`, 'after a link to the last clause');
  await follow(page, page.locator('.languages a[hreflang]').first());
  const state = await targetState(page);
  if (state !== 'seen') report('.languages a', `leads to ${page.url()}, where the clause is ${state}`);
}

// Fragments that people and programs really send.
async function bearsNonsense(page, url, report) {
  const errors = [];
  let seen = 0;
  const listen = (error) => errors.push(error.message);
  page.on('pageerror', listen);
  for (const hash of ['#', '#nowhere', '#%E0%A4%A', '#:~:text=clause', '#"><b>']) {
    await page.goto(`${url}?${seen++}${hash}`); // another address each time, so that the page is opened anew
    await settled(page);
    if (errors.length > 0) report('script', `at ${hash}: ${errors.splice(0).join('; ')}`);
  }
  page.off('pageerror', listen);
}

// All that the colour scheme changes: the custom properties of the root, and
// the scheme that the browser paints its own parts in.
const paint = (page) => page.evaluate(() => {
  const properties = [...document.documentElement.computedStyleMap()].filter(([name]) => name.startsWith('--'));
  const system = document.body.appendChild(document.createElement('p'));
  system.style.color = 'CanvasText';
  return JSON.stringify([properties.map(([name, value]) => `${name}: ${value}`).sort(), getComputedStyle(system).color,
    getComputedStyle(document.body).backgroundColor]);
});

async function honoursTheme(page, url, report) {
  const seen = {};
  for (const colorScheme of ['light', 'dark']) {
    for (const theme of ['', 'light', 'dark', 'pink']) {
      await page.emulateMedia({ colorScheme });
      await page.goto(theme ? `${url}?theme=${theme}` : url);
      seen[`${colorScheme} ${theme}`] = await paint(page);
    }
  }
  if (seen['light '] === seen['dark ']) report('html', 'dark and light preference look the same');
  for (const preference of ['light', 'dark']) {
    for (const theme of ['light', 'dark']) {
      const same = seen[`${preference} ${theme}`] === seen[`${theme} `];
      if (!same) report('html', `?theme=${theme} under ${preference} preference is not what ${theme} preference gives`);
    }
    if (seen[`${preference} pink`] !== seen[`${preference} `]) report('html', '?theme=pink changes the colours');
  }
}

export async function language({ browser, based, url }) {
  const findings = [];
  const pages = based.firstSamples('current', 'version', 'redline', 'parallel', 'bilingual', 'embed');
  const few = ['current', 'redline'].flatMap((kind) => based.samples(kind).slice(0, 1));
  await eachPage(browser, {}, pages, findings, async (page, name) => {
    const report = (at, message) => findings.push({ page: name, at, message });
    await keepsPlace(page, url(name), report);
    if (!few.includes(name)) return;
    await bearsNonsense(page, url(name), report);
    await honoursTheme(page, url(name), report);
  });
  return { counts: { pages: pages.length, 'pages themed': few.length }, findings };
}
