// No page scrolls sideways: not on a narrow phone, not at 200 % zoom, not when
// a reader spaces the text out (WCAG 1.4.10 and 1.4.12).
import { eachPage, openFolds } from '../lib/browser.mjs';

const zoomed = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 };
const phone = { viewport: { width: 320, height: 700 } };

// The page's policy allows no style but its own; a constructed sheet is not
// subject to it.
const spaceOut = (page) => page.evaluate(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [sheet];
});

// The outermost elements that reach past the screen and no scroller holds back.
const tooWide = (page) => page.evaluate(() => {
  const root = document.scrollingElement;
  if (root.scrollWidth <= innerWidth) return null;
  const past = (element) => element.getBoundingClientRect().right > innerWidth + 0.5;
  const held = (element) => element && element !== root && element !== document.body
    && (getComputedStyle(element).overflowX !== 'visible' || held(element.parentElement));
  const name = (element) => element.localName + (element.id ? `#${element.id}` : '') + [...element.classList].map((word) => `.${word}`).join('');
  const wide = [...document.body.querySelectorAll('*')].filter((element) => past(element) && !held(element.parentElement));
  const deepest = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  return { by: root.scrollWidth - innerWidth, elements: deepest.slice(0, 3).map(name) };
});

async function measure(page, name, state, findings) {
  const wide = await tooWide(page);
  if (wide) findings.push({ page: name, at: wide.elements.join(', '), message: `scrolls sideways ${state}, by ${wide.by} px` });
}

export async function overflow({ browser, based, url }) {
  const findings = [];
  let measured = 0;
  const visit = async (name, page, label) => {
    await page.goto(url(name));
    await measure(page, name, `at ${label}`, findings);
    await openFolds(page);
    await measure(page, name, `at ${label} with folds open`, findings);
    await spaceOut(page);
    await measure(page, name, `at ${label} with text spaced out`, findings);
    measured += 3;
  };
  await eachPage(browser, phone, based.pages, findings, (page, name) => visit(name, page, '320 px'));
  await eachPage(browser, zoomed, based.samples(), findings, (page, name) => visit(name, page, '200 % zoom'));
  return { counts: { pages: based.pages.length, 'kinds zoomed': based.samples().length, measurements: measured }, findings };
}
