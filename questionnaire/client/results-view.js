// Shows what the answers lead to. Judges nothing: logic.js, derived.js and directory.js have decided.

import { because, couldHarm, given } from "./answers-view.js";
import { calendarFile } from "./calendar.js";
import { caseFile } from "./case-file.js";
import { dates, deadline, events, soonerFirst } from "./dates-view.js";
import { longDay, weekday } from "./days.js";
import { closedAs, isClosed, nextWorkingDay } from "./deadlines.js";
import { complete, place } from "./derived.js";
import { desks } from "./directory.js";
import { deskNames, ownDesks, showDesks } from "./desks-view.js";
import { afterPaint, fill, html } from "./dom.js";
import { save, tell } from "./handing.js";
import { evaluate, results } from "./logic.js";
import { offerSources } from "./sources-view.js";
import { goTo, heightLeft, noteHeight } from "./way-back.js";

export { takeTitle } from "./way-back.js";

/** What these answers lead to on this day. */
export function viewOf(rules, answers, day) {
  const known = complete(rules, answers, day);
  const view = { rules, answers, known, day, place: place(rules, known), found: results(rules, known), told: new Set(), names: new Map() };
  view.found.advice = soonerFirst(view);
  return view;
}

/** Hand the dates of the results over as a calendar file. */
export function saveCalendar(box, rules, answers, day) {
  save("bon-guichet.ics", "text/calendar", calendarFile(events(viewOf(rules, answers, day))));
  tell(box.querySelector("[data-saved]"));
}

/** Hand the answers and what they lead to over as a case. */
export const saveCase = (rules, answers, day) => save("bon-guichet-case.yml", "text/yaml", caseFile(rules, answers, day));

/** Make the sheet for a desk in `panel`; `load` fetches the rules of a language. */
export async function showSheet(panel, rules, answers, load) {
  panel.querySelector("h2").focus();
  try {
    const { open } = await import("./counter-sheet.js");
    await open(panel, rules, answers, load);
  } catch {
    panel.querySelector("[data-said]").textContent = rules.words["sheet-failed"];
  }
}

/** Builds what the results on show still lack, a piece at a time; done once they are whole. */
let rest;

// A browser's first day in words takes a slow phone a tenth of a second: it is spent before a reader waits for results.
(window.requestIdleCallback ?? setTimeout)(() => weekday({ language: document.documentElement.lang }, "2000-01-01"));

/**
 * Build the results into `box`, for these answers on this day. With `failed`, the first screen is painted before what stands
 * further down is built and laid out, since on a slow phone that takes several frames; it is called if that fails. A move in
 * the history has them whole, since it may lead to any place in them.
 */
export function showResults(box, rules, answers, day, failed) {
  const view = viewOf(rules, answers, day);
  const articles = showFirstScreen(box, view);
  rest = showRest(box, view, articles);
  const height = failed && heightLeft();
  for (const moment of ["scrollend", "pagehide"]) addEventListener(moment, noteHeight); // a reload, or a phone short of memory, asks nothing
  if (height) requestAnimationFrame(() => scrollTo(0, height));
  if (!failed || height) return finish();
  box.dataset.firstScreen = "";
  afterPaint(() => goOn(failed));
  addEventListener("beforeprint", finish, true); // paper has them whole; page.js unfolds them then
}

/** The next piece, and in the next frame the one that follows it, so that a phone answers in between. */
function goOn(failed) {
  try {
    if (rest?.next().done === false) requestAnimationFrame(() => goOn(failed));
  } catch (error) {
    failed();
    throw error;
  }
}

/** All pieces that are still to come, at once. */
function finish() {
  while (rest?.next().done === false);
}

