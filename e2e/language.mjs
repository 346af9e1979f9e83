// A third judge of a page: does it speak its own language throughout, and does it run the way that language is read?

/**
 * Sentences about a page that speaks another language than it says, or that is not mirrored where it is read from the right.
 * What comes from elsewhere (a title, a name, a quotation) says its language with `lang`, or, where nobody knows it, stands
 * in a `bdi` or has `dir="auto"`.
 */
export async function speaks(page) {
  const [language, direction] = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
  const told = language === 'en' ? [] : await page.evaluate(foreign);
  return direction === 'rtl' ? [...told, ...await page.evaluate(unmirrored)] : told;
}

/** Runs in the page: English words, and in an Arabic page any row of three Latin words, that nothing marks as foreign. */
function foreign() {
  const own = document.documentElement.lang;
  const english = /\b(the|of|and|with|your|you|this|that|are|been|which|from|was|were|not yet|please)\b/i;
  const latin = /\p{Script=Latin}{2,}[’'-]?\p{Script=Latin}*(?:[ ,]+[\p{Script=Latin}’'-]{2,}){2,}/u;
  /** Names that stand in a sentence of every language; addresses are no words. */
  const names = /Nu HTML Checker|(https?:\/\/|www\.)\S+/g;
  const wrong = (text) => {
    const rest = text.replace(names, ' ');
    return english.test(rest) || (own === 'ar' && latin.test(rest));
  };
  const marked = (one) => {
    const closest = one.closest('[lang]');
    return closest.lang !== own || one.closest('bdi, [dir=auto], code, .num') !== null;
  };
  const found = new Set();
  // What is set apart in a sentence may begin in one piece of it and end in another: a word in between may be marked.
  let [block, depth] = [null, 0];
  const outside = (node) => {
    const around = node.parentElement.closest('p, li, dt, dd, td, th, h1, h2, h3, h4, div');
    if (around !== block) [block, depth] = [around, 0];
    return [...node.data].filter((c) => {
      const was = depth;
      if (c === '\u2068') depth += 1;
      if (c === '\u2069') depth = Math.max(0, depth - 1);
      return was === 0 && depth === 0;
    }).join('');
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const one = node.parentElement;
    const text = outside(node).replace(/\s+/g, ' ').trim();
    if (['SCRIPT', 'STYLE', 'TEXTAREA', 'TEMPLATE'].includes(one.tagName) || marked(one)) continue;
    if (wrong(text)) found.add(`speaks another language than ${own} without saying so: “${text.slice(0, 120)}”`);
  }
  for (const one of document.querySelectorAll('[aria-label], [alt], [title], [placeholder], input[type=submit]')) {
    for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'value']) {
      if (name === 'value' && one.type !== 'submit') continue;
      const text = (one.getAttribute(name) ?? '').replace(/\u2068[^\u2069]*\u2069/g, ' ');
      if (wrong(text) && !marked(one)) found.add(`says in ${name} what is not ${own}: “${text.slice(0, 120)}”`);
    }
  }
  return [...found];
}

/** Runs in the page: what stands on the left where it is read from the right. */
function unmirrored() {
  const found = [];
  const middle = innerWidth / 2;
  const box = (selector) => document.querySelector(selector)?.getBoundingClientRect();
  const home = box('header .home');
  if (home && (home.left + home.right) / 2 < middle) found.push('the name of the site stands on the left');
  for (const one of document.querySelectorAll('main :is(h1, h2, legend, label, p, li, dt, dd, td)')) {
    const style = getComputedStyle(one);
    if (one.closest('[dir=ltr], [dir=auto], bdi, [lang]:not([lang=ar])')) continue;
    const side = { left: 'left', right: 'right' }[style.textAlign];
    if (style.direction !== 'rtl') found.push(`<${one.tagName.toLowerCase()}> runs from the left: “${one.innerText.slice(0, 60)}”`);
    else if (side === 'left') found.push(`<${one.tagName.toLowerCase()}> is set to the left: “${one.innerText.slice(0, 60)}”`);
  }
  return [...new Set(found)];
}
