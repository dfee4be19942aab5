// What a reader does with links, and what a reader then sees.

// Follows a link as a reader does and says where it leads.
export async function follow(page, link) {
  const href = await link.evaluate((it) => it.href);
  await link.click();
  await page.waitForURL(href);
  return href;
}

// The fragments in a list of links that name nothing on the page.
export const deadFragments = (nav) => nav.locator('a[href^="#"]').evaluateAll((links) => (
  links.map((link) => link.hash).filter((hash) => !document.getElementById(decodeURIComponent(hash.slice(1))))));

// What became of the clause that the address names: 'seen' is what a reader
// who followed the link wants.
export const targetState = (page) => page.evaluate(() => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return 'not on the page';
  if (!target.checkVisibility()) return 'hidden';
  const { top, bottom, left } = target.getBoundingClientRect();
  if (bottom <= 0 || top >= innerHeight) return 'off the screen';
  const above = document.elementFromPoint(left + 2, Math.max(0, top + 2));
  const over = above && !above.contains(target) && !target.contains(above) && /sticky|fixed/.test(getComputedStyle(above.closest('.heads, header') ?? above).position);
  return over ? `covered by ${above.localName}.${above.className}` : 'seen';
});
