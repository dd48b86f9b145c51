// The sheet to show at a desk: the reader's language beside that of the desk. Loaded at the first tap; counter-rows.js says
// what stands on it, here it is put into the page. Nothing but the rules of the other language is fetched.

import { languageOf, partsOf, placesToGo, tellable } from "./counter-rows.js";
import { today } from "./deadlines.js";
import { fill, html } from "./dom.js";
import { viewOf } from "./results-view.js";

/** The rules of other languages, once asked for. */
const others = new Map();

/** Make the sheet of these answers in `panel`; `load` fetches the rules of a language. */
export async function open(panel, rules, answers, load) {
  const view = viewOf(rules, answers, today());
  const desk = panel.querySelector("select");
  const offered = [...panel.querySelectorAll("[name=sheet-language]")];
  const chosen = { answers: {}, language: undefined };

  desk.replaceChildren(...placesToGo(view).map((role) => new Option(html(rules.roles[role].name).textContent, role)));
  desk.parentElement.hidden = desk.length < 2;
  panel.onchange = ({ target }) => {
    if (target.name === "sheet-language") chosen.language = target.value;
    if (target.name === "sheet-tell") chosen.answers[target.value] = target.checked;
    if (target === desk) offer();
    draw().catch(() => say(rules.words["sheet-failed"]));
  };

  const say = (sentence) => (panel.querySelector("[data-said]").textContent = sentence);
  const wanted = () => offered.find(({ checked }) => checked).value;
  const told = () => new Set([...panel.querySelectorAll("[name=sheet-tell]:checked")].map(({ value }) => value));

  /** What may be chosen for this desk: its language, the answers to tell, and what to know before showing any. */
  function offer() {
    const language = chosen.language ?? languageOf(view, desk.value, offered.map(({ value }) => value));
    for (const input of offered) input.checked = input.value === language;
    const box = panel.querySelector("[data-tell]");
    for (const old of box.querySelectorAll("label")) old.remove();
    const answersToTell = tellable(view, desk.value);
    box.append(...answersToTell.map((answer) => tick(answer, chosen.answers[answer.id] ?? answer.told)));
    box.hidden = !answersToTell.length;
    panel.querySelector("[data-warnings]").replaceChildren(...warnings(view, desk.value));
  }

  async function draw() {
    const language = wanted();
    if (!others.has(language)) others.set(language, await load(language));
    if (language !== wanted()) return; // another was chosen while this one came
    const both = [view, viewOf(others.get(language), answers, view.day)];
    const [mine, theirs] = both.map((each) => partsOf(each, desk.value, told(), rules.language));
    const speakers = both.map((each) => each.rules);
    let number = 0;
    const parts = mine.map((part, at) => {
      const rows = part.rows.map((row, n) => line(row.id, (number += 1), speakers, [row, theirs[at].rows[n]]));
      return section(part.id, speakers, [part.title, theirs[at].title], rows);
    });
    panel.querySelector("[data-sheet]").replaceChildren(heading(speakers, desk.value), ...parts, ending(speakers));
    say(fill(rules.words["sheet-ready"], { count: number }));
  }

  offer();
  await draw();
}

function element(name, values = {}, ...content) {
  const found = Object.assign(document.createElement(name), values);
  found.append(...content);
  return found;
}

/** The same words in both languages, each said to be in its own. */
function pair(name, speakers, contents) {
  const cells = contents.map((content, at) => element("div", { lang: speakers[at].language, dir: speakers[at].direction }, ...[content].flat()));
  return element(name, { className: "pair" }, ...cells);
}

function heading(speakers, role) {
  const names = speakers.map(({ languageName, roles }) => [element("span", { className: "fine" }, languageName), element("b", {}, html(roles[role]?.name ?? "").textContent)]);
  return pair("div", speakers, names);
}

function section(id, speakers, titles, rows) {
  const list = element("ol", {}, ...rows);
  const found = element("section", {}, pair("h3", speakers, titles), list);
  found.dataset.sheetPart = id;
  return found;
}

function line(id, number, speakers, rows) {
  const item = pair("li", speakers, rows.map(({ text, more, blank }) => [
    element("p", {}, element("span", { className: "number" }, `${number}.`), ` ${text}`),
    ...(more ? [element("p", { className: "fine" }, more)] : []),
    ...(blank ? [element("p", { className: "blank" })] : []),
  ]));
  item.dataset.row = id;
  return item;
}

const ending = (speakers) => pair("div", speakers, speakers.map(({ words }) => element("p", { className: "fine" }, words["sheet-limits"])));

function tick({ id, text }, checked) {
  const option = html('<label class="option"><input type="checkbox" name="sheet-tell"> <span></span></label>').firstChild;
  Object.assign(option.querySelector("input"), { value: id, checked });
  option.querySelector("span").textContent = text;
  return option;
}

/** The warnings of the advice that sends to this desk: for the reader, not for the sheet. */
function warnings({ rules, found }, role) {
  const shown = new Map();
  for (const { id, warnings: kept } of found.advice.filter((each) => rules.advice[each.id].roles.includes(role))) {
    for (const warning of html(rules.advice[id].html).querySelectorAll("[data-warning]")) {
      if (kept.includes(warning.dataset.warning)) shown.set(warning.dataset.warning, warning);
    }
  }
  return [...shown.values()];
}
