// The lines in which two texts differ, as short as they can be told: from the
// longest common subsequence of what lies between the equal ends.
export function difference(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let top = 0;
  while (top < old.length && top < now.length && old[top] === now[top]) top++;
  let end = 0;
  while (end < old.length - top && end < now.length - top && old.at(-1 - end) === now.at(-1 - end)) end++;
  return walk(old.slice(top, old.length - end), now.slice(top, now.length - end), top);
}

function walk(old, now, top) {
  const common = table(old, now);
  const found = [];
  for (let i = 0, j = 0; i < old.length || j < now.length;) {
    if (i < old.length && j < now.length && old[i] === now[j]) { i++; j++; }
    else if (j === now.length || (i < old.length && common[i + 1][j] >= common[i][j + 1])) found.push({ at: top + i + 1, message: `was: ${old[i++].trim()}` });
    else found.push({ at: top + i + 1, message: `is now: ${now[j++].trim()}` });
  }
  return found;
}

// For each pair of places how many lines the rests have in common.
function table(old, now) {
  const common = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i][j] = old[i] === now[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return common;
}
