// Reads a PDF back with poppler's tools: its page sizes, its words and where
// they stand, and its pixels.
import { spawn } from 'node:child_process';

const run = (command, args, input) => new Promise((done, failed) => {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const out = [];
  child.stdout.on('data', (part) => out.push(part));
  child.on('error', failed);
  child.on('close', (code) => (code === 0 ? done(Buffer.concat(out)) : failed(new Error(`${command} ends with ${code}`))));
  child.stdin.end(input);
});

// 'A4' or what pdfinfo calls the size otherwise, for each page.
export async function pageSizes(pdf) {
  const info = (await run('pdfinfo', ['-l', '9999', '-'], pdf)).toString();
  return [...info.matchAll(/^Page +\d+ size: +(.*)$/gm)].map(([, size]) => /\((\w+)\)/.exec(size)?.[1] ?? size);
}

// The text of each page: in the order in which it was painted and without what
// stands in the margins above and below, or all of it as it looks.
const area = ['-x', '0', '-y', '52', '-W', '600', '-H', '738'];
const pages = (text) => text.toString().split('\f').slice(0, -1);
export const painted = async (pdf) => pages(await run('pdftotext', ['-raw', ...area, '-', '-'], pdf));
export const wholePages = async (pdf) => pages(await run('pdftotext', ['-layout', '-', '-'], pdf));

// Each word with its edges in points.
export async function words(pdf) {
  const html = (await run('pdftotext', ['-bbox', '-', '-'], pdf)).toString();
  return [...html.matchAll(/<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="[\d.-]+">(.*?)<\/word>/g)]
    .map(([, left, right, word]) => ({ left: Number(left), right: Number(right), word }));
}

// For each page the share of white pixels, and how many have a colour.
export async function pixels(pdf) {
  const bytes = await run('pdftoppm', ['-r', '36', '-'], pdf);
  const found = [];
  for (let at = 0; at < bytes.length;) {
    const [header, width, height] = /^P6\s(\d+) (\d+)\s255\s/.exec(bytes.subarray(at, at + 40).toString('latin1'));
    const size = width * height * 3;
    found.push(tally(bytes.subarray(at + header.length, at + header.length + size)));
    at += header.length + size;
  }
  return found;
}

function tally(rgb) {
  let [white, coloured] = [0, 0];
  for (let i = 0; i < rgb.length; i += 3) {
    const [least, most] = [Math.min(rgb[i], rgb[i + 1], rgb[i + 2]), Math.max(rgb[i], rgb[i + 1], rgb[i + 2])];
    if (least >= 250) white++;
    if (most - least > 40) coloured++;
  }
  return { white: white / (rgb.length / 3), coloured };
}
