// A built site: its pages, what kind each one is, and which pages stand for
// their kind where a check is too slow to look at all of them.
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

// This site's versions have a digit in their names; a word in the same place is
// another kind of page.
const version = '(?=[^/]*\\d)[0-9a-z.-]+';

// The first kind that fits an address is the page's. Samples are written once
// for all languages; a sample that the site lacks is an error, so that no check
// gets by with less than it promises. A kind without samples is one the design
// names and the site may not have yet: its first page in each language stands
// for it.
export const kinds = [
  { name: 'chooser', at: /^index\.html$/, samples: ['index.html'] },
  { name: 'notfound', at: /^(\w+\/)?404\.html$/, samples: ['404.html', '{lang}/404.html'] },
  { name: 'home', at: /^\w+\/index\.html$/, samples: ['{lang}/index.html'] },
  { name: 'search', at: /^\w+\/search\/index\.html$/ },
  { name: 'parallel', at: /\/with\/\w+\/index\.html$/ },
  { name: 'embed', at: /^\w+\/[\w-]+\/embed\/index\.html$/ },
  { name: 'history', at: /^\w+\/[\w-]+\/history\/index\.html$/, samples: ['{lang}/privacy/history/index.html'] },
  { name: 'clauses', at: /^\w+\/[\w-]+\/clauses\/index\.html$/ },
  { name: 'redline', at: new RegExp(`/from/${version}/index\\.html$`),
    samples: ['{lang}/privacy/3.0/from/2.0/index.html', '{lang}/terms/2.0/from/1.0/index.html'] },
  // In force; with a text in Chinese only; with a long table.
  { name: 'current', at: /^\w+\/[\w-]+\/index\.html$/,
    samples: ['{lang}/privacy/index.html', '{lang}/children/index.html', '{lang}/sdk-list/index.html'] },
  // Superseded, in force, upcoming.
  { name: 'version', at: new RegExp(`^\\w+/[\\w-]+/${version}/index\\.html$`),
    samples: ['{lang}/privacy/2.0/index.html', '{lang}/privacy/3.0/index.html', '{lang}/privacy/4.0/index.html'] },
];

export function kindOf(page) {
  const kind = kinds.find((kind) => kind.at.test(page));
  if (!kind) throw new Error(`${page}: no kind of page has this address; add one to lib/site.mjs`);
  return kind.name;
}

export class Site {
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
    return files(this.dir).filter((file) => /\.(css|m?js)$/.test(file));
  }

  // The pages that stand for the kinds named, or for all.
  samples(...names) {
    const wanted = kinds.filter((kind) => names.length === 0 || names.includes(kind.name));
    return wanted.flatMap((kind) => this.#samplesOf(kind)).filter((page) => this.pages.includes(page));
  }

  #samplesOf(kind) {
    if (!kind.samples) {
      const first = (lang) => this.all.find((page) => page.startsWith(`${lang}/`) && kindOf(page) === kind.name);
      return this.languages.map(first).filter(Boolean);
    }
    const pages = kind.samples.flatMap((sample) => this.languages.map((lang) => sample.replace('{lang}', lang)));
    for (const page of pages) {
      if (!this.all.includes(page)) throw new Error(`${page}: a page that stands for its kind is missing from the site`);
    }
    return [...new Set(pages)];
  }
}

function files(dir) {
  return readdirSync(dir, { recursive: true }).map((file) => file.split(sep).join('/')).sort();
}
