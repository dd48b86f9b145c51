// Finds what answers a few words: forgives case, accents, endings and slips of the pen. Knows the index that
// hooks/bonguichet/search.py makes. Must not know the page, nor keep what is typed.

import { latinDigits } from "./digits.js";

/** How much a word says of an entry, by where it stands. */
const WEIGHTS = { title: 10, said: 10, other: 8, heading: 5, line: 3, text: 1 };
/** A part of a page comes before its page only where its own title answers clearly better. */
const PART = 0.75;
const MOST = 12;
/** What answers less well than this share of the best is left out. */
const SHARE = 0.35;
/** How much a word of grammar says beside the others: it may be a part of a name, as in « no money ». */
const SLIGHT = 0.2;
/** What holds but the number typed beside a word, or a word of grammar, answers less well by this share. */
const ASIDE = 0.15;
/** What is typed stands also for the plain word of what people say if it is at least this much of it. */
const MEANT = 0.3;

const SMALL = new Set(
  ("je j ai veux me ma mon mes moi tu il elle on nous vous la le les un une de du des au aux en et ou pour par avec dans chez que qui est suis plus pas ne " +
    "ik wil mij mijn wij het een van voor met naar op te ben heb geen niet meer hoe wat " +
    "i want my the to of for with is am are have has can no not how what old " +
    "ich will mich mir mein meine der das den ein eine und fur mit von zu im ist bin habe kein keine nicht wie was " +
    "اريد في من على عن الى مع هل ما لا لي انا كيف كيفاش واش ديال بغيت").split(" "),
);

/** Small letters without marks: é is e, œ is oe; Arabic without vowel signs, its forms of alef, yeh and teh marbuta as one,
 *  its digits as ours. */
export const fold = (text) =>
  latinDigits(text).normalize("NFKD").replace(/\p{M}|\u0640/gu, "").toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/ß/g, "ss").replace(/[ىی]/g, "ي").replace(/ة/g, "ه").replace(/ٱ/g, "ا").replace(/ک/g, "ك");

/** The words of a text, folded: without « l’ », the ending of « étudiant·e », the Arabic article; « 22ans » is two. */
export function tokens(text) {
  const bare = fold(text).replace(/·\p{L}+/gu, "").replace(/(^|[^\p{L}])(?:[cdjlmnst]|qu|jusqu|lorsqu)['’]/gu, "$1").replace(/['’](?:s|t|ll|re|ve)(?!\p{L})/gu, " ").replace(/(\p{N})(?=\p{L}{2})/gu, "$1 ");
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => (word.length > 4 ? word.replace(/^ال/, "") : word));
}

/** The first part of an index with the rest, which came later: names of other languages, headings, the words of the texts. */
export function completed(first, more) {
  const both = (kind) => first[kind].map((entry, n) => ({ ...entry, other: more[kind][n] }));
  return { entries: [...both("entries"), ...more.headings], synonyms: both("synonyms"), words: more.words };
}

/**
 * What an index holds, by word: the entries, how much the word says of each, the names that entries go by, and what
 * numbers count there; and what people say, with its plain word.
 */
export function prepare({ entries, synonyms, words = {} }) {
  const known = new Map();
  const names = entries.map(() => []);
  const units = new Set();
  const note = (word, entry, weight) => {
    if (!known.has(word)) known.set(word, new Map());
    const found = known.get(word);
    found.set(entry, Math.max(weight, found.get(entry) ?? 0));
  };
  const name = (parts, entry, weight) => {
    for (const word of parts) note(word, entry, weight);
    parts.forEach((word, place) => isNumber(parts[place - 1] ?? "") && units.add(word));
    names[entry].push([new Set(parts), weight]);
  };
  entries.forEach(({ title, said = [], other = [], line = "", page }, entry) => {
    name(tokens(title), entry, WEIGHTS.title);
    for (const text of said) name(tokens(text), entry, WEIGHTS.said);
    for (const text of other) name(tokens(text), entry, WEIGHTS.other);
    for (const word of tokens(line)) note(word, entry, WEIGHTS.line);
    if (page !== undefined) for (const word of tokens(title)) note(word, page, WEIGHTS.heading);
  });
  const sayings = synonyms.map(({ said = [], other = [], at }) => {
    const spoken = [...said.map((text) => [tokens(text), WEIGHTS.said]), ...other.map((text) => [tokens(text), WEIGHTS.other])];
    at.forEach((entry, place) => {
      const less = 1 - place / 10; // what answers best stands first
      for (const [parts, weight] of spoken) name(parts, entry, weight * less);
    });
    return { plain: said[0], ways: spoken.map(([parts]) => new Set(parts)) };
  });
  for (const [text, pages] of Object.entries(words)) for (const word of tokens(text)) for (const page of pages) note(word, page, WEIGHTS.text);
  return { entries, known, names, units, sayings };
}

/**
 * The entries that answer what is typed, the best first, each with what it lies `in`; then those that answer the plain
 * word for it, where people say it otherwise. Of a page and its parts only the best one.
 */
export function search(index, typed) {
  const { entries } = index;
  const asked = heard(index, typed);
  const found = new Map();
  for (const place of [...answers(index, asked), ...answers(index, heard(index, plain(index, asked)))]) {
    const page = entries[place].page ?? place;
    if (!found.has(page)) found.set(page, place);
  }
  return [...found.values()].slice(0, MOST).map((place) => {
    const entry = entries[place];
    return entry.page === undefined ? entry : { ...entry, in: entries[entry.page].title };
  });
}

