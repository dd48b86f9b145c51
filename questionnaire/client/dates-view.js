// The deadlines of the results: the order they give to the advice, one with each piece of it, all of them in one list, and
// as a calendar.

import { eventsOf } from "./calendar.js";
import { closedNote, dayless, daysLeft, deadlineBox, isLate, labelled, leafOf, timeOf } from "./deadline-box.js";
import { daysBetween, reckon } from "./deadlines.js";
import { valid } from "./derived.js";
import { html } from "./dom.js";
import { rank } from "./logic.js";
import { reasons } from "./reasons.js";

/**
 * The advice as logic.js has ordered it, but of equal ones that end on days still to come the sooner first. What has no
 * such day keeps its place.
 */
export function soonerFirst(view) {
  const { rules, known, day, found: { advice } } = view;
  const dated = advice.flatMap((shown) => {
    const rule = rules.advice[shown.id];
    const clock = clockOf(view, rule);
    const last = clock?.day && reckon(rules, clock.id, clock.day).last;
    return last >= day ? [{ shown, last, rank: rank(rules.questions, rule, known) }] : [];
  });
  const ordered = [...dated].sort((one, other) => one.rank - other.rank || daysBetween(other.last, one.last));
  return advice.map((shown) => (dated.some((one) => one.shown === shown) ? ordered.shift().shown : shown));
}

/** The date before which to act, with its rule; without a day given, the rule alone. */
export function deadline(view, rule) {
  const clock = clockOf(view, rule);
  if (!clock) return null;
  return clock.day ? deadlineBox(view.rules, clock.id, clock.day, view.day, view.known.residence === "belgian") : dayless(view.rules, clock.id);
}

/** Every deadline once, however many pieces of advice count it. */
export function dates(view) {
  const { rules, day } = view;
  return counted(view).map(({ id, ...reckoned }) => {
    const { last } = reckoned;
    const item = document.createElement("li");
    const when = `${timeOf(rules, id, last)} (${daysLeft(rules, day, last)})`;
    const { name, desk } = rules.deadlineWords[id];
    const passed = last < day && !desk ? `<p>${rules.words["d-passed-date"]}</p>` : "";
    const closed = closedNote(rules, id, reckoned, day);
    const warning = closed ? `<p class="warning">${closed}</p>` : "";
    const check = isLate(rules, id, day) ? `<p class="warning" data-check>${rules.words["d-check"]}</p>` : "";
    item.className = "deadline";
    item.append(html(`${leafOf(rules, last)}<p>${labelled(rules, when, name)}</p>${passed}${warning}${check}`));
    return item;
  });
}

/** The same deadlines as events of a calendar. */
export const events = (view) => eventsOf(view.rules, counted(view), view.day);

/**
 * The deadlines of the advice shown whose day is known, each once: what advice calls passed before anything else, then what
 * is still to come, then what passed without such advice; each time the nearest first.
 */
export function counted(view) {
  const found = new Map();
  for (const { id } of view.found.advice) {
    const clock = clockOf(view, view.rules.advice[id]);
    if (clock?.day && !found.has(clock.id)) found.set(clock.id, { ...clock, ...reckon(view.rules, clock.id, clock.day) });
  }
  const rank = ({ ended, last }) => (ended ? 0 : last >= view.day ? 1 : 2);
  const far = ({ last }) => Math.abs(daysBetween(view.day, last));
  return [...found.values()].sort((one, other) => rank(one) - rank(other) || far(one) - far(other));
}

/**
 * The clock of a piece of advice: its own, or the one whose end is the reason of the advice (`ended`); the question that
 * gives its day, and that day where it was given.
 */
export function clockOf({ rules, known }, rule) {
  const ended = Object.entries(reasons(rule.when, rules.questions, known)).find(([id, values]) => rules.questions[id].deadline && values.includes("passed"));
  const over = ended && rules.questions[ended[0]];
  if (!rule.deadline && !over) return null;
  const from = rule.deadline ? rule.countedFrom : over.uses[0];
  return { id: rule.deadline ?? over.deadline, from, day: valid(rules, known)[from], ended: !rule.deadline };
}