/** The dates and the titles of all advice; what follows is not there yet. */
function showFirstScreen(box, view) {
  const { rules, answers, day, found } = view;
  fillPart(box, "dates", dates(view));
  box.querySelector("[data-calendar]").hidden = !events(view).length;
  const articles = found.advice.map((shown) => advice(view, shown));
  fillPart(box, "summary", summary(view, articles));
  for (const name of ["advice", ...Object.keys(AFTER_ADVICE)]) fillPart(box, name, []);
  tellClosed(box.querySelector("[data-closed]"), view);
  box.querySelector("[data-code]").hidden = true;
  if (Object.entries(answers).some(([id, values]) => couldHarm(rules.questions[id], values))) box.querySelector("[data-without]").checked = true;
  box.querySelector("[data-as-of]").textContent = fill(rules.words["q-as-of"], { day: longDay(rules, day) });
  return articles;
}

/** Each piece of advice, each of its desks and each part after them: as much as a slow phone lays out in one frame. */
function* showRest(box, view, articles) {
  const part = box.querySelector("[data-part=advice]");
  for (const article of articles) {
    part.querySelector("[data-content]").append(article);
    part.hidden = false;
    yield;
    for (const role of article.querySelectorAll("[data-for-role]")) {
      showDesks(view, role);
      yield;
    }
  }
  for (const [name, content] of Object.entries(AFTER_ADVICE)) {
    fillPart(box, name, content(view));
    yield;
  }
  offerSources(box, view.rules.words);
  delete box.dataset.firstScreen;
  document.dispatchEvent(new Event("shown"));
}

/** What follows the advice, in its order. */
const AFTER_ADVICE = {
  benefits: (view) => view.found.benefits.map((shown) => benefit(view, shown)),
  papers: (view) => papersOf(view).map((id) => html(view.rules.documents[id]).firstChild),
  own: ownDesks,
  "not-covered": (view) => view.found.notCovered.map((id) => notCovered(view, id)),
  answers: given,
};

/** A part of the results; without content it is not there. */
function fillPart(box, name, content) {
  const part = box.querySelector(`[data-part=${name}]`);
  part.hidden = content.length === 0;
  part.querySelector("[data-content]").replaceChildren(...content);
}

/** The code that opens these answers again, for paper; without it the paper still says everything. */
export async function showCode(box) {
  const place = box.querySelector("[data-code]");
  try {
    const { svg } = await import("./qr.js");
    place.querySelector("[data-picture]").replaceChildren(html(svg(location.href)));
    place.hidden = false;
  } catch {
    place.hidden = true; // no network, or a link too long for a code
  }
}

/** On a Saturday, a Sunday or a legal holiday most desks are closed: say so before someone goes there. */
function tellClosed(line, view) {
  line.hidden = !view.found.advice.length || !isClosed(view.day, view.rules.holidays);
  line.textContent = line.hidden ? "" : onNextDay(view, "q-closed-today");
}

/** Whether « today » has to wait, since every desk of the advice is closed. Who may be in danger never waits. */
function waits(view, { urgency, safety, roles }) {
  const { rules, day, place } = view;
  const closed = closedAs(day, rules.holidays);
  if (urgency !== "today" || safety || !closed) return false;
  const found = roles.flatMap((role) => desks(rules, role, place, rules.language).services);
  return (found.length > 0 || Boolean(place.region)) && !found.some((id) => rules.services[id].open.includes(closed));
}

/** Words on a day when desks are closed, with the next day on which they are not. */
function onNextDay({ rules, day }, word) {
  const next = nextWorkingDay(day, rules.holidays);
  return fill(rules.words[word], { weekday: weekday(rules, day), nextday: weekday(rules, next), next: longDay(rules, next) });
}

/** Go where the history says, in results that are whole: what still comes would push it away. */
export function showJump(box, to, from) {
  finish();
  goTo(box, to, from);
}

/** The titles of all advice, to see at once what there is and to jump there; what has to wait says until when. */
function summary(view, articles) {
  const { rules, found } = view;
  return found.advice.map(({ id }, n) => {
    const item = html("<li><span></span></li>").firstChild;
    item.firstChild.append(jump(id, articles[n]), waits(view, rules.advice[id]) ? ` ${onNextDay(view, "q-from-day")}` : "");
    return item;
  });
}

