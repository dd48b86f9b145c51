// Shows what the answers lead to. Judges nothing: logic.js, derived.js and directory.js have decided.

import { daysBetween, isWeekend, lastDay } from "./deadlines.js";
import { complete, place, valid } from "./derived.js";
import { desks } from "./directory.js";
import { fill, html } from "./dom.js";
import { applies, results } from "./logic.js";
import { reasons } from "./reasons.js";

/** « label : value », as the language spaces it. */
const labelled = (rules, label, value) => fill(rules.words["q-labelled"], { label, value });

/** Build the results into `box`, for these answers on this day. */
export function showResults(box, rules, answers, day) {
  const known = complete(rules, answers, day);
  const view = { rules, answers, known, day, place: place(rules, known), found: results(rules, known), told: new Set() };
  const section = (name, content) => {
    const part = box.querySelector(`[data-part=${name}]`);
    part.hidden = content.length === 0;
    part.querySelector("[data-content]").replaceChildren(...content);
  };
  section("summary", summary(view));
  section("advice", view.found.advice.map((shown) => advice(view, shown)));
  section("dates", dates(view));
  section("benefits", view.found.benefits.map((shown) => benefit(view, shown)));
  section("papers", papers(view));
  section("not-covered", view.found.notCovered.map((id) => notCovered(view, id)));
  section("answers", given(view));
  box.querySelector("[data-as-of]").textContent = fill(rules.words["q-as-of"], { day: longDay(view, day) });
}

/** The titles of all advice, to see at once what there is and to jump there. */
function summary({ rules, found }) {
  return found.advice.map(({ id }) => {
    const item = document.createElement("li");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "link" });
    button.textContent = html(rules.advice[id].html).querySelector("h3").textContent;
    Object.assign(button.dataset, { action: "jump", to: id });
    item.append(button);
    return item;
  });
}

function advice(view, { id, warnings }) {
  const rule = view.rules.advice[id];
  const article = html(rule.html).firstChild;
  keepWarnings(article, warnings);
  because(view, article.querySelector("[data-because]"), rule.when);
  const date = deadline(view, rule);
  if (date) article.querySelector("[data-dates]").append(date);
  for (const box of article.querySelectorAll("[data-for-role]")) showDesks(view, box);
  return article;
}

function keepWarnings(article, warnings) {
  for (const warning of article.querySelectorAll("[data-warning]")) {
    if (!warnings.includes(warning.dataset.warning)) warning.remove();
  }
}

/** « Because you answered »: the answers on which the advice rests. Computed ones were never given. */
function because(view, line, when) {
  const { questions } = view.rules;
  const said = reasons(when, questions, view.known)
    .filter((id) => !questions[id].derived)
    .map((id) => reason(view, id));
  if (!said.length) return line.remove();
  const strong = document.createElement("b");
  strong.textContent = view.rules.words["q-because"];
  line.append(strong, ` ${said.join(" · ")}`);
}

/** An answer that says little by itself, such as « no », is told with its question. */
function reason(view, id) {
  const answer = answerWords(view, id);
  const clear = answer.length > 8 && !["unknown", "skip"].includes(view.known[id]);
  return clear ? answer : `${textOf(view.rules.questions[id].ask)} ${answer}`;
}

/** The answer to a question, in its own words. */
function answerWords({ rules, known }, id) {
  const { labels, kind } = rules.questions[id];
  const values = [known[id]].flat();
  if (kind === "date" && !labels[values[0]]) return longDay({ rules }, values[0]);
  if (kind === "municipality" && rules.places.municipalities[values[0]]) return rules.places.municipalities[values[0]].name;
  return values.map((value) => textOf(labels[value] ?? value)).join(", ");
}

const textOf = (markup) => html(String(markup)).textContent;

/** The day from which a piece of advice counts its deadline, and the last safe day; nothing without a day given. */
function countedTerm({ rules, known }, rule) {
  const start = rule.deadline && valid(rules, known)[rule.countedFrom];
  return start ? { start, end: lastDay(start, rules.deadlines[rule.deadline]) } : undefined;
}

const timeOf = (view, id, end) => `<time data-deadline="${id}" datetime="${end}">${longDay(view, end)}</time>`;

/** The date before which to act, with its rule; without a day given, the rule alone. */
function deadline(view, rule) {
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
  const note = fill(said["q-before-note"], { length: words.length, start: longDay(view, start) });
  box.append(html(`<p class="date">${sentence}</p><p><b>${words.name}</b>. ${note}</p><p class="fine">${words.starts}</p>`));
  if (words.shifts && isWeekend(end)) box.append(html(`<p class="warning">${fill(said["q-closed-day"], { day: longDay(view, end) })}</p>`));
  if (passed) box.append(html(`<p>${words.missed}</p>`));
  return box;
}

