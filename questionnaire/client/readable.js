// What a voice reads of a part of the page: pieces of text in their order, each with its language and the block where it
// stands. Knows elements only: no voice, no page.

const BLOCK = "h1,h2,h3,h4,h5,p,li,dt,dd,th,td,caption,figcaption,summary,label,legend,blockquote,div,section,article";
/** What nobody wants to hear: controls, ways around, numbers that lead to a source. */
const SILENT = "nav,button,script,style,template,noscript,select,textarea,pre,svg,sup,.error,.tools,.listening,[hidden],[aria-hidden=true]";
/** A browser may fall silent in the middle of what takes longer than some fifteen seconds. */
const LONGEST = 180;

/** The pieces of `root`, each { text, lang, block }, short enough to be said at one go. */
export function pieces(root) {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent.closest(SILENT) || isSource(parent) || isFolded(parent)) continue;
    const block = parent.closest(BLOCK);
    if (!block.getClientRects().length) continue; // not shown
    const lang = parent.closest("[lang]").lang;
    const before = found[found.length - 1];
    if (before?.block === block && before.lang === lang) before.text += node.data;
    else found.push({ text: node.data, lang, block });
  }
  return found.flatMap(({ text, lang, block }) => short(text).map((part) => ({ text: part, lang, block })));
}

/** The laws and pages on which a sentence rests, and when they were read, stand in small letters. */
const isSource = (element) => Boolean(element.closest(".fine")?.querySelector("a[rel~=external], cite"));

function isFolded(element) {
  const details = element.closest("details:not([open])");
  if (!details) return false;
  return !details.querySelector("summary").contains(element) || isFolded(details.parentElement);
}

/** A text cut after sentences, then after words, into parts that are not too long. */
export function short(text) {
  const words = text.replace(/\s+/g, " ").trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  const parts = [];
  for (const sentence of words.match(/.+?(?:[.!?…;:؟](?= )|$)/g)) {
    const last = parts[parts.length - 1];
    if (last && last.length + sentence.length <= LONGEST) parts[parts.length - 1] += sentence;
    else parts.push(...lines(sentence.trim()));
  }
  return parts;
}

function lines(sentence) {
  const cut = sentence.length > LONGEST ? sentence.lastIndexOf(" ", LONGEST) : -1;
  return cut > 0 ? [sentence.slice(0, cut), ...lines(sentence.slice(cut + 1))] : [sentence];
}
