// The deadlines of the results: one with each piece of advice, all of them in one list, and as a calendar.

import { eventsOf } from "./calendar.js";
import { dayless, daysLeft, deadlineBox, isLate, labelled, leafOf, timeOf } from "./deadline-box.js";
import { reckon } from "./deadlines.js";
import { valid } from "./derived.js";
import { html } from "./dom.js";

/** The date before which to act, with its rule; without a day given, the rule alone. */
export function deadline(view, rule) {
  if (!rule.deadline) return null;
  const from = countedFrom(view, rule);
  return from ? deadlineBox(view.rules, rule.deadline, from, view.day) : dayless(view.rules, rule.deadline);
}

/** Every deadline once, the nearest first, however many pieces of advice count it. */
export function dates(view) {
  return counted(view).map(({ id, last }) => {
    const item = document.createElement("li");
    const check = isLate(view.rules, id, view.day) ? `<p class="warning" data-check>${view.rules.words["d-check"]}</p>` : "";
    const when = `${timeOf(view.rules, id, last)} (${daysLeft(view.rules, view.day, last)})`;
    item.className = "deadline";
    item.append(html(`${leafOf(view.rules, last)}<p>${labelled(view.rules, when, view.rules.deadlineWords[id].name)}</p>${check}`));
    return item;
  });
}

/** The same deadlines as events of a calendar. */
export const events = (view) => eventsOf(view.rules, counted(view), view.day);

/** The deadlines of the advice shown whose day is known, each once, the nearest first. */
export function counted(view) {
  const found = new Map();
  for (const { id } of view.found.advice) {
    const rule = view.rules.advice[id];
    const from = rule.deadline && countedFrom(view, rule);
    if (from && !found.has(rule.deadline)) found.set(rule.deadline, { id: rule.deadline, ...reckon(view.rules, rule.deadline, from) });
  }
  return [...found.values()].sort((one, other) => one.last.localeCompare(other.last));
}

/** The day from which a piece of advice counts its deadline; nothing without a day given. */
const countedFrom = ({ rules, known }, rule) => valid(rules, known)[rule.countedFrom];