/** « in 2 days », as the language says it. */
const daysLeft = ({ rules, day }, end) => new Intl.RelativeTimeFormat(rules.language, { numeric: "auto" }).format(daysBetween(day, end), "day");

/** A day in words; French writes « 1er » for the first. */
function longDay({ rules }, day) {
  const locale = rules.language === "en" ? "en-GB" : rules.language;
  const words = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
  return rules.language === "fr" ? words.replace(/^1 /, "1er ") : words;
}

function showDesks(view, box) {
  const role = box.dataset.forRole;
  const { services, elsewhere } = desks(view.rules, role, view.place, view.rules.language);
  const list = box.querySelector("[data-desks]");
  for (const id of services) {
    list.append(view.told.has(id) ? folded(role, id, view.rules.services[id]) : desk(role, id, view.rules.services[id].html));
    view.told.add(id);
  }
  if (!elsewhere) return;
  const address = desk(role, role, view.rules.roles[role].html, placeName(view, role));
  if (services.length) address.prepend(html(`<p class="fine">${view.rules.words["q-elsewhere"]}</p>`));
  list.append(address);
}

/** A desk whose contacts stand further up already: its name, the rest on demand. */
function folded(role, id, { name, html: content }) {
  const box = desk(role, id, `<details><summary class="desk-again"></summary>${content}</details>`);
  box.querySelector(".desk-again").textContent = name;
  return box;
}

function desk(role, id, content, title) {
  const box = document.createElement("div");
  box.className = "desk";
  Object.assign(box.dataset, { service: id, role });
  box.append(html(content));
  if (title) box.querySelector(".desk-name").textContent = title;
  return box;
}

/** Outside Brussels the CPAS is named by its municipality. */
function placeName({ rules, place: { municipality } }, role) {
  if (role !== "cpas" || !municipality) return undefined;
  return fill(rules.words["q-cpas-of"], { place: rules.places.municipalities[municipality].name });
}

/** Every deadline once, however many pieces of advice count it. */
function dates(view) {
  const ends = new Map();
  for (const { id } of view.found.advice) {
    const rule = view.rules.advice[id];
    const counted = countedTerm(view, rule);
    if (counted && !ends.has(rule.deadline)) ends.set(rule.deadline, counted.end);
  }
  return [...ends].map(([id, end]) => {
    const item = document.createElement("li");
    const when = `${timeOf(view, id, end)} (${daysLeft(view, end)})`;
    item.append(html(labelled(view.rules, when, view.rules.deadlineWords[id].name)));
    return item;
  });
}

function benefit(view, { id, status, met, warnings }) {
  const { words, benefits } = view.rules;
  const article = html(benefits[id].html).firstChild;
  article.dataset.status = status;
  article.querySelector("[data-status-words]").textContent = words[`q-status-${status}`];
  article.querySelector("[data-instead]").hidden = status !== "other-route";
  article.querySelector("[data-ask]").hidden = status === "other-route";
  keepWarnings(article, warnings);
  for (const [name, truth] of Object.entries(met)) {
    const line = article.querySelector(`[data-condition="${name}"]`);
    line.dataset.met = { true: "yes", false: "no", null: "unknown" }[truth];
    if (benefits[id].conditions[name]) line.querySelector("[data-met-words]").textContent = words[`q-met-${line.dataset.met}`];
  }
  return article;
}

/** Every paper once, from the advice and the rights shown. */
function papers({ rules, found }) {
  const lists = [...found.advice.map(({ id }) => rules.advice[id].documents), ...found.benefits.filter(({ status }) => status !== "other-route").map(({ id }) => rules.benefits[id].documents)];
  return [...new Set(lists.flat())].map((id) => html(rules.documents[id]).firstChild);
}

function notCovered(view, id) {
  const item = html(view.rules.notCoveredHtml[id]).firstChild;
  for (const box of item.querySelectorAll("[data-for-role]")) {
    const { services } = desks(view.rules, box.dataset.forRole, view.place, view.rules.language);
    const names = services.map((service) => view.rules.services[service].name).filter((name) => !box.textContent.includes(name));
    if (names.length) box.querySelector("[data-desk-names]").textContent = ` (${names.join(", ")})`;
  }
  return item;
}

/** The answers that count, each with a way to change it. */
function given(view) {
  const { rules, known, answers } = view;
  return Object.values(rules.questions)
    .filter((question) => question.id in answers && applies(question, rules.questions, known) === true)
    .flatMap((question) => {
      const row = html("<div><dt></dt><dd></dd></div>").firstChild;
      row.querySelector("dt").append(html(question.ask));
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: rules.words["q-change"] });
      button.setAttribute("aria-label", fill(rules.words["q-change-answer"], { question: textOf(question.ask) }));
      Object.assign(button.dataset, { action: "change", question: question.id });
      row.querySelector("dd").append(`${answerWords(view, question.id)} `, button);
      return [row];
    });
}

