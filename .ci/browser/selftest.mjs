// Proves of each check that it can fail: plants each of its faults in a copy of
// the site and looks for a finding that the sound page did not have.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from './checks/all.mjs';
import { faults } from './faults.mjs';
import { launch, serve } from './lib/browser.mjs';
import { lineOf, secondsSince } from './lib/report.mjs';
import { Site } from './lib/site.mjs';

// Both builds, copied to where they may be damaged.
function copies(plain, based) {
  const dir = mkdtempSync(join(tmpdir(), 'faults-'));
  const [left, right] = [join(dir, 'plain'), join(dir, 'based')];
  cpSync(plain, left, { recursive: true });
  cpSync(based, right, { recursive: true });
  return { dirs: [left, right], remove: () => rmSync(dir, { recursive: true, force: true }) };
}

// Runs work while the page is damaged in both copies.
async function whileDamaged(dirs, { page, plant }, work) {
  const sound = dirs.map((dir) => readFileSync(join(dir, page), 'utf8'));
  const damaged = sound.map(plant);
  if (damaged.some((html, i) => html === sound[i])) throw new Error(`${page}: the fault found no place to stand in`);
  try {
    dirs.forEach((dir, i) => writeFileSync(join(dir, page), damaged[i]));
    return await work();
  } finally {
    dirs.forEach((dir, i) => writeFileSync(join(dir, page), sound[i]));
  }
}

// Says what the check missed of a fault; nothing if it saw all.
async function missed(findings, sound, { page, expect }) {
  const known = new Set(sound.map(lineOf));
  const fresh = findings.filter((finding) => finding.page === page && !known.has(lineOf(finding)));
  return expect.filter((pattern) => !fresh.some(({ message }) => pattern.test(message)))
    .map((pattern) => `no new finding like ${pattern}; there are: ${fresh.map(({ message }) => message).join(' | ') || 'none'}`);
}

async function testCheck(name, dirs, env) {
  const run = (pages) => checks[name]({ ...env, plain: new Site(dirs[0], pages), based: new Site(dirs[1], pages) });
  const start = performance.now();
  const { findings: sound } = await run([...new Set(faults[name].map(({ page }) => page))]);
  let failed = 0;
  for (const fault of faults[name]) {
    const misses = await whileDamaged(dirs, fault, async () => missed((await run([fault.page])).findings, sound, fault))
      .catch((error) => [error.stack]);
    if (misses.length > 0) failed++;
    console.log(`${misses.length === 0 ? 'ok  ' : 'FAIL'} ${name} sees ${fault.fault}`);
    for (const miss of misses) console.log(`   ${miss}`);
  }
  console.log(`-- ${name}: ${faults[name].length} faults, ${secondsSince(start)}`);
  return failed;
}

export async function selfTest(plain, based, names) {
  const { dirs, remove } = copies(plain, based);
  const server = await serve(dirs[1]);
  const browser = await launch();
  let [failed, total] = [0, 0];
  for (const name of names) {
    if (!faults[name]) throw new Error(`check ${name} has no fault to prove itself on; add one to faults.mjs`);
    total += faults[name].length;
    failed += await testCheck(name, dirs, { browser, url: server.url });
  }
  await browser.close();
  server.close();
  remove();
  return { passed: total - failed, failed };
}