/** The title of a piece of advice, as the way to it. */
function jump(id, article) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "link" });
  button.textContent = article.querySelector("h3").textContent;
  Object.assign(button.dataset, { action: "jump", to: id });
  return button;
}

function advice(view, { id, warnings }) {
  const rule = view.rules.advice[id];
  const article = html(rule.html).firstChild;
  keepWarnings(article, warnings);
  because(view, article.querySelector("[data-because]"), rule.when);
  if (waits(view, rule)) article.querySelector(".urgency").textContent = onNextDay(view, "q-urgency-closed");
  const date = deadline(view, rule);
  if (date) article.querySelector("[data-dates]").append(date);
  sameVisit(view, article, id);
  return article;
}

/** What is told at an appointment that a piece further up has named: say so instead of showing the desk again. */
function sameVisit({ rules, found }, article, id) {
  const { visit } = rules.advice[id];
  const first = visit && found.advice.find((shown) => rules.advice[shown.id].visit === visit).id;
  if (!first || first === id) return;
  const line = article.querySelector("[data-same-visit]");
  line.append(jump(first, html(rules.advice[first].html)));
  line.hidden = false;
  const role = article.querySelector(`[data-for-role="${visit}"]`);
  role.removeAttribute("data-for-role");
  role.querySelector("[data-desks]").remove();
}

function keepWarnings(article, warnings) {
  for (const warning of article.querySelectorAll("[data-warning]")) {
    if (!warnings.includes(warning.dataset.warning)) warning.remove();
  }
}

function benefit({ rules: { words, benefits, questions }, known }, { id, status, met, warnings, adviceFirst, instead }) {
  const article = html(benefits[id].html).firstChild;
  const part = (name) => article.querySelector(`[data-${name}]`);
  article.dataset.status = status;
  part("status-words").textContent = words[`q-status-${status}${adviceFirst ? "-advice-first" : ""}`];
  part("instead").hidden = status !== "other-route";
  part("ask").hidden = status === "other-route";
  if (benefits[id].adviceFirst && evaluate(benefits[id].adviceFirst, questions, known) === false) part("ask-first")?.remove();
  keepWays(part("instead").querySelector("ul"), instead);
  keepWarnings(article, warnings);
  for (const [name, truth] of Object.entries(met)) {
    const line = article.querySelector(`[data-condition="${name}"]`);
    line.dataset.met = { true: "yes", false: "no", null: "unknown" }[truth];
    if (benefits[id].conditions[name]) line.querySelector("[data-met-words]").textContent = words[`q-met-${line.dataset.met}`];
  }
  return article;
}

/** Of the other ways, those that may fit. */
function keepWays(list, instead) {
  [...list.children].forEach((way, n) => instead.includes(n) || way.remove());
  list.hidden = !instead.length;
}

/** Every paper once, from the advice and the rights shown, without those that cannot concern the reader. */
export function papersOf({ rules, known, found }) {
  const lists = [...found.advice.map(({ id }) => rules.advice[id].documents), ...found.benefits.filter(({ status }) => status !== "other-route").map(({ id }) => rules.benefits[id].documents)];
  const mayConcern = (id) => evaluate(rules.papers[id], rules.questions, known) !== false;
  return [...new Set(lists.flat())].filter(mayConcern);
}

function notCovered(view, id) {
  const item = html(view.rules.notCoveredHtml[id]).firstChild;
  for (const box of item.querySelectorAll("[data-for-role]")) {
    const names = deskNames(view, box.dataset.forRole).filter(({ textContent }) => !box.textContent.includes(textContent));
    const between = names.flatMap((name, n) => (n ? [view.rules.words.comma, name] : [name]));
    if (names.length) box.querySelector("[data-desk-names]").append(" (", ...between, ")");
  }
  return item;
}
