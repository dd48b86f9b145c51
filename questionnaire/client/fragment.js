// Answers in the address: #age=18-24&situation=left-home,debts. Whatever stands there is read
// with suspicion: what we do not know is left out and named.

import { isDay } from "./deadlines.js";

const MAX_PARTS = 200;
const OLDEST_DAY = "1990-01-01";

/** Read a fragment: the answers that make sense, the step shown, and what was left out. */
export function read(fragment, rules, day) {
  const found = { answers: {}, at: undefined, ignored: [], otherRules: false };
  const parts = fragment.replace(/^#/, "").split("&").filter(Boolean);
  for (const part of parts.slice(0, MAX_PARTS)) readPart(part, found, rules, day);
  if (parts.length > MAX_PARTS) found.ignored.push("…");
  return found;
}

function readPart(part, found, rules, day) {
  const cut = part.indexOf("=");
  const key = decode(cut < 0 ? part : part.slice(0, cut));
  const raw = decode(cut < 0 ? "" : part.slice(cut + 1));
  if (key === "r") found.otherRules = raw !== rules.version;
  else if (key === "at" && isAsked(rules, raw)) found.at = raw;
  else if (!isAsked(rules, key) || key in found.answers) found.ignored.push(part);
  else readAnswer(rules.questions[key], raw, part, found, rules, day);
}

function readAnswer(question, raw, part, found, rules, day) {
  const values = question.kind === "many" ? raw.split(",") : [raw];
  const known = values.filter((value) => accepts(question, value, rules, day));
  const exclusive = known.find((value) => ["none", "unknown", "skip"].includes(value));
  if (known.length < values.length) found.ignored.push(part);
  if (!known.length) return;
  if (question.kind !== "many" || exclusive === "unknown" || exclusive === "skip") found.answers[question.id] = exclusive ?? known[0];
  else found.answers[question.id] = exclusive ? [exclusive] : [...new Set(known)];
}

const has = (record, id) => Object.prototype.hasOwnProperty.call(record, id);
const isAsked = (rules, id) => has(rules.questions, id) && !rules.questions[id].derived;

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
