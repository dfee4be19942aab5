// The style sheets, the classic scripts and the words of a page. The pages are
// our own output, where nothing else can look like one of these tags.
const inside = (tag) => new RegExp(`<${tag}\\b[^>]*>([\\s\\S]*?)</${tag}>`, 'g');

const all = (html, tag) => [...html.matchAll(inside(tag))].map(([, text]) => text).filter((text) => text.trim());

export const stylesOf = (html) => all(html, 'style');
// Blocks of data are no scripts.
const data = /<script\b[^>]*\btype="application\/ld\+json"[\s\S]*?<\/script>/g;
export const scriptsOf = (html) => all(html.replace(data, ''), 'script');
export const wordsOf = (html) => all(html, 'main').join('').replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
