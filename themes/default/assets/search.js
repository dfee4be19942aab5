// Searches the texts of the site. The page lists every heading; this script
// hides the list while words stand in the field, loads the index of each policy
// (a script beside the page, so that it works from a folder, too) and lists the
// clauses that hold all of the words. ES5: old WebViews run it too.
(function (d, w) {
var most = 50, around = 50, han = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
var gaps = new RegExp('(' + han + ')\\s+|\\s+(?=' + han + ')', 'g'), isHan = new RegExp(han);
var input, status, found, all, policies, texts = {}, loading = -1, timer;

// As readers mean it: compatibility forms, case and the space beside Chinese
// make no difference.
function fold(s) {
s = (s.normalize ? s.normalize('NFKC') : s).toLowerCase();
return s.replace(gaps, '$1').replace(/\s+/g, ' ');
}

window.diptychIndex = function (slug, clauses) {
var i, c;
for (i = 0; i < clauses.length; i++) {
c = clauses[i];
clauses[i] = { id: c[0], name: c[1], text: c[2], head: fold(c[1]), body: fold(c[2]) };
}
texts[slug] = clauses;
};

function load() {
var i, s;
loading = policies.length;
for (i = 0; i < policies.length; i++) {
s = d.createElement('script');
s.src = policies[i].getAttribute('data-index');
s.onload = s.onerror = function () { if (!--loading) search(); };
d.body.appendChild(s);
}
}

function element(parent, name, text) {
var e = d.createElement(name);
if (text) e.appendChild(d.createTextNode(text));
parent.appendChild(e);
return e;
}

// Folds s piece by piece, so that a place in the folded string is known in s.
function placed(s) {
var pieces = s.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[^][\u0300-\u036f]*/g) || [], out = '', at = [], from = 0, i, j, c, f, beside;
for (i = 0; i < pieces.length; i++) {
c = pieces[i].charCodeAt(0);
f = /\s/.test(pieces[i]) ? ' ' : pieces[i].length === 1 && c >= 0x4e00 && c <= 0x9fff ? pieces[i] : fold(pieces[i]);
beside = f === ' ' && (/\s$/.test(out) || isHan.test(out.slice(-1)) || i + 1 < pieces.length && isHan.test(pieces[i + 1]));
if (beside) f = '';
for (j = 0; j < f.length; j++) at.push([from, from + pieces[i].length]);
out += f;
from += pieces[i].length;
}
return { words: out, at: at };
}

// The stretches of s that match a word: [from, to] in s, in order.
function matches(s, words) {
var p = placed(s), list = [], out = [], i, k, last;
for (i = 0; i < words.length; i++)
for (k = p.words.indexOf(words[i]); k >= 0; k = p.words.indexOf(words[i], k + 1))
list.push([p.at[k][0], p.at[k + words[i].length - 1][1]]);
list.sort(function (a, b) { return a[0] - b[0]; });
for (i = 0; i < list.length; i++) {
last = out[out.length - 1];
if (last && list[i][0] <= last[1]) last[1] = Math.max(last[1], list[i][1]);
else out.push(list[i]);
}
return out;
}

function marked(parent, s, list, from, to) {
var i, a, b;
for (i = 0; i < list.length; i++) {
a = list[i][0];
b = list[i][1];
if (b <= from || a >= to) continue;
if (a > from) element(parent, 'span', s.slice(from, a));
element(parent, 'mark', s.slice(Math.max(a, from), b));
from = b;
}
if (from < to) element(parent, 'span', s.slice(from, to));
}

// The words around the first match.
function excerpt(parent, s, list) {
var from = list.length ? Math.max(0, list[0][0] - around) : 0, to, cut;
if (from > 0 && (cut = s.slice(from, list[0][0]).search(/[\s，。；、：]/)) >= 0) from += cut + 1;
to = Math.min(s.length, from + 3 * around);
if (to < s.length && (cut = s.slice(to - around, to).lastIndexOf(' ')) > 0) to += cut - around;
if (to > 0 && /[\uD800-\uDBFF]/.test(s.charAt(to - 1))) to--;
if (from > 0) element(parent, 'span', '…');
marked(parent, s, list, from, to);
if (to < s.length) element(parent, 'span', '…');
}

function show(policy, c, words) {
var li = element(found, 'li'), a = element(li, 'a');
if (policy.lang) li.lang = policy.lang;
a.href = policy.href.split('#')[0] + '#' + c.id;
element(a, 'span', policy.textContent + ' · ');
marked(a, c.name, matches(c.name, words), 0, c.name.length);
excerpt(element(li, 'p'), c.text, matches(c.text, words));
}

function search() {
var words = fold(input.value).replace(/^ | $/g, '').split(' '), first = [], rest = [], i, j, k, clauses, title, inHead, inText;
if (words[0] === '') words = [];
all.hidden = words.length > 0;
status.textContent = '';
while (found.firstChild) found.removeChild(found.firstChild);
if (!words.length) return;
if (loading < 0) return load();
if (loading > 0) return;
for (i = 0; i < policies.length; i++) {
clauses = texts[policies[i].getAttribute('data-slug')] || [];
title = fold(policies[i].textContent);
for (j = 0; j < clauses.length; j++) {
inHead = inText = 0;
for (k = 0; k < words.length; k++) {
if (clauses[j].head.indexOf(words[k]) >= 0) inHead++;
else if (clauses[j].body.indexOf(words[k]) >= 0) inText++;
else if (title.indexOf(words[k]) < 0) break;
}
if (k === words.length && inHead + inText) (inText ? rest : first).push([policies[i], clauses[j]]);
}
}
first = first.concat(rest);
for (i = 0; i < first.length && i < most; i++) show(first[i][0], first[i][1], words);
i = first.length > most ? 'data-many' : first.length ? 'data-count' : 'data-none';
status.textContent = status.getAttribute(i).replace('#', first.length).replace('%', most);
}

// The address names the words, so that it can be shared and gone back to.
function note() {
var q = input.value, rest = w.location.search.replace(/^\?/, '').replace(/(^|&)q=[^&]*/, '').replace(/^&/, '');
q = (q ? 'q=' + encodeURIComponent(q) : '') + (q && rest ? '&' : '') + rest;
try { w.history.replaceState(null, '', w.location.pathname + (q ? '?' + q : '')); } catch (x) { return; }
}

function typed() {
clearTimeout(timer);
timer = setTimeout(function () { search(); note(); }, 150);
}

d.addEventListener('DOMContentLoaded', function () {
var m = /[?&]q=([^&]*)/.exec(w.location.search);
input = d.getElementById('_q');
status = d.getElementById('_status');
found = d.getElementById('_found');
all = d.getElementById('_all');
policies = d.querySelectorAll('[data-index]');
d.getElementById('_search').hidden = false;
if (m) try { input.value = decodeURIComponent(m[1].replace(/\+/g, ' ')); } catch (x) { input.value = ''; }
input.addEventListener('input', typed);
w.addEventListener('pageshow', search);
});
})(document, window);
