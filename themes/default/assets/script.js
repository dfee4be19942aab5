// Keeps the language links of the header at the clause the reader is at, or at
// the nearest one that the other language has (the second text of a page in two
// languages, whose ids begin with d- and its language, is the first one there),
// opens the fold that a link leads into where the browser does not, and honours
// ?theme=dark|light. No page needs it. ES5: old WebViews run it too.
(function (d, w) {
var m = /[?&]theme=(dark|light)(&|$)/.exec(w.location.search);
if (m) d.documentElement.setAttribute('data-theme', m[1]);
function sync() {
var h = w.location.hash, a = d.querySelectorAll('.languages a'), i, e, n;
try { e = d.getElementById(decodeURIComponent(h.slice(1))); } catch (x) {}
while (e && e.className === 'also') e = e.parentNode;
for (i = 0; i < a.length; i++) {
n = e && e.querySelector('.counterpart[hreflang="' + a[i].hreflang + '"]');
a[i].href = a[i].href.split('#')[0] + (n ? n.hash : h.replace(/^#d-\w+-/, '#'));
}
for (m = e; e; e = e.parentNode) if (e.tagName === 'DETAILS' && !e.open) { e.open = true; m.scrollIntoView(); }
}
d.addEventListener('DOMContentLoaded', sync);
w.addEventListener('hashchange', sync);
})(document, window);
