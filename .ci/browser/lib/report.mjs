// What a check found, as lines. A finding is { page, at, message }: the page,
// the selector or place in it, and what is wrong there.
const shown = 8;

export const lineOf = ({ page, at, message }) => `${page}${at ? `  ${at}` : ''}: ${message}`;

// A fault in what all pages share would fill the screen: of the findings with
// one message only the first few are printed, and the number of the others.
export function printFindings(check, findings) {
  const byMessage = new Map();
  for (const finding of findings) byMessage.set(finding.message, [...(byMessage.get(finding.message) ?? []), finding]);
  for (const [message, group] of byMessage) {
    for (const finding of group.slice(0, shown)) console.log(`   [${check}] ${lineOf(finding)}`);
    if (group.length > shown) console.log(`   [${check}] ... and ${group.length - shown} more: ${message}`);
  }
}

export const countsLine = (counts) => Object.entries(counts).map(([what, n]) => `${n} ${what}`).join(', ');

export const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
