// Ways to damage a page: each takes what to put in and gives a function from
// the page to the damaged page. What the content security policy allows by its
// hash is allowed again after the change, or every fault would look like one.
import { createHash } from 'node:crypto';

const sha256 = (text) => createHash('sha256').update(text).digest('base64');

// Changes the inside of the first element of that name.
const inside = (tag, change) => (html) => {
  const [, before, old] = new RegExp(`(<${tag}>)([\\s\\S]*?)</${tag}>`).exec(html);
  const text = change(old);
  return html.replace(before + old, () => before + text).replace(sha256(old), () => sha256(text));
};

export const addCSS = (css) => inside('style', (old) => old + css);
export const addScript = (script) => inside('script', (old) => old + script);
export const setScript = (script) => inside('script', () => script);
export const addHTML = (added) => (html) => html.replace('</main>', () => `${added}</main>`);
export const swap = (pattern, replacement) => (html) => html.replace(pattern, replacement);
export const all = (...changes) => (html) => changes.reduce((page, change) => change(page), html);

// Bytes that no compression makes smaller, the same every time.
export function noise(bytes) {
  let text = '';
  while (text.length < bytes) text += createHash('sha512').update(text).digest('base64');
  return text.slice(0, bytes);
}
