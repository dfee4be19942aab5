// A built site: its pages, what kind each one is, and which pages stand for
// their kind where a check is too slow to look at all of them.
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

// This site's versions have a digit in their names; a word in the same place is
// another kind of page.
const version = '(?=[^/]*\\d)[0-9a-z.-]+';

// The first kind that fits an address is the page's; an address that none fits
// is a kind by the name of its last folder, so that pages which are added to
// the program are checked without a word here. Samples are written once for
// all languages, and {other} is each language but {lang}. A sample that the
// site lacks is an error: no check gets by with less than it promises.
const kinds = [
  { name: 'chooser', at: /^index\.html$/, samples: ['index.html'] },
  { name: 'notfound', at: /^(\w+\/)?404\.html$/, samples: ['404.html', '{lang}/404.html'] },
  { name: 'home', at: /^\w+\/index\.html$/, samples: ['{lang}/index.html'] },
  { name: 'search', at: /^\w+\/search\/index\.html$/, samples: ['{lang}/search/index.html'] },
  { name: 'bilingual', at: new RegExp(`/from/${version}/with/\\w+/index\\.html$`), samples: ['{lang}/privacy/3.0/from/2.0/with/{other}/index.html'] },
  { name: 'parallel', at: /\/with\/\w+\/index\.html$/,
    samples: ['{lang}/privacy/with/{other}/index.html', '{lang}/terms/with/{other}/index.html'] },
  { name: 'table', at: new RegExp(`/from/${version}/table/index\\.html$`), samples: ['{lang}/privacy/3.0/from/2.0/table/index.html'] },
  { name: 'clauses', at: /\/clauses\/index\.html$/, samples: ['{lang}/privacy/clauses/index.html'] },
  { name: 'embed', at: /\/embed\/index\.html$/, samples: ['{lang}/privacy/embed/index.html'] },
  { name: 'history', at: /^\w+\/[\w-]+\/history\/index\.html$/, samples: ['{lang}/privacy/history/index.html'] },
  { name: 'redline', at: new RegExp(`/from/${version}/index\\.html$`),
    samples: ['{lang}/privacy/3.0/from/2.0/index.html', '{lang}/terms/2.0/from/1.0/index.html'] },
  // In force; with a long table; shown in Chinese for want of a text in English.
  { name: 'current', at: /^\w+\/[\w-]+\/index\.html$/,
    samples: ['{lang}/privacy/index.html', '{lang}/sdk-list/index.html', 'en/children/index.html'] },
  // Superseded, upcoming.
  { name: 'version', at: new RegExp(`^\\w+/[\\w-]+/${version}/index\\.html$`),
    samples: ['{lang}/privacy/2.0/index.html', '{lang}/privacy/4.0/index.html'] },
];

export const kindOf = (page) => (kinds.find((kind) => kind.at.test(page))?.name ?? page.split('/').at(-2) ?? page);

export class Site {
  // With only, the site is looked at as if it had no other pages.
  constructor(dir, only) {
    this.dir = dir;
    this.all = files(dir).filter((file) => file.endsWith('.html'));
    this.languages = this.all.filter((page) => kindOf(page) === 'home').map((page) => page.split('/')[0]);
    this.pages = only ?? this.all;
  }

  read(file) {
    return readFileSync(join(this.dir, file), 'utf8');
  }

  // The address of a page on disk.
  fileURL(page) {
    return pathToFileURL(join(this.dir, page)).href;
  }

  // Style sheets and scripts that stand beside the pages.
  assets() {
    return files(this.dir).filter((file) => /\.(css|js)$/.test(file));
  }

  // The pages that stand for the kinds named, or for every kind there is.
  samples(...names) {
    const there = [...new Set([...kinds.map(({ name }) => name), ...this.all.map(kindOf)])];
    return (names.length > 0 ? names : there).flatMap((name) => this.#samplesOf(name)).filter((page) => this.pages.includes(page));
  }

  // The first of them for each kind and language.
  firstSamples(...names) {
    const first = new Map();
    for (const page of this.samples(...names)) {
      const key = `${kindOf(page)} ${page.split('/')[0]}`;
      if (!first.has(key)) first.set(key, page);
    }
    return [...first.values()];
  }

  #samplesOf(name) {
    const named = kinds.find((kind) => kind.name === name)?.samples;
    if (!named) return this.languages.map((lang) => this.#sampleIn(lang, name)).filter(Boolean);
    return this.#mustHave(named);
  }

  // The pages that a check names itself, written like samples.
  named(samples) {
    return this.#mustHave(samples).filter((page) => this.pages.includes(page));
  }

  #mustHave(samples) {
    const pages = samples.flatMap((sample) => this.languages.flatMap((lang) => this.#written(sample, lang)));
    const missing = pages.find((page) => !this.all.includes(page));
    if (missing) throw new Error(`${missing}: a page that stands for its kind is missing from the site`);
    return [...new Set(pages)];
  }

  // The addresses that a sample stands for on the pages of a language.
  #written(sample, lang) {
    const page = sample.replace('{lang}', lang);
    if (!page.includes('{other}')) return [page];
    return this.languages.filter((other) => other !== lang).map((other) => page.replace('{other}', other));
  }

  // One of the policy that has the most of everything, if there is one.
  #sampleIn(lang, name) {
    const pages = this.all.filter((page) => page.startsWith(`${lang}/`) && kindOf(page) === name);
    return pages.findLast((page) => page.includes('/privacy/')) ?? pages[0];
  }
}

function files(dir) {
  return readdirSync(dir, { recursive: true }).map((file) => file.split(sep).join('/')).sort();
}
