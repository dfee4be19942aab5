// The pictures of the README, taken from a built site. Run in this folder,
// with pngquant installed:
//
//   (cd ../.. && go run ./cmd/diptych build --as-of 2026-12-01 --out /tmp/pictures) && node pictures.mjs /tmp/pictures ../../.github/pictures
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './lib/browser.mjs';

const [site, out] = process.argv.slice(2).map((path) => resolve(path));
if (!out) throw new Error('usage: node pictures.mjs SITE FOLDER');

const pictures = [
  { name: 'text', address: 'zh/privacy/index.html', width: 1240, height: 780 },
  { name: 'redline', address: 'en/privacy/4.0/from/3.0/index.html#retention', width: 360, height: 740 },
  { name: 'parallel', address: 'zh/terms/with/en/index.html#ai-features', width: 1000, height: 740 },
  { name: 'history', address: 'en/privacy/history/index.html', width: 1000, height: 700, dark: true },
];

mkdirSync(out, { recursive: true });
const browser = await launch();
for (const { name, address, width, height, dark } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 1.5, colorScheme: dark ? 'dark' : 'light' });
  const [file, hash] = address.split('#');
  await page.goto(pathToFileURL(join(site, file)).href + (hash ? `#${hash}` : ''));
  if (hash && !(await page.evaluate((id) => document.getElementById(id) !== null, hash))) throw new Error(`${file} has no #${hash}`);
  const png = await page.screenshot();
  execFileSync('pngquant', ['--force', '--strip', '--speed', '1', '64', '--output', join(out, `${name}.png`), '-'], { input: png });
  await page.close();
}
await browser.close();
