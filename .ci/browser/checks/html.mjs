// Valid HTML: the whole output by the Nu checker, and by html-validate with
// rules of good practice.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

// CSS that is newer than the checker. The pages have it inside @supports, or
// alone in a rule, which the check "floor" sees to.
const newer = /^CSS: .*(scroll-target-group|:target-current)/;

const rules = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // HTML lets an id begin with any character; `_` keeps the page's own ids apart from those of clauses.
    'valid-id': ['error', { relaxed: true }],
    // ARIA lets an author name a list.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // A title names the policy, both versions and the site.
    'long-title': ['error', { maxlength: 100 }],
    'no-missing-references': 'error',
  },
};

// The messages stand on the error stream, where Java may have put a word of its
// own before them.
const nu = (paths) => new Promise((done, failed) => {
  const options = ['--skip-non-html', '--errors-only', '--exit-zero-always', '--format', 'json'];
  execFile('java', ['-jar', jar, ...options, ...paths], { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
    if (error) failed(new Error(`vnu: ${stderr || error.message}`));
    else done(JSON.parse(stderr.slice(stderr.indexOf('{'))).messages);
  });
});

// With all pages in view the folder is given, so that a file which no list of
// pages knows is checked too.
const pathsOf = (site) => (site.pages === site.all ? [site.dir] : site.pages.map((page) => join(site.dir, page)));

async function byNu(sites) {
  const messages = await nu(sites.flatMap(pathsOf));
  return messages.filter(({ message }) => !newer.test(message)).map(({ url, lastLine, firstColumn, message }) => {
    const site = sites.find(({ dir }) => url && fileURLToPath(url).startsWith(dir));
    const page = site ? fileURLToPath(url).slice(site.dir.length + 1) : url ?? 'vnu';
    return { page, at: `line ${lastLine}:${firstColumn ?? 1}`, message };
  });
}

function byRules(site) {
  const validator = new HtmlValidate(new StaticConfigLoader(rules));
  return site.pages.flatMap((page) => validator.validateStringSync(site.read(page), page).results)
    .flatMap(({ filePath, messages }) => messages.map(({ ruleId, message, line, column, selector }) => (
      { page: filePath, at: `line ${line}:${column}${selector ? ` ${selector}` : ''}`, message: `${ruleId}: ${message}` })));
}

// The two sites differ in their addresses only, so samples of the second are
// enough, and what both have is said once.
function once(findings) {
  const key = ({ page, at, message }) => `${page} ${message} ${at.replace(/^line \d+:\d+/, '')}`;
  return [...new Map(findings.map((finding) => [key(finding), finding])).values()];
}

export async function html({ plain, based, states }) {
  const few = plain.samples();
  const checked = byNu([{ dir: plain.dir, pages: few }, based, ...(states ? [states] : [])]);
  const findings = [...byRules(based), ...await checked];
  return {
    counts: { 'pages by vnu': few.length + based.pages.length + (states?.pages.length ?? 0), 'pages by html-validate': based.pages.length },
    findings: once(findings),
  };
}
