// Fills the letters to send while their writer types, and hands one over. The letter on the page is its own template:
// each place to fill in (data-gap) gets text, never HTML. Nothing typed leaves this page or is kept.

import { today } from "./deadlines.js";
import { markWrong } from "./dom.js";
import { copied, save } from "./handing.js";
import { fault, fileText, plain, refused, written } from "./letter.js";

const box = document.querySelector("[data-letters]");
const own = box.closest("[lang]").lang;
const desks = JSON.parse(box.querySelector("[data-desks]").textContent);
const letters = [...box.querySelectorAll("[data-model-letter]")];
/** What was typed, by the name of its control: a name written in one letter stands in the others too. */
const typed = { language: own === "nl" ? "nl" : "fr", "letter-date": today() };
/** What stands in a place that is not filled in, and what is said of it to who cannot see the dots. */
const blanks = new Map([...box.querySelectorAll("[data-gap]")].map((gap) => [gap, [gap.textContent, gap.nextElementSibling.textContent]]));
let current;

const fieldOf = (row) => ({ kind: row.dataset.kind, role: row.dataset.role, future: "future" in row.dataset });
const controls = (letter) => [...letter.querySelectorAll("form [name]")];
const shared = (control) => control.name !== "choice";
const choiceOf = (letter) => letter.querySelector("[name=choice]:checked")?.value;

// What a field becomes in the letter

function textOf(row, gap, language) {
  const name = row.dataset.field;
  const field = fieldOf(row);
  if (field.kind !== "desk") return written(field, typed[name] ?? "", language, today());
  const lines = typed[name] === "other" ? (typed[`${name}-other`] ?? "").trim().split("\n") : (desks[field.role][typed[name]]?.lines[language] ?? []);
  return "whole" in gap.dataset ? lines.join("\n") : (lines[0] ?? "");
}

function fillGap(gap, text) {
  const [dots, spoken] = blanks.get(gap);
  gap.textContent = text || dots;
  gap.nextElementSibling.textContent = text ? "" : spoken;
  gap.classList.toggle("filled", Boolean(text));
}

// The letter

function show(letter) {
  const choice = choiceOf(letter);
  const rows = new Map([...letter.querySelectorAll("[data-field]")].map((row) => [row.dataset.field, row]));
  for (const gap of letter.querySelectorAll("[data-gap]")) {
    fillGap(gap, textOf(rows.get(gap.dataset.gap), gap, gap.closest("article").lang));
  }
  const needed = new Set(["letter-date"]);
  for (const block of letter.querySelectorAll("[data-block]")) showBlock(block, choice, needed);
  for (const paper of letter.querySelectorAll("li[data-only]")) paper.hidden = !stands(paper, choice);
  for (const [name, row] of rows) row.hidden = !needed.has(name);
  showVersions(letter);
}

const stands = ({ dataset }, choice) => !choice || !dataset.only || dataset.only.split(" ").includes(choice);

/** A paragraph of another choice goes, and one whose optional field is empty; what it asks for is needed in the form. */
function showBlock(block, choice, needed) {
  const gaps = [...block.querySelectorAll("[data-gap]")];
  const chosen = stands(block, choice);
  if (chosen) for (const gap of gaps) needed.add(gap.dataset.gap);
  block.hidden = !chosen || ("optional" in block.dataset && gaps.some((gap) => !gap.classList.contains("filled")));
  const tick = block.querySelector("[data-tick]");
  if (tick) tick.hidden = Boolean(choice);
}

/** The letter in the language of the desk first; beside it the same in the language of the reader, where it differs. */
function showVersions(letter) {
  const list = letter.querySelector("[data-versions]");
  for (const version of list.querySelectorAll("[data-version]")) {
    const official = version.dataset.version === typed.language;
    version.hidden = !official && version.dataset.version !== own;
    for (const title of version.querySelectorAll("[data-title]")) title.hidden = (title.dataset.title === "official") !== official;
    if (official) list.prepend(version);
  }
}

const sheetOf = (letter) => letter.querySelector(`[data-version=${typed.language}] article`);

function textOfLetter(letter) {
  const copy = sheetOf(letter).cloneNode(true);
  for (const unseen of copy.querySelectorAll("[hidden], .spoken")) unseen.remove();
  return plain([...copy.querySelectorAll("[data-group]")].map((group) => [...group.children].map((block) => block.textContent)).filter((lines) => lines.length));
}

// The form

