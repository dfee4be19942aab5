// Reads a PDF back with poppler's tools: its page sizes, its words and where
// they stand, and its pixels.
import { execFileSync } from 'node:child_process';

const run = (command, args, input) => execFileSync(command, args, { input, maxBuffer: 1 << 28, stdio: ['pipe', 'pipe', 'pipe'] });

// 'A4' or what pdfinfo calls the size otherwise, for each page.
export function pageSizes(pdf) {
  const info = run('pdfinfo', ['-l', '9999', '-'], pdf).toString();
  return [...info.matchAll(/^Page +\d+ size: +(.*)$/gm)].map(([, size]) => /\((\w+)\)/.exec(size)?.[1] ?? size);
}

// The text of each page: in the order in which it was painted and without what
// stands in the margins above and below, or all of it as it looks.
const area = ['-x', '0', '-y', '52', '-W', '600', '-H', '738'];
const pages = (text) => text.toString().split('\f').slice(0, -1);
export const painted = (pdf) => pages(run('pdftotext', ['-raw', ...area, '-', '-'], pdf));
export const wholePages = (pdf) => pages(run('pdftotext', ['-layout', '-', '-'], pdf));

// Each word with its edges in points.
export function words(pdf) {
  const html = run('pdftotext', ['-bbox', '-', '-'], pdf).toString();
  return [...html.matchAll(/<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="([\d.-]+)" yMax="[\d.-]+">(.*?)<\/word>/g)]
    .map(([, left, right, word]) => ({ left: Number(left), right: Number(right), word }));
}

// For each page the share of white pixels, and how many have a colour.
export function pixels(pdf) {
  const bytes = run('pdftoppm', ['-r', '36', '-'], pdf);
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
