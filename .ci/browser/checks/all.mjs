// The checks in the order in which they run, the quick ones first; html goes on
// beside all of them. Each takes
// { browser, plain, based, url } (the site without and with an address, and
// where the second is served) and gives { counts, findings }.
import { aria } from './aria.mjs';
import { axe } from './axe.mjs';
import { firefox } from './firefox.mjs';
import { floor } from './floor.mjs';
import { html } from './html.mjs';
import { language } from './language.mjs';
import { lighthouseScores } from './lighthouse.mjs';
import { noscript } from './noscript.mjs';
import { overflow } from './overflow.mjs';
import { print } from './print.mjs';
import { redline } from './redline.mjs';
import { requests } from './requests.mjs';
import { search } from './search.mjs';
import { weight } from './weight.mjs';

export const checks = { lighthouse: lighthouseScores, floor, weight, requests, overflow, noscript, redline, language, search, print, aria, firefox, axe, html };
