// What a check found, as lines. A finding is { page, at, message }: the page,
// the selector or place in it, and what is wrong there.
const shown = 8;

export const lineOf = ({ page, at, message }) => `${page}${at ? `  ${at}` : ''}: ${message}`;

// A fault in what all pages share would fill the screen: of the findings that
// say the same, but for numbers, only the first few are printed, and how many
// others there are on which pages.
export function printFindings(check, findings) {
  const alike = new Map();
  for (const finding of findings) {
    const key = finding.message.replace(/[\d.]+/g, '0');
    alike.set(key, [...(alike.get(key) ?? []), finding]);
  }
  for (const group of alike.values()) {
    for (const finding of group.slice(0, shown)) console.log(`   [${check}] ${lineOf(finding)}`);
    const rest = group.slice(shown);
    const pages = [...new Set(rest.map(({ page }) => page))];
    const some = pages.length > shown ? [...pages.slice(0, shown), '...'] : pages;
    if (rest.length > 0) console.log(`   [${check}] ... and ${rest.length} more like the last, on ${pages.length} pages: ${some.join(' ')}`);
  }
}

export const countsLine = (counts) => Object.entries(counts).map(([what, n]) => `${n} ${what}`).join(', ');

export const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
