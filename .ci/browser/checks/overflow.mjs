// No page scrolls sideways: not on a narrow phone, not at 200 % zoom, not when
// a reader spaces the text out (WCAG 1.4.10 and 1.4.12).
import { eachPage, openFolds } from '../lib/browser.mjs';
import { kindOf } from '../lib/site.mjs';
import { ofStates } from '../lib/states.mjs';

const screens = {
  'at 320 px': { width: 320, height: 700, deviceScaleFactor: 1, mobile: false },
  'at 200 % zoom': { width: 640, height: 450, deviceScaleFactor: 2, mobile: false },
};

// The page's policy allows no style but its own; a constructed sheet is not
// subject to it.
const spaceOut = (page) => page.evaluate(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
});

// How far the page scrolls sideways, and the innermost elements that reach past
// the screen with no scroller around them.
const tooWide = (page) => page.evaluate(() => {
  const root = document.scrollingElement;
  if (root.scrollWidth <= innerWidth) return null;
  const past = (element) => element.getBoundingClientRect().right > innerWidth + 0.5;
  const held = (element) => element && element !== root && element !== document.body
    && (getComputedStyle(element).overflowX !== 'visible' || held(element.parentElement));
  const name = ({ localName, id, classList }) => [localName + (id ? `#${id}` : ''), ...classList].join('.');
  const wide = [...document.body.querySelectorAll('*')].filter((element) => past(element) && !held(element.parentElement));
  const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  return { by: root.scrollWidth - innerWidth, elements: innermost.slice(0, 3).map(name) };
});

// Each screen with the page as it is delivered, then with every fold open, then
// with the text spaced out as well.
const looks = [
  ['', () => {}],
  [' with folds open', openFolds],
  [' with text spaced out', spaceOut],
];

async function examine(page, url, report) {
  const devtools = await page.context().newCDPSession(page);
  for (const [screen, metrics] of Object.entries(screens)) {
    await devtools.send('Emulation.setDeviceMetricsOverride', metrics);
    await page.goto(url);
    for (const [state, enter] of looks) {
      await enter(page);
      const wide = await tooWide(page);
      if (wide) report(wide.elements.join(', '), `scrolls sideways ${screen}${state}, by ${wide.by} px`);
    }
  }
  await devtools.detach();
}

export async function overflow({ browser, based, states, url }) {
  const findings = [];
  const own = [...new Set([...based.samples(), ...based.pages.filter((page) => kindOf(page) === 'current')])];
  const pages = [...own.map((name) => ({ name, address: url(name) })),
    ...ofStates(states).map((name) => ({ name: `states/${name}`, address: states.fileURL(name) }))];
  await eachPage(browser, {}, pages, findings, (page, { name, address }) => (
    examine(page, address, (at, message) => findings.push({ page: name, at, message }))));
  const measurements = pages.length * Object.keys(screens).length * looks.length;
  return { counts: { pages: pages.length, measurements }, findings };
}
