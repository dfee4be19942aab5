// One page, one fault, and what the check must say about it. A check that
// stays silent on any of its faults is a check that cannot fail.
import { addCSS, addHTML, addScript, all, noise, setScript, swap } from './lib/plant.mjs';

const text = 'en/privacy/index.html';
const redline = 'en/privacy/3.0/from/2.0/index.html';
const table = 'zh/sdk-list/index.html';
const home = 'en/index.html';
const parallel = 'en/privacy/with/zh/index.html';
const bilingual = 'en/privacy/3.0/from/2.0/with/zh/index.html';

const dot = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">';
const otherLanguage = /(<a lang="zh-Hans" hreflang="zh-Hans" href=")[^"]*/;
const search = 'en/search/index.html';
const links = "document.querySelectorAll('.languages a')";

export const faults = {
  aria: [
    { fault: 'a list that is none', page: 'en/cookies/index.html', plant: swap(/<ul class="row actions"/, '<ul role="presentation" class="row actions"'), expect: [/^was: - listitem:/] },
    { fault: 'a link without words', page: 'en/cookies/index.html', plant: addHTML('<p><a href="#_main"></a></p>'), expect: [/^has no name: - link/, /^is now: - link/] },
    { fault: 'marks that are not read out', page: 'zh/privacy/1.1/from/1.0/index.html', plant: addCSS('ins::before{content:none!important}'), expect: [/^was: - insertion: ［新增：/] },
    { fault: 'a heading of another level', page: 'en/terms/history/index.html', plant: swap(/<h2(.*?)<\/h2>/, '<h3$1</h3>'), expect: [/^was: - heading "Version 2.0" \[level=2\]/, /^is now: - heading "Version 2.0" \[level=3\]/] },
  ],
  axe: [
    { fault: 'low contrast', page: text, plant: addCSS('.policy-text p{color:#999}'), expect: [/^color-contrast:/] },
    { fault: 'contrast below 7:1', page: text, plant: addCSS('.policy-text p{color:#6a6a6a}'), expect: [/^color-contrast-enhanced:/] },
    { fault: 'low contrast in the dark', page: text, plant: addCSS('@media (prefers-color-scheme:dark){.policy-text p{color:#555}}'), expect: [/^color-contrast:/] },
    { fault: 'low contrast in a fold', page: redline, plant: addCSS('.fold p{color:#999}'), expect: [/^color-contrast:/] },
    { fault: 'an image without alt', page: text, plant: addHTML(`<p>${dot}</p>`), expect: [/^image-alt:/] },
    { fault: 'a field without a label', page: home, plant: addHTML('<p><input type="text"></p>'), expect: [/^label:/] },
    { fault: 'targets too small', page: home, expect: [/^target-size:/],
      plant: all(addCSS('.fault,.fault a{display:inline-block;font-size:10px;line-height:1}'), addHTML('<p class="fault"><a href="#a">one</a><br><a href="#b">two</a></p>')) },
    { fault: 'an arrow for the way back from a note', page: parallel, plant: swap(/>Back to the text \[1\]</, ' aria-label="Back">↩<'), expect: [/^label-content-name-mismatch/] },
    { fault: 'one name for two links', page: home, plant: addHTML('<p><a href="index.html">here</a> and <a href="404.html">here</a></p>'), expect: [/^identical-links/] },
  ],
  firefox: [
    { fault: 'a wide column', page: text, plant: addCSS('.policy-text{min-width:900px}'), expect: [/^scrolls sideways at 320 px/] },
    { fault: 'console.log', page: text, plant: addScript("\nconsole.log('here')"), expect: [/^console log: here/] },
    { fault: 'a style in an attribute', page: text, plant: addHTML('<p style="color:red"></p>'), expect: [/security policy: style-src/] },
    { fault: 'contents that stay closed', page: text, plant: addCSS('.contents a{display:none}'), expect: [/a tap does not open it/, /is closed on a desk/] },
    { fault: 'no script', page: text, plant: setScript(''), expect: [/leads to ""/] },
    { fault: 'a fold that stays empty', page: redline, plant: addCSS('.fold>:not(summary){display:none}'), expect: [/finds it hidden/] },
    { fault: 'a dark page in other colours', page: text, plant: addCSS('@media (prefers-color-scheme:dark){html:not([data-theme=light]){--paper:#000}body{color:red}}'), expect: [/--paper/, /the text is not that/] },
    { fault: 'no index', page: search, plant: swap(/data-index="privacy\.js"/, 'data-index="none.js"'), expect: [/finds nothing|no word on how often/] },
  ],
  floor: [
    { fault: ':has() in the CSS', page: text, plant: addCSS('p:has(a){color:red}'), expect: [/^:has\(\)/] },
    { fault: 'gap in a flexbox', page: text, plant: addCSS('.x{display:flex;gap:1em}'), expect: [/no grid's/] },
    { fault: 'nested rules', page: text, plant: addCSS('.x{color:red;&:hover{color:red}}'), expect: [/nest/] },
    { fault: 'a layer', page: text, plant: addCSS('@layer x{p{color:red}}'), expect: [/@layer/] },
    { fault: 'light-dark()', page: text, plant: addCSS(':root{--x:light-dark(red,blue)}'), expect: [/light-dark/] },
    { fault: 'a new pseudo-class in a list', page: text, plant: addCSS('a:hover,a:focus-visible{color:red}'), expect: [/shares a rule/] },
    { fault: 'an arrow function', page: text, plant: addScript('var f=()=>1;'), expect: [/not ES5/] },
    { fault: 'a module', page: text, plant: addHTML('<script type="module"></script>'), expect: [/ES module/] },
    { fault: 'a handler in an attribute', page: text, plant: addHTML('<p onclick="x()"></p>'), expect: [/event handler/] },
  ],
  html: [
    { fault: 'an id used twice', page: text, plant: addHTML('<p id="scope"></p>'), expect: [/^Duplicate ID/, /^no-dup-id/] },
    { fault: 'a paragraph in a list', page: text, plant: addHTML('<ul><p>x</p></ul>'), expect: [/not allowed as child/, /^element-permitted-content/] },
    { fault: 'an image without alt', page: text, plant: addHTML(`<p>${dot}</p>`), expect: [/“alt” attribute/] },
    { fault: 'a region that is no section', page: text, plant: addHTML('<div role="region" aria-label="x"></div>'), expect: [/^prefer-native-element/] },
  ],
  language: [
    { fault: 'no script', page: text, plant: setScript(''), expect: [/when the page opens at a clause/, /after a step back/] },
    { fault: 'a script that looks once only', page: text, expect: [/after a step to another clause/],
      plant: setScript(`addEventListener('load',function(){${links}[0].href+=location.hash})`) },
    { fault: 'a script that trips over a fragment', page: text, plant: addScript(';decodeURIComponent(location.hash)'), expect: [/%E0%A4%A: .*URI malformed/] },
    { fault: 'a script in the way of the other page', page: redline, expect: [/the clause is not on the page|should end in/],
      plant: addScript(`;addEventListener('hashchange',function(){${links}[0].hash='nowhere'})`) },
    { fault: 'a dark theme of its own', page: text, plant: addCSS('[data-theme=dark]{--fault:1}'), expect: [/\?theme=dark under light/] },
  ],
  lighthouse: [
    { fault: 'a script that takes its time', page: 'zh/privacy/index.html', plant: addScript(';for(var end=Date.now()+1500;Date.now()<end;);'), expect: [/^scores \d+, for .*total-blocking-time/] },
    { fault: 'a banner that comes late, an image without alt, no description, an error', page: 'en/index.html',
      expect: [/^scores .*image-alt/, /^scores .*meta-description/, /^scores .*errors-in-console/, /^is 0\.\d+, the budget is 0/, /^is 2, the budget is 1/],
      plant: all(swap(/<meta name="description"[^>]*>/, ''), addHTML('<p><img src="../404.html"></p>'),
        addScript(";console.error('x');setTimeout(function(){document.body.insertBefore(document.createElement('h1'),document.body.firstChild).textContent='late'},150)")) },
  ],
  noscript: [
    { fault: 'a language link to the wrong page', page: text, plant: swap(otherLanguage, '$1../terms/index.html'), expect: [/leads to a page in en/, /no way back/] },
    { fault: 'contents that lead nowhere', page: text, plant: swap(/(<li><a href="#)/, '$1no-'), expect: [/leads to no clause/] },
    { fault: 'a bar over the clause', page: parallel, plant: addCSS('html{scroll-padding:0!important}'), expect: [/which is covered by p\.column|which is covered by div/] },
    { fault: 'contents that stay closed', page: text, plant: addCSS('.contents a{display:none}'), expect: [/does not open the contents at 320 px/] },
    { fault: 'clauses without a counterpart', page: text, plant: swap(/ counterpart"/g, '"'), expect: [/no clause links/] },
    { fault: 'sides that do not change over', page: parallel, plant: swap(/(class="pair(?: begins)?"[^>]*>\n)(<div class="policy-text.*?<\/div>)\n(<div class="policy-text.*?<\/div>)\n<\/div>/gs, '$1$3\n$2\n</div>'), expect: [/the page is in en/, /the columns are zh-Hans,en/] },
    { fault: 'counterparts that lead nowhere', page: text, plant: swap(/(counterpart" href="[^"#]*#)/g, '$1no-'), expect: [/the clause is not on the page/] },
  ],
  overflow: [
    { fault: 'a column of 900 px', page: text, plant: addCSS('.policy-text{min-width:900px}'), expect: [/at 320 px, by/, /at 200 % zoom, by/] },
    { fault: 'a wide paragraph in a fold', page: redline, plant: addCSS('.fold p{min-width:900px}'), expect: [/at 320 px with folds open/] },
    { fault: 'a line that just fits', page: text, expect: [/at 320 px with text spaced out/],
      plant: all(addCSS('.fault{white-space:nowrap;width:min-content;font:16px/1.5 monospace}'), addHTML('<p class="fault">just about as wide as it is</p>')) },
    { fault: 'a wide column in between', page: text, plant: addCSS('@media (min-width:600px) and (max-width:700px){.policy-text{min-width:900px}}'), expect: [/at 200 % zoom, by/] },
  ],
  print: [
    { fault: 'the header in print', page: text, plant: addCSS('@media print{header{display:block!important}}'), expect: [/^is in print/, /Lanting.* is in print/] },
    { fault: 'a dark sheet', page: text, plant: addCSS('@media print{html{background:#151715!important}}'), expect: [/% of it is white/] },
    { fault: 'coloured words', page: text, plant: addCSS('@media print{.policy-text p{color:#c00!important}}'), expect: [/in colour/] },
    { fault: 'letter paper', page: text, plant: addCSS('@page{size:letter}'), expect: [/not on A4/] },
    { fault: 'no page numbers', page: text, plant: addCSS('@page{@bottom-center{content:none}}'), expect: [/no page number/] },
    { fault: 'no version bar', page: text, plant: addCSS('@media print{.version-bar{display:none}}'), expect: [/^"Version ?3\.0" is not/, /^"Announced ?25 September 2025" is not/, /^"Effective ?1 November 2025" is not/] },
    { fault: 'folds that stay closed', page: redline, plant: addCSS('@media print{.fold::details-content{content-visibility:hidden!important}}'), expect: [/pieces of the text are not/] },
    { fault: 'bars that are cut off', page: redline, plant: addCSS('@media print{.redline{margin-left:0!important}}'), expect: [/^lies outside the sheet/] },
    { fault: 'paragraphs that are cut', page: redline, plant: addCSS('@media print{.redline p{display:-webkit-box!important;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}}'), expect: [/pieces of the text are not/] },
    { fault: 'a line lost between two sheets', page: text, plant: addCSS('@media print{.policy-text p{display:-webkit-box!important;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}}'), expect: [/pieces of the text are not/] },
    { fault: 'a column that is not in print', page: parallel, plant: addCSS('@media print{.pair>:last-child{display:none!important}}'), expect: [/pieces of the text are not/] },
    { fault: 'a table wider than the sheet', page: table, plant: addCSS('@media print{table{min-width:300mm!important}}'), expect: [/past the margin|pieces of the text/] },
    { fault: 'addresses left out', page: table, plant: addCSS('a[href]::after{content:none!important}'), expect: [/not spelled out/] },
    { fault: 'headings left behind', page: text, plant: addCSS('@media print{h3.clause + *{break-before:page}}'), expect: [/last line of its sheet/] },
  ],
  redline: [
    { fault: 'a fold that stays empty', page: redline, plant: addCSS('.fold>:not(summary){display:none}'), expect: [/finds it hidden/] },
    { fault: 'a fold in two languages that stays empty', page: bilingual, plant: addCSS('.fold>:not(summary){display:none}'), expect: [/finds it hidden/] },
    { fault: 'a next change that is not there', page: redline, plant: swap(/(class="aside meta change-nav".*?<\/a> <a href="#)/, '$1no-'), expect: [/leads to no change/] },
    { fault: 'a change that nothing leads to', page: redline, expect: [/no walk from the first change/],
      plant: addHTML('<div class="change"><p class="aside change-nav"><a href="#_main">one more</a></p></div>') },
    { fault: 'a list that leads nowhere', page: redline, plant: swap(/(<li value="1"[^>]*><a href="#)/, '$1no-'), expect: [/leads to no change/] },
  ],
  requests: [
    { fault: 'an image from elsewhere', page: text, plant: addHTML('<p><img alt="" src="https://example.com/x.png"></p>'), expect: [/security policy: img-src/, /^console error/] },
    { fault: 'an image beside the page', page: text, plant: addHTML('<p><img alt="" src="x.png"></p>'), expect: [/^asks for .*x\.png/] },
    { fault: 'console.log', page: text, plant: addScript("\nconsole.log('here')"), expect: [/^console log: here/] },
    { fault: 'a script that throws', page: text, plant: addScript("\nthrow new Error('broken')"), expect: [/^script error: broken/] },
    { fault: 'a script that no hash allows', page: text, plant: addHTML('<script>var a = 1</script>'), expect: [/security policy: script-src/] },
    { fault: 'a style in an attribute', page: text, plant: addHTML('<p style="color:red"></p>'), expect: [/security policy: style-src/] },
    { fault: 'an icon to ask for', page: text, plant: all(swap(/<link rel="icon"[^>]*>/, ''), swap('</title>', '</title><link rel="icon" href="x.ico">')), expect: [/the icon is x\.ico/] },
  ],
  search: [
    { fault: 'no index', page: search, plant: swap(/data-index="privacy\.js"/, 'data-index="none.js"'), expect: [/leads to|results are listed|Timeout/] },
    { fault: 'a field without script', page: search, plant: swap(/ hidden>/, '>'), expect: [/can be seen without script/] },
    { fault: 'no headings', page: search, plant: swap(/<li><a/g, '<li><b'), expect: [/hardly any headings/] },
  ],
  weight: [
    { fault: '10 kB in the CSS', page: text, plant: addCSS(`/*${noise(10_000)}*/`), expect: [/bytes of CSS, the/, /bytes of CSS after gzip/, /^\d+ bytes after gzip/] },
    { fault: '2 kB in the script', page: text, plant: addScript(`//${noise(2_000)}`), expect: [/bytes of script after gzip/] },
    { fault: '4 kB on the home page', page: home, plant: addHTML(`<!--${noise(4_000)}-->`), expect: [/^\d+ bytes after gzip, the budget is 6000/] },
  ],
};
