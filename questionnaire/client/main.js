// Starts the questionnaire: the address holds the state, every step is one entry of the history.

import { today } from "./deadlines.js";
import { complete } from "./derived.js";
import { html } from "./dom.js";
import { read, write } from "./fragment.js";
import { addEntry, changeEntry, hasLeft, offerLeaving } from "./leave.js";
import { partOf, rulesOf } from "./load.js";
import { readAnswer, showError, showQuestion, tellTicked } from "./question-view.js";
import { stepBefore, stepShown } from "./steps.js";

const root = document.querySelector("[data-questionnaire]");
const form = root.querySelector("[data-form]");
const box = root.querySelector("[data-results]");
const sheet = root.querySelector("[data-counter]");
const control = (action) => root.querySelector(`[data-action=${action}]`);

/** What was chosen at a step that lies ahead of the address: kept in memory to fill it in again. */
const drafts = {};
/** What comes after the rules: each by its name, as long as it is on the way. */
const coming = new Map();
const NOWHERE = { codes: {}, municipalities: {} };
let rules;
let view;
let state;
let shown;
let address;
let jumped;

async function start() {
  rules = { ...(await partOf(root, "rules")), places: NOWHERE };
  history.scrollRestoration = "manual"; // each step begins at its heading, also on the way back
  for (const move of ["popstate", "hashchange"]) addEventListener(move, () => moveOn());
  box.addEventListener("change", markBare);
  addEventListener("online", () => "broken" in document.documentElement.dataset && moveOn());
  root.addEventListener("click", ({ target, detail }) => {
    const control = target.closest("[data-action]");
    const action = control?.dataset.action;
    if (action !== "next" || detail < 2) ACTIONS[action]?.(control); // the second tap of two would answer the next question
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) ACTIONS.next();
  });
  await moveOn(false);
}

/** What is not here yet of these: a promise, or nothing where nobody has to wait. A failure may be tried again. */
function missing(names) {
  const waited = names.filter((name) => !isHere(name));
  for (const name of waited.filter((one) => !coming.has(one))) {
    coming.set(name, fetched(name).finally(() => coming.delete(name)));
  }
  return waited.length ? Promise.all(waited.map((name) => coming.get(name))) : undefined;
}

const isHere = (name) => (name === "places" ? rules.places !== NOWHERE : view);

/** The places, or what results need: the module that shows them, their texts with desks and style. */
async function fetched(name) {
  if (name === "places") return Object.assign(rules, await partOf(root, name));
  const [module, outcome] = await Promise.all([import("./results-view.js"), partOf(root, "outcome")]);
  document.head.append(html(`<style>${outcome.style}</style>`));
  Object.assign(rules, outcome);
  view = module;
}

const isBusy = () => root.hasAttribute("aria-busy");

const ACTIONS = {
  next() {
    if (isBusy()) return;
    const { answer, error } = readAnswer(form, shown, rules, today());
    if (error) showError(form, error);
    else give(answer);
  },
  skip: () => isBusy() || give("skip"),
  back() {
    if (history.state?.changed) return go(state.answers); // the steps before still hold the former answer
    if (history.state?.steps > 0) return history.back();
    const before = previous();
    if (before) go(state.answers, before.id);
  },
  change: (button) => go(state.answers, button.dataset.question),
  restart() {
    forget();
    box.querySelector("[data-without]").checked = false; // ticked, it would tell that an answer was a sensitive one
    go({});
  },
  async print() {
    if (!box.hidden && !staysBare()) await view.showCode(box);
    print();
  },
  counter() {
    step({ sheet: true });
    showSheet();
  },
  results: () => history.back(),
  calendar() {
    view.saveCalendar(box, rules, state.answers, today());
  },
  "download-case": () => view.saveCase(rules, state.answers, today()),
  jump(button) {
    view.takeTitle(button, step);
    showJump();
  },
};

/** Whether the paper is to leave the answers out. */
const staysBare = () => box.querySelector("[data-without]").checked;

/** Tell the style so: by :has() it would not know in an older browser, and print them. */
const markBare = () => box.toggleAttribute("data-bare", staysBare());

function forget() {
  for (const id of Object.keys(drafts)) delete drafts[id];
  state = shown = address = undefined;
}

function give(answer) {
  drafts[shown.id] = answer;
  const answers = { ...state.answers, [shown.id]: answer };
  if (shown.id in state.answers) keepChange(answers);
  go(answers);
}

/** Who changed an answer and comes back to its question finds the new one there. */
function keepChange(answers) {
  changeEntry({ ...history.state, changed: true }, write(answers, rules, shown.id));
}

/** One step: a new entry in the history. */
function go(answers, at) {
  step({}, write(answers, rules, at));
  moveOn("tapped");
}

/** After a tap or a move in the history; without what it needs the reader is told, and may try again. */
async function moveOn(moved = true) {
  try {
    await show(moved);
    showJump();
    showSheet();
  } catch (error) {
    broken();
    throw error;
  }
}

function broken() {
  document.documentElement.dataset.broken = "";
  opened();
  root.querySelector(".broken").scrollIntoView({ block: "center" }); // the button that was tapped may stand far below
}

/** What overrides/orientation.js hid when a link was opened shows, without moving what stands below. */
function opened() {
  if (document.documentElement.dataset.opening) document.documentElement.dataset.opening = "done";
}