/** Say at a field what is wrong with it. While its writer is still typing (`settled` false) nothing is said yet. */
function sayFault(row, settled = true) {
  const control = row.querySelector("[name]");
  const { kind, role } = fieldOf(row);
  const incomplete = control.validity.badInput ? "wrong" : undefined;
  const found = incomplete ?? fault(fieldOf(row), control.value, today()) ?? (kind === "desk" && otherLanguage(role, control.value) ? "language" : undefined);
  const error = row.querySelector("[data-error]");
  if (found && !settled) return found;
  error.textContent = found ? error.dataset[found] : "";
  markWrong(control, found);
  return found;
}

const otherLanguage = (role, id) => desks[role][id]?.languages.length > 0 && !desks[role][id].languages.includes(typed.language);

/** Take over what was typed, and write it wherever the same is asked. */
function take(control) {
  if (shared(control)) {
    typed[control.name] = control.value;
    for (const other of letters.flatMap(controls)) if (other !== control && other.name === control.name) give(other);
  }
  for (const letter of letters) show(letter);
}

function give(control) {
  const value = typed[control.name];
  if (value === undefined || !shared(control)) return;
  if (control.type === "radio") control.checked = control.value === value;
  else control.value = value;
  const other = control.closest("[data-field]")?.querySelector("[data-other]");
  if (other && control.matches("select")) other.hidden = value !== "other";
}

function rowsOf(letter) {
  return [...letter.querySelectorAll("[data-field]:not([hidden])")];
}

/** Whether the letter may go; else the first day that cannot stand in it gets the focus, with its sentence. */
function mayGo(letter) {
  const wrong = rowsOf(letter).find((row) => refused(sayFault(row)));
  wrong?.querySelector("[name]").focus();
  return !wrong;
}

// What one does with it

const ACTIONS = {
  print: () => print(), // nothing tells whether paper came out: what was typed is not yet safe
  async copy(letter, said) {
    const done = await copied(textOfLetter(letter));
    said.textContent = done ? said.dataset.copied : said.dataset.copyFailed;
    if (done) release();
  },
  save(letter, said, button) {
    save(`${button.dataset.file}-${typed.language}.txt`, "text/plain;charset=utf-8", fileText(textOfLetter(letter)));
    said.textContent = said.dataset.saved;
    release();
  },
};

function act(letter, button) {
  const said = letter.querySelector("[data-said]");
  said.textContent = "";
  if (!mayGo(letter)) return;
  ACTIONS[button.dataset.action](letter, said, button);
}

/** The browser asks before a link or a closed page takes away what was typed and neither copied nor saved.
 * Only then is there a listener: with one, Firefox loads a page anew on the way back. */
const guard = () => addEventListener("beforeunload", ask);
const release = () => removeEventListener("beforeunload", ask);

function ask(event) {
  event.preventDefault();
  event.returnValue = true; // Chrome asks only then, before version 119
}

/** On paper an open letter stands alone, the last one used first; without one, the whole page, which page.js unfolds. */
addEventListener("beforeprint", () => {
  const letter = [current, ...letters].find((each) => each?.open && !("unfolded" in each.dataset));
  if (!letter) return;
  takeAway();
  const sheet = sheetOf(letter).cloneNode(true);
  sheet.classList.add("sheet");
  document.body.append(sheet);
  document.body.classList.add("alone");
});
addEventListener("afterprint", takeAway);

function takeAway() {
  document.body.querySelector(":scope > .sheet")?.remove();
  document.body.classList.remove("alone");
}

function follow() {
  const letter = document.getElementById(location.hash.slice(1));
  if (!letters.includes(letter)) return;
  current = letter;
  letter.open = true;
  letter.scrollIntoView();
}

function begin(letter) {
  for (const select of letter.querySelectorAll("select")) {
    const offered = Object.entries(desks[select.closest("[data-role]").dataset.role]);
    select.lastElementChild.before(...offered.map(([id, { lines }]) => new Option(lines[own][0], id)));
  }
  for (const folded of letter.querySelectorAll("[data-versions] > details")) folded.replaceWith(folded.querySelector("[data-version]"));
  for (const note of letter.querySelectorAll("[data-if-needed]")) note.remove();
  const form = letter.querySelector("form");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => {
    guard();
    take(target);
    give(target);
    const row = target.closest("[data-field]");
    if (row) sayFault(row, false);
  });
  form.addEventListener("change", () => rowsOf(letter).forEach((row) => sayFault(row)));
  letter.addEventListener("click", ({ target }) => {
    current = letter;
    const button = target.closest("button[data-action]");
    if (button) act(letter, button);
  });
  controls(letter).forEach(give);
  form.hidden = letter.querySelector("[data-tools]").hidden = false;
  show(letter);
}

letters.forEach(begin);
addEventListener("hashchange", follow);
follow();