/** The places of the entries that answer, the best first. */
function answers({ entries, known, names }, asked) {
  const scores = new Map();
  const named = new Set(); // by a word of its own
  for (const { token, words, number } of asked) {
    const best = new Map();
    for (const [word, likeness] of words) for (const [entry, weight] of known.get(word)) best.set(entry, Math.max(weight * likeness, best.get(entry) ?? 0));
    const rarity = Math.log(1 + entries.length / (1 + best.size)); // a word that everything holds tells little
    for (const [entry, weight] of best) {
      if (number && !known.get(number)?.has(entry)) continue;
      if (!number && !isNumber(token) && !SMALL.has(token)) named.add(entry);
      scores.set(entry, (scores.get(entry) ?? 0) + weight * rarity * heft(token));
    }
  }
  for (const [entry, score] of scores) {
    const aside = named.size && !named.has(entry) ? ASIDE : 1;
    scores.set(entry, score * aside * (1 + called(names[entry], asked)));
  }
  return cut(onePerPage(entries, scores));
}

/**
 * What is typed, word by word: the known words each stands for, and the number that it counts, without which it says
 * nothing: « ans » of « 22 ans » is not that of « 18 ans ». A number that nothing holds takes what it counts with it.
 */
function heard({ known, units }, typed) {
  const all = [...new Set(tokens(typed))].map((token, place, them) => {
    const before = them[place - 1] ?? "";
    return { token, words: alike(known, token), number: units.has(token) && isNumber(before) ? before : null };
  });
  const lost = ({ token, words }) => isNumber(token) && !words.size;
  return all.filter((one, place) => !lost(one) && !(one.number && lost(all[place - 1])));
}

/** The plain word, in the language of the index, for what people say otherwise; empty where more is typed than such a word. */
function plain({ sayings }, asked) {
  const whole = (way) => asked.every(({ token, words }) => SMALL.has(token) || [...way].some((word) => words.has(word)));
  const like = sayings.map(({ plain, ways }) => [Math.max(0, ...ways.filter(whole).map((way) => share(way, asked))), plain]);
  return like.reduce((best, one) => (one[0] > best[0] ? one : best), [MEANT, ""])[1] ?? "";
}

/** How fully what is typed is one of the names of an entry, from 0 to 1. */
const called = (names, asked) => Math.max(0, ...names.map(([name, weight]) => (share(name, asked) * weight) / WEIGHTS.title));

/** How far a name and what is typed are the same words, from 0 to 1. */
function share(name, asked) {
  const met = ({ words, number }) => (number && !name.has(number) ? 0 : Math.max(0, ...[...name].map((word) => words.get(word) ?? 0)));
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
  return sum(asked.map((one) => met(one) * heft(one.token))) / Math.max(sum([...name].map(heft)), sum(asked.map(({ token }) => heft(token))), SLIGHT);
}

const heft = (word) => (SMALL.has(word) ? SLIGHT : 1);

function onePerPage(entries, scores) {
  const best = new Map();
  for (const [entry, score] of scores) {
    const page = entries[entry].page ?? entry;
    const whole = page === entry ? score : PART * score + (scores.get(page) ?? 0) / 4;
    if (!best.has(page) || whole > best.get(page)[1]) best.set(page, [entry, whole]);
  }
  return [...best.values()].sort(([one, a], [other, b]) => b - a || one - other);
}

function cut(sorted) {
  return sorted.filter(([, score]) => score >= SHARE * sorted[0][1]).slice(0, MOST).map(([entry]) => entry);
}

const isNumber = (token) => /^\p{N}+$/u.test(token);

/** The known words that a typed one stands for, each with how sure that is; a word that is known is not corrected. */
function alike(known, token) {
  if (isNumber(token) && known.has(token)) return new Map([[token, 1]]); // 107 is not the beginning of 1070
  const sure = new Map();
  for (const word of known.keys()) {
    const likeness = begun(token, word);
    if (likeness) sure.set(word, likeness);
  }
  if (sure.size || token.length < 4) return sure;
  const most = token.length < 8 ? 1 : 2;
  for (const word of known.keys()) {
    const slips = distance(token, word, most);
    if (slips <= most) sure.set(word, 0.8 / (1 + slips));
  }
  return sure;
}

/** The same word, one that is only begun, one with another ending, or a part of a long one; 0 for none of these. */
function begun(token, word) {
  if (token === word) return 1;
  if (token.length < 2 || word.length < 2) return 0;
  if (word.startsWith(token)) return 0.4 + (0.5 * token.length) / word.length;
  if (word.length > 3 && token.startsWith(word) && token.length <= word.length + 2) return 0.7;
  return token.length > 4 && word.includes(token) ? 0.4 : 0;
}

/** How many letters differ, are missing, too many or swapped; of a word that may only be begun, counted from five letters on. */
export function distance(typed, word, most = Infinity) {
  const begun = typed.length > 4;
  if (typed.length - word.length > most || (!begun && word.length - typed.length > most)) return most + 1;
  let [before, row] = [[], Array.from({ length: word.length + 1 }, (_, at) => at)];
  for (let y = 1; y <= typed.length; y++) {
    const next = [y];
    for (let x = 1; x <= word.length; x++) {
      const same = typed[y - 1] === word[x - 1];
      next[x] = Math.min(row[x] + 1, next[x - 1] + 1, row[x - 1] + (same ? 0 : 1));
      if (x > 1 && y > 1 && typed[y - 1] === word[x - 2] && typed[y - 2] === word[x - 1]) next[x] = Math.min(next[x], before[x - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return begun ? Math.min(...row) : row[word.length];
}