const step = (what, address) => addEntry({ steps: (history.state?.steps ?? 0) + 1, ...what }, address);

/** Show what the address says; a move that fires two events is shown once, and one that another overtakes not at all. */
async function show(moved) {
  if (hasLeft() || (moved && location.hash === address)) return;
  const aim = (address = location.hash);
  const day = today();
  let reached = stepAt(aim, day);
  for (let waiting; (waiting = missing(neededFor(reached))); reached = stepAt(aim, day)) {
    root.setAttribute("aria-busy", "true");
    try {
      await waiting;
    } catch (error) {
      if (address === aim) address = undefined;
      throw error;
    } finally {
      root.removeAttribute("aria-busy");
    }
    if (hasLeft() || address !== aim) return;
  }
  delete document.documentElement.dataset.broken;
  opened();
  const { known } = reached;
  ({ state, shown } = reached);
  Object.assign(drafts, state.answers);
  root.dataset.view = shown ? "question" : "results";
  form.hidden = !shown;
  box.hidden = Boolean(shown);
  if (shown) ask(known);
  else {
    view.showResults(box, rules, state.answers, day, moved !== true && broken);
    markBare();
  }
  document.documentElement.toggleAttribute("data-begun", !shown || !control("back").hidden); // :has() would look through the page at each tap
  for (const button of root.querySelectorAll("[data-action]")) button.disabled = false;
  document.dispatchEvent(new Event("shown"));
  showNotes();
  if (moved) focusHeading();
  else if (shown && location.hash) openAtQuestion();
  if (location.hash) missing(["results", ...(isOfPlace(shown) ? ["places"] : [])])?.catch(() => {}); // they come while the reader answers
}

/** A link may open at any question, also at one that it answers. */
function openAtQuestion() {
  if (shown.kind === "many" && shown.id in state.answers) tellTicked(form, shown, state.answers[shown.id], rules.words);
  beginning().scrollIntoView();
}

/** The answers of a fragment, with computed ones, and the question to show; none: the results. */
function stepAt(fragment, day) {
  const found = read(fragment, rules, day);
  const known = complete(rules, found.answers, day);
  return { state: found, known, shown: stepShown(rules.questions, known, found.at) };
}

const isOfPlace = (question) => ["postal-code", "municipality"].includes(question?.kind);

/** What a step cannot be shown without. Before places are here, what is unknown in a link may be one. */
function neededFor({ state: { answers, ignored }, shown: asked }) {
  const ofPlace = ignored.length || asked?.kind === "municipality" || Object.keys(answers).some((id) => isOfPlace(rules.questions[id]));
  return [...(ofPlace ? ["places"] : []), ...(asked ? [] : ["results"])];
}

function ask(known) {
  const answer = shown.id in drafts ? drafts[shown.id] : undefined;
  showQuestion(form, shown, rules, answer, known);
  control("back").hidden = !stepBefore(rules.questions, known, shown);
  control("skip").hidden = !shown.values.includes("skip");
}

const previous = () => stepBefore(rules.questions, complete(rules, state.answers, today()), shown);

/** Say what the link held that we left out, and whether the rules have changed since. */
function showNotes() {
  const { ignored, otherRules } = state;
  const notes = root.querySelector("[data-notes]");
  notes.replaceChildren();
  const few = ignored.slice(0, 5).map((part) => part.slice(0, 40));
  if (few.length) note(notes, "ignored", `${rules.words["q-ignored"]} ${few.join(", ")}${ignored.length > 5 ? ", …" : ""}`);
  if (otherRules) note(notes, "rulesChanged", rules.words["q-rules-changed"]);
  notes.hidden = !notes.childElementCount;
}

function note(notes, kind, text) {
  const line = notes.appendChild(document.createElement("p"));
  line.dataset[kind] = "";
  line.textContent = text;
}

/** The sheet for a desk stands in place of the results while the history says so. */
function showSheet() {
  if (hasLeft()) return;
  const wanted = !shown && Boolean(history.state?.sheet);
  if (wanted !== sheet.hidden) return;
  sheet.hidden = !wanted;
  box.hidden = Boolean(shown) || wanted;
  document.documentElement.toggleAttribute("data-alone", wanted);
  if (!wanted) return shown || control("counter").focus();
  view.showSheet(sheet, rules, state.answers, (language) => rulesOf(root, { language }));
}

/** The piece of advice that was taken from the list of all, while the history says so; then the list again. */
function showJump() {
  const to = history.state?.advice;
  if (!shown && (to || jumped)) view.showJump(box, to, jumped);
  jumped = to;
}

function focusHeading() {
  (shown ? form : box).querySelector("h2").focus({ preventScroll: true });
  beginning().scrollIntoView();
}

/** Where a step begins for the eye: at its heading; for who may be in danger, at the numbers to call. */
function beginning() {
  const inDanger = Object.entries(state.answers).some(([id, values]) => rules.questions[id].urgent?.some((value) => values.includes(value)));
  return inDanger ? document.querySelector("[data-danger]") : (shown ? form : box).querySelector("h2");
}

offerLeaving(document.querySelector("[data-action=leave]"), forget);
start().catch((error) => {
  broken();
  throw error;
});
