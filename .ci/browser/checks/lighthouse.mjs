// Lighthouse on a simulated slow phone: the scores of the contract for the main
// kinds of pages, half of them in each language. It runs while no other check
// does, for on a busy machine every page is slow.
import lighthouse from 'lighthouse';
import * as constants from 'lighthouse/core/config/constants.js';
import puppeteer from 'puppeteer-core';
import { chromiumOptions } from '../lib/browser.mjs';
import { kindOf } from '../lib/site.mjs';

const main = ['en/index.html', 'zh/privacy/index.html', 'zh/privacy/3.0/from/2.0/index.html', 'en/privacy/with/zh/index.html'];
const least = { performance: 0.99, accessibility: 1, 'best-practices': 1, seo: 1 };

// What else has a number in the contract. The images of a text are the
// author's, and are not counted.
const budgets = { 'cumulative-layout-shift': 0, 'network-requests': 1 };

const settings = {
  extends: 'lighthouse:default',
  settings: {
    onlyCategories: Object.keys(least), formFactor: 'mobile', throttlingMethod: 'simulate', disableFullPageScreenshot: true,
    // Pages that do nothing need not be waited for as long as others.
    pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 100, cpuQuietThresholdMs: 100,
  },
};

// Lighthouse asks for robots.txt from within the page, whose policy allows no
// request. Redlines and the pages in two languages are kept out of search
// engines, so that an old version never outranks the one in force.
const byDesign = (page) => ['robots-txt', ...(['redline', 'parallel'].includes(kindOf(page)) ? ['is-crawlable'] : [])];

// The score of a category without some of its audits, as Lighthouse weighs them.
function scoreOf({ auditRefs }, audits, without) {
  const counted = auditRefs.filter(({ id, weight }) => weight > 0 && !without.includes(id) && audits[id].score !== null);
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  return counted.reduce((sum, { id, weight }) => sum + weight * audits[id].score, 0) / total;
}

const why = ({ auditRefs }, audits, without) => auditRefs
  .filter(({ id, weight }) => weight > 0 && !without.includes(id) && audits[id].score !== null && audits[id].score < 1)
  .map(({ id }) => [id, audits[id].displayValue].filter(Boolean).join(' ')).join(', ');

// What is wrong with a page: [where, what] for each.
function judge({ categories, audits }, without) {
  const wrong = [];
  for (const [id, score] of Object.entries(least)) {
    const got = scoreOf(categories[id], audits, without);
    if (Math.round(got * 100) < score * 100) wrong.push([id, `scores ${Math.round(got * 100)}, for ${why(categories[id], audits, without)}`]);
  }
  const numbers = { 'cumulative-layout-shift': audits['cumulative-layout-shift'].numericValue,
    'network-requests': audits['network-requests'].details.items
      .filter(({ url, resourceType }) => !url.startsWith('data:') && !(resourceType === 'Image' && /[.](svg|png|jpe?g|gif|webp)$/.test(url))).length };
  for (const [id, most] of Object.entries(budgets)) if (numbers[id] > most) wrong.push([id, `is ${numbers[id]}, the budget is ${most}`]);
  return wrong;
}

// A phone is taken to be four times as slow as a machine of this benchmark, as
// Lighthouse's own measure has it; a machine that is slow or busy itself is
// slowed down less. A machine can be too busy to be fast, but a slow page is
// never fast: of five attempts the best one counts.
const usual = 1500;
const attempts = 5;

async function best(browser, url, without) {
  let [wrong, slowdown] = [[], 4];
  for (let attempt = 0; attempt < attempts; attempt++) {
    const page = await browser.newPage();
    const { lhr } = await lighthouse(url, { logLevel: 'error', throttling: { ...constants.throttling.mobileSlow4G, cpuSlowdownMultiplier: slowdown } }, settings, page);
    await page.close();
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    if (process.env.SHOW) console.log(url, slowdown, lhr.environment.benchmarkIndex, lhr.categories.performance.score, lhr.audits['total-blocking-time'].displayValue);
    wrong = judge(lhr, without);
    if (!wrong.some(([at]) => at === 'performance')) break;
    slowdown = Math.min(4, Math.max(1, 4 * lhr.environment.benchmarkIndex / usual));
  }
  return wrong;
}

export async function lighthouseScores({ based, url }) {
  const findings = [];
  const pages = based.named(main);
  const browser = await puppeteer.launch(chromiumOptions);
  try {
    for (const name of pages) {
      const wrong = await best(browser, url(name), byDesign(name)).catch((error) => [['cannot go on', error.message.split('\n')[0]]]);
      findings.push(...wrong.map(([at, message]) => ({ page: name, at, message })));
    }
  } finally {
    await browser.close();
  }
  return { counts: { pages: pages.length }, findings };
}
