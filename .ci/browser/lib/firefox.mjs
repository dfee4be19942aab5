// Debian's Firefox, driven by Puppeteer over WebDriver BiDi, the protocol that
// stock browsers speak.
import puppeteer from 'puppeteer-core';

// A preference stands in for the reader's, which the protocol cannot set.
const schemes = { dark: 0, light: 1 };

export const launchFirefox = (scheme) => puppeteer.launch({
  browser: 'firefox',
  executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
  extraPrefsFirefox: { 'layout.css.prefers-color-scheme.content-override': schemes[scheme], 'ui.prefersReducedMotion': 1 },
});

// Follows a link as a reader does.
export const click = (page, selector) => Promise.all([page.waitForNavigation(), page.click(selector)]);
