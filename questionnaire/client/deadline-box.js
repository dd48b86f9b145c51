// Shows one clock in words: the safe date, how it is counted, what else sources say. deadlines.js has counted.

import { inDays, leaf, longDay, weekday } from "./days.js";
import { daysBetween, isClosed, reckon } from "./deadlines.js";
import { fill, html } from "./dom.js";
import { placeOf } from "./load.js";

/** « label : value », as the language spaces it. */
export const labelled = (rules, label, value) => fill(rules.words["q-labelled"], { label, value });

/** A computed date, for people and for programs. */
export const timeOf = (rules, id, day) => `<time data-deadline="${id}" datetime="${day}">${longDay(rules, day)}</time>`;

/** The same date as a leaf of a calendar, for the eyes only: the words beside it say it in full. */
export function leafOf(rules, day) {
  const shown = leaf(rules, day);
  return `<p class="leaf" aria-hidden="true"><span>${shown.weekday}</span><b>${shown.number}</b><small>${shown.month}</small></p>`;
}

/** « in 2 days », as the language says it. */
export const daysLeft = (rules, today, day) => inDays(rules, daysBetween(today, day));

/** Whether somebody should have looked at the rule again: on the reader's day, or already when the page was built. */
export const isLate = (rules, id, today) => (today > rules.built ? today : rules.built) > rules.deadlineWords[id].reviewBy;

/**
 * The date before which to act, with its rule; `from` is the day of what happened, `today` that of the reader. `noCard`: the
 * reader said to be Belgian, and no residence card is at stake.
 */
export function deadlineBox(rules, id, from, today, noCard = false) {
  const { name, starts, besides, cardFirst, missed, desk } = rules.deadlineWords[id];
  const dates = reckon(rules, id, from);
  const passed = dates.last < today;
  const box = emptyBox();
  box.append(html(`${leafOf(rules, dates.last)}<p class="date">${sentence(rules, id, dates, today)} <span class="fine">(${daysLeft(rules, today, dates.last)})</span></p><p><b>${name}</b></p>`));
  if (isLate(rules, id, today)) box.append(html(`<p class="warning" data-check>${rules.words["d-check"]}</p>`));
  const closed = closedNote(rules, id, dates, today);
  if (closed) box.append(html(`<p class="warning">${closed}</p>`));
  if (dates.later && dates.later >= today) box.append(html(`<p>${fill(rules.words[passed ? "d-later-passed" : "d-later"], { day: longDay(rules, dates.later) })}</p>`));
  if (cardFirst && !noCard && (besides || passed)) box.append(html(`<p>${rules.words["d-card-first"]}</p>`));
  if (besides) box.append(html(`<p>${besides}</p>`));
  if (passed && !desk) box.append(html(`<p>${missed}</p>`));
  box.append(folded(rules.words["d-counted"], `<p>${note(rules, id, dates)}</p><p>${starts}</p>`));
  if (passed && desk) box.append(folded(rules.words["d-desk-missed"], `<p>${missed}</p>`));
  return box;
}

const folded = (title, content) => html(`<details class="fine"><summary>${title}</summary>${content}</details>`);

/** The rule alone, where no day was given. */
export function dayless(rules, id) {
  const { name, length, starts, where } = rules.deadlineWords[id];
  const box = emptyBox();
  const rule = labelled(rules, `<b>${name}</b>`, length);
  box.append(html(`<p>${rule}. ${rules.words["d-no-date"]} <a href="${placeOf(where)}">${rules.words["d-reckon"]}</a></p><p class="fine">${starts}</p>`));
  return box;
}

const emptyBox = () => Object.assign(document.createElement("div"), { className: "deadline" });

/** « Before that day », or « that day seems to have passed ». */
export function sentence(rules, id, { last, opens }, today) {
  const { desk } = rules.deadlineWords[id];
  const day = timeOf(rules, id, last);
  const word = last < today ? (desk ? "d-desk-passed" : "d-passed") : opens ? "d-window" : desk ? "d-desk-before" : "d-before";
  return fill(rules.words[word], { day, opens: opens && `<time datetime="${opens}">${longDay(rules, opens)}</time>` });
}

function note(rules, id, { start }) {
  const word = rules.deadlines[id].after ? "d-after-note" : "d-before-note";
  return fill(rules.words[word], { length: rules.deadlineWords[id].length, start: longDay(rules, start) });
}

/** That courts or desks are closed on the last day, and what to do; nothing where they are open or the day has passed. */
export function closedNote(rules, id, dates, today) {
  if (dates.moved && today <= dates.moved) return movedNote(rules, dates);
  const untold = rules.deadlineWords[id].desk || dates.last < today || !isClosed(dates.last, rules.holidays);
  return untold ? undefined : fill(rules.words["d-closed"], { weekday: weekday(rules, dates.last) });
}

function movedNote(rules, { last, moved: next }) {
  const named = weekday(rules, last);
  const closed = rules.holidays.includes(last) ? fill(rules.words["d-holiday"], { weekday: named }) : named;
  return fill(rules.words["d-moved"], { day: longDay(rules, last), weekday: closed, moved: longDay(rules, next) });
}
