// Runs the checks one after the other and says what each has looked at. Called
// by ./run, which installs what is needed and builds the site.
import { parseArgs } from 'node:util';
import { launch, serve } from './lib/browser.mjs';
import { countsLine, lineOf, printFindings, secondsSince } from './lib/report.mjs';
import { Site } from './lib/site.mjs';
import { checks } from './checks/all.mjs';
import { selfTest } from './selftest.mjs';

const { values: option, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { plain: { type: 'string' }, based: { type: 'string' }, 'self-test': { type: 'boolean' } },
});
const unknown = wanted.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`no check ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}`);
  process.exit(2);
}
const names = wanted.length > 0 ? wanted : Object.keys(checks);

// A check that breaks is a finding like any other; the rest still run.
async function run(name, env) {
  const start = performance.now();
  const { counts, findings } = await checks[name](env).catch((error) => (
    { counts: {}, findings: [{ page: 'the check itself', message: error.stack }] }));
  findings.sort((a, b) => (lineOf(a) < lineOf(b) ? -1 : 1)); // two pages at a time come in any order
  return { counts, findings, time: secondsSince(start) };
}

function print(name, { counts, findings, time }) {
  console.log(`${findings.length === 0 ? 'ok  ' : 'FAIL'} ${name}: ${countsLine(counts)}, ${findings.length} findings, ${time}`);
  printFindings(name, findings);
  return findings.length === 0;
}

async function runAll() {
  const [plain, based] = [new Site(option.plain), new Site(option.based)];
  const server = await serve(based.dir);
  const browser = await launch();
  const env = { browser, plain, based, url: server.url };
  let failed = 0;
  // Java validates on one core while the browser waits for itself on the other.
  const beside = names.includes('html') && run('html', env);
  for (const name of names) if (!print(name, await (name === 'html' ? beside : run(name, env)))) failed++;
  await browser.close();
  server.close();
  return { passed: names.length - failed, failed };
}

const start = performance.now();
const { passed, failed } = option['self-test'] ? await selfTest(option.plain, option.based, names) : await runAll();
console.log(`all of it in ${secondsSince(start)}\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
