// Shows deadlines and days in words. deadlines.js has counted.

import { daysBetween, isWeekend, lastDay } from "./deadlines.js";
import { valid } from "./derived.js";
import { fill, html } from "./dom.js";

/** For how many days a term that ended on a weekend may still be saved by the next working day. */
const JUST_PASSED = 4;

/** The day of the week, as the language says it. */
const weekday = ({ language }, day) => new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** A day in words; French writes « 1er » for the first. */
export function longDay({ language }, day) {
  const locale = language === "en" ? "en-GB" : language;
  const words = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
  return language === "fr" ? words.replace(/^1 /, "1er ") : words;
}

/** The date before which to act, with its rule; without a day given, the rule alone. */
export function deadline(view, rule) {
  if (!rule.deadline) return null;
  const { words: said, deadlineWords } = view.rules;
  const words = deadlineWords[rule.deadline];
  const counted = countedTerm(view, rule);
  const box = document.createElement("div");
  box.className = "deadline";
  if (!counted) {
    box.append(html(`<p>${labelled(view.rules, `<b>${words.name}</b>`, words.length)}. ${said["q-no-date"]}</p><p class="fine">${words.starts}</p>`));
    return box;
  }
  const { start, end } = counted;
  const passed = end < view.day;
  const sentence = fill(said[passed ? "q-passed" : "q-before"], { day: timeOf(view, rule.deadline, end) });
  const note = fill(said["q-before-note"], { length: words.length, start: longDay(view.rules, start) });
  box.append(html(`<p class="date">${sentence}</p><p><b>${words.name}</b>. ${note}</p><p class="fine">${words.starts}</p>`));
  if (words.shifts && isWeekend(end) && daysBetween(end, view.day) <= JUST_PASSED) {
    box.append(html(`<p class="warning">${fill(said["q-closed-day"], { day: longDay(view.rules, end), weekday: weekday(view.rules, end) })}</p>`));
  }
  if (passed) box.append(html(`<p>${words.missed}</p>`));
  return box;
}

/** Every deadline once, the nearest first, however many pieces of advice count it. */
export function dates(view) {
  const ends = new Map();
  for (const { id } of view.found.advice) {
    const rule = view.rules.advice[id];
    const counted = countedTerm(view, rule);
    if (counted && !ends.has(rule.deadline)) ends.set(rule.deadline, counted.end);
  }
  return [...ends].sort(([, a], [, b]) => a.localeCompare(b)).map(([id, end]) => {
    const item = document.createElement("li");
    const when = `${timeOf(view, id, end)} (${daysLeft(view, end)})`;
    item.append(html(labelled(view.rules, when, view.rules.deadlineWords[id].name)));
    return item;
  });
}

/** The day from which a piece of advice counts its deadline, and the last safe day; nothing without a day given. */
function countedTerm({ rules, known }, rule) {
  const start = rule.deadline && valid(rules, known)[rule.countedFrom];
  return start ? { start, end: lastDay(start, rules.deadlines[rule.deadline]) } : undefined;
}

/** « label : value », as the language spaces it. */
const labelled = (rules, label, value) => fill(rules.words["q-labelled"], { label, value });

const timeOf = ({ rules }, id, end) => `<time data-deadline="${id}" datetime="${end}">${longDay(rules, end)}</time>`;

/** « in 2 days », as the language says it. */
const daysLeft = ({ rules, day }, end) => new Intl.RelativeTimeFormat(rules.language, { numeric: "auto" }).format(daysBetween(day, end), "day");
