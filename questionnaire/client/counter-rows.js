// What the sheet for a desk says, row by row, in the language of the rules it is handed. Rows come from rules by their id:
// in another language the same rows stand in the same order. Knows no page.

import { answered, reason } from "./answers-view.js";
import { clockOf, counted } from "./dates-view.js";
import { longDay } from "./days.js";
import { sentence } from "./deadline-box.js";
import { desks } from "./directory.js";
import { fill, html, textOf } from "./dom.js";
import { reasons } from "./reasons.js";
import { papersOf } from "./results-view.js";

/** The languages of the desks: who reads another may need an interpreter. */
const OFFICIAL = ["fr", "nl"];

/** The roles to which the advice sends and of which one asks something, in the order of the advice, also where the address
 * of the desk is not ours to give; those that reveal why one comes stand last. */
export function placesToGo(view) {
  const { rules, place, found } = view;
  const sent = [...new Set(found.advice.flatMap(({ id }) => rules.advice[id].roles))];
  const asks = (role) => Boolean(rules.roles[role].asked) || requests(concerned(view, role), role).length > 0;
  const isThere = ({ services, elsewhere }) => elsewhere || services.length > 0;
  return sent
    .filter((role) => asks(role) && isThere(desks(rules, role, place, rules.language)))
    .sort((one, other) => Boolean(rules.roles[one].reveals) - Boolean(rules.roles[other].reveals));
}

/** Of two official languages, the one to offer first: the only one that the desks say they speak, else the first. */
export function languageOf({ rules, place }, role, offered) {
  const spoken = desks(rules, role, place, rules.language).services.flatMap((id) => rules.services[id].languages);
  return (spoken.length && offered.find((code) => spoken.includes(code))) || offered[0];
}

/**
 * The answers one may tell at a desk, by question and value. `told`: whether it stands on the sheet before the reader
 * chooses; only what its advice rests on, and never an answer that one may skip, that could harm in the wrong hands or that
 * says little.
 */
export function tellable(view, role) {
  const { rules, known } = view;
  const needed = concerned(view, role).found.advice.map(({ id }) => reasons(rules.advice[id].when, rules.questions, known));
  return answered(view)
    .filter(({ kind }) => kind !== "date")
    .flatMap(({ id, values }) =>
      [known[id]].flat().filter((value) => tells(rules.questions[id], value)).map((value) => ({
        id: `${id}=${value}`,
        text: said(rules, id, value),
        told: !values.includes("skip") && !keptBack(rules.questions[id]).includes(value) && needed.some((answers) => answers[id]?.includes(value)),
      })),
    );
}

/** Whether an answer says something by itself: « none of these » does not, where these are what one may rather keep. */
const tells = ({ sensitive }, value) => !["unknown", "skip"].includes(value) && !(value === "none" && sensitive);

const keptBack = ({ sensitive = [], unclear = [] }) => [...sensitive, ...unclear];

/** An answer as one says it at a desk: where one sleeps is no question. */
function said(rules, id, value) {
  const { kind, labels } = rules.questions[id];
  if (!["postal-code", "municipality"].includes(kind) || labels[value]) return reason(rules, id, [value]);
  const towns = kind === "municipality" ? [value] : (rules.places.codes[value] ?? []);
  const name = towns.length === 1 ? rules.places.municipalities[towns[0]].name : "";
  const place = kind === "municipality" ? name : `${value} ${name}`.trim();
  return fill(rules.words["sheet-place"], { place });
}

/** The parts of the sheet, those without a row left out; `told` holds the ids of the answers to tell, `reader` the reader's language. */
export function partsOf(view, role, told, reader) {
  const { words, languageNames } = view.rules;
  const here = concerned(view, role);
  const spoken = { id: "spoken", text: fill(words["sheet-spoken"], { language: languageNames[reader] }) };
  const parts = {
    name: [{ id: "name", text: words["sheet-name"], blank: true }, ...(OFFICIAL.includes(reader) ? [] : [spoken])],
    ask: requests(here, role),
    situation: tellable(view, role).filter(({ id }) => told.has(id)),
    dates: [...given(here), ...(here.rules.roles[role].decides ? [] : terms(here))],
    papers: papersOf(here).map((id) => ({ id: `paper-${id}`, text: `☐ ${html(view.rules.documents[id]).querySelector("b").textContent}` })),
    written: [
      { id: "written", text: words[role === "cpas" ? "sheet-written-cpas" : "sheet-written"] },
      { id: "reply", text: words["sheet-reply"], blank: true },
    ],
  };
  return Object.entries(parts).filter(([, rows]) => rows.length).map(([id, rows]) => ({ id, title: words[`sheet-part-${id}`], rows }));
}

/** The results narrowed to one role: the advice that sends there, the rights on which it decides and that may be asked at once. */
function concerned(view, role) {
  const { rules, found } = view;
  return {
    ...view,
    found: {
      advice: found.advice.filter(({ id }) => rules.advice[id].roles.includes(role)),
      benefits: found.benefits.filter(({ id, status, adviceFirst }) => rules.benefits[id].decides === role && status !== "other-route" && !adviceFirst),
    },
  };
}

const titleOf = (markup) => html(markup).querySelector("h3").textContent;

const requests = (here, role) => [...rights(here), ...asked(here, role)];

function rights({ rules, found }) {
  return found.benefits.map(({ id }) => ({ id: `benefit-${id}`, text: titleOf(rules.benefits[id].html) }));
}

/** What the advice says to ask this desk for; else what anybody comes here for. Never what the advice tells the reader:
 * that they may be late, or what to do against a decision, is not for whoever decides. */
function asked({ rules, found }, role) {
  const said = found.advice.flatMap(({ id }) => {
    const text = rules.advice[id].asked[role];
    return text ? [{ id: `advice-${id}`, text: textOf(text) }] : [];
  });
  const usual = rules.roles[role].asked;
  return said.length || !usual ? said : [{ id: `role-${role}`, text: textOf(usual) }];
}

/** The days that the reader gave for this advice. */
function given(here) {
  const { rules, known, answers, found } = here;
  const from = found.advice.map(({ id }) => clockOf(here, rules.advice[id])?.from);
  return answered({ rules, known, answers })
    .filter(({ id, kind }) => kind === "date" && from.includes(id) && /^\d/.test(known[id]))
    .map(({ id, name }) => ({ id: `day-${id}`, text: fill(rules.words["q-labelled"], { label: textOf(name), value: longDay(rules, known[id]) }) }));
}

/** The dates that follow from them. */
function terms(here) {
  const { rules, day } = here;
  return counted(here).map(({ id, ...reckoned }) => ({
    id: `deadline-${id}`,
    text: textOf(rules.deadlineWords[id].name),
    more: textOf(sentence(rules, id, reckoned, day)),
  }));
}
