// Runs the checks and says what each has looked at. Called
// by ./run, which installs what is needed and builds the site.
import { parseArgs } from 'node:util';
import { launch, serve } from './lib/browser.mjs';
import { countsLine, lineOf, printFindings, secondsSince } from './lib/report.mjs';
import { Site } from './lib/site.mjs';
import { checks } from './checks/all.mjs';
import { selfTest } from './selftest.mjs';

const { values: option, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { plain: { type: 'string' }, based: { type: 'string' }, states: { type: 'string' }, 'self-test': { type: 'boolean' } },
});
const unknown = wanted.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`no check ${unknown.join(', ')}; there are ${Object.keys(checks).join(', ')}`);
  process.exit(2);
}
const names = wanted.length > 0 ? wanted : Object.keys(checks);

// Checks that measure time, and those that do not use Chromium.
const alone = ['lighthouse'];
const beside = ['html', 'firefox'];

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
  const [plain, based, states] = [option.plain, option.based, option.states].map((dir) => new Site(dir));
  const server = await serve(based.dir);
  const browser = await launch();
  const env = { browser, plain, based, states, url: server.url };
  let failed = 0;
  const note = (name, result) => { if (!print(name, result)) failed++; };
  for (const name of names.filter((it) => alone.includes(it))) note(name, await run(name, env));
  // Each on one core: what waits for Java and Firefox, and Chromium's checks.
  const inTurn = async (some) => { for (const name of some) note(name, await run(name, env)); };
  await Promise.all([
    inTurn(names.filter((it) => beside.includes(it))),
    inTurn(names.filter((it) => !beside.includes(it) && !alone.includes(it))),
  ]);
  await browser.close();
  server.close();
  return { passed: names.length - failed, failed };
}

const start = performance.now();
const { passed, failed } = option['self-test'] ? await selfTest(option.plain, option.based, names) : await runAll();
console.log(`all of it in ${secondsSince(start)}\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
