// The pages of the site in states/, which a person looks at from disk: one or
// more for each state that a version or a policy can be in, in each language.
const pages = [
  'index.html',
  'privacy/index.html', // in force again
  'privacy/2.0/index.html', // withdrawn later
  'privacy/2.0/from/1.0/index.html',
  'privacy/2.0/from/1.0/table/index.html',
  'privacy/4.0/index.html', // for comment, with a long contact
  'privacy/5.0/index.html', // held back
  'privacy/6.0/index.html', // a draft
  'privacy/history/index.html',
  'terms/index.html', // ended, with a successor and a file
  'terms/2.0/from/1.0/index.html',
  'terms/history/index.html',
  'cookies/index.html', // ended, without one
  'rules/2.0/index.html', // erased
  'rules/3.0/from/2.0/index.html',
  'rules/3.0/from/2.0/table/index.html',
  'rules/4.0/index.html', // comments are closed
  'fees/index.html', // it will end
  'fees/2.0/index.html', // withdrawn before it took effect
  'partners/index.html', // in one language a draft
  'partners/2.0/from/1.0/index.html',
  'partners/history/index.html',
];

// They are missing where a check is tried on faults of other pages. A state that
// the site lacks is an error.
export function ofStates(states) {
  if (!states) return [];
  const named = states.languages.flatMap((lang) => pages.map((page) => `${lang}/${page}`));
  const missing = named.find((page) => !states.all.includes(page));
  if (missing) throw new Error(`${missing}: a page that stands for a state is missing`);
  return named;
}
