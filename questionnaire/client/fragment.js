// Answers in the address: #age=18-24&situation=left-home,debts. Whatever stands there is read
// with suspicion: what we do not know is left out and named.

import { isDay } from "./deadlines.js";
import { has, inTodaysWords, isAsked } from "./renamed.js";

const MAX_PARTS = 200;
const OLDEST_DAY = "1990-01-01";

/** Read a fragment: the answers that make sense, the step shown, and what was left out. */
export function read(fragment, rules, day) {
  const found = { answers: {}, at: undefined, ignored: [], otherRules: false };
  const written = fragment.replace(/^#/, "").split("&").filter(Boolean);
  const { parts, former } = inTodaysWords(written.slice(0, MAX_PARTS).map(split), rules);
  for (const part of parts) readPart(part, found, rules, day);
  for (const [id, values] of Object.entries(former)) {
    if (!(id in found.answers)) readAnswer(rules.questions[id], { values, text: id }, found, rules, day);
  }
  if (written.length > MAX_PARTS) found.ignored.push("…");
  return found;
}

/** One `key=value,value` of a link, with its text as written. */
function split(text) {
  const cut = text.indexOf("=");
  const raw = decode(cut < 0 ? "" : text.slice(cut + 1));
  return { key: decode(cut < 0 ? text : text.slice(0, cut)), values: raw.split(","), text };
}

function readPart(part, found, rules, day) {
  const { key, values, text } = part;
  const raw = values.join(",");
  if (key === "r") found.otherRules = raw !== rules.version;
  else if (key === "at" && isAsked(rules.questions, raw)) found.at = raw;
  else if (!isAsked(rules.questions, key) || key in found.answers) found.ignored.push(text);
  else readAnswer(rules.questions[key], part, found, rules, day);
}

function readAnswer(question, part, found, rules, day) {
  const many = question.kind === "many";
  const values = many ? part.values : [part.values.join(",")];
  const known = values.filter((value) => accepts(question, value, rules, day));
  const exclusive = known.find((value) => ["none", "unknown", "skip"].includes(value));
  if (known.length < values.length) found.ignored.push(part.text);
  if (!known.length) return;
  if (!many || exclusive === "unknown" || exclusive === "skip") found.answers[question.id] = exclusive ?? known[0];
  else found.answers[question.id] = exclusive ? [exclusive] : [...new Set(known)];
}

/** Whether a value can be an answer to the question. */
export function accepts(question, value, rules, day) {
  if (question.values.includes(value)) return true;
  if (question.kind === "date") return isDay(value) && value <= day && value >= OLDEST_DAY;
  if (question.kind === "postal-code") return /^[1-9]\d{3}$/.test(value);
  return question.kind === "municipality" && has(rules.places.municipalities, value);
}

/** Write answers as a fragment, in the order of the questions. */
export function write(answers, rules, at) {
  const parts = Object.keys(rules.questions)
    .filter((id) => id in answers)
    .map((id) => `${id}=${[answers[id]].flat().join(",")}`);
  if (at) parts.push(`at=${at}`);
  return parts.length ? `#${parts.join("&")}&r=${rules.version}` : "#";
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
