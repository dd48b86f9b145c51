// Answers that are computed, not asked. Twin of hooks/bonguichet/derived.py, with shared golden cases.

import { term } from "./deadlines.js";
import { applies } from "./logic.js";

const FUNCTIONS = {
  term(rules, question, counted, day) {
    const start = counted[question.uses[0]];
    return start === undefined ? "unknown" : term(start, question.length, day);
  },
  country(rules, question, counted) {
    const listed = rules.questions[question.uses[0]].values;
    return listed.includes(counted[question.uses[0]]) ? "abroad" : "belgium";
  },
  postal_place(rules, question, counted) {
    const code = counted[question.uses[0]];
    if (code === undefined) return "unknown";
    return ["unlisted", "one"][(rules.places.codes[code] ?? []).length] ?? "shared";
  },
  region(rules, question, counted) {
    return onlyRegion(rules, towns(rules, counted)) ?? "unknown";
  },
};

/** The answers with every derived one beside them, in the order of the questions. */
export function complete(rules, answers, day) {
  const found = Object.fromEntries(Object.entries(answers).filter(([id]) => id in rules.questions));
  for (const question of Object.values(rules.questions)) {
    if (question.derived) found[question.id] = FUNCTIONS[question.derived](rules, question, valid(rules, found), day);
  }
  return found;
}

/** The answers that count: those of questions that apply, and that say something. */
export function valid(rules, answers) {
  const says = (value) => value !== "unknown" && value !== "skip";
  return Object.fromEntries(
    Object.entries(answers).filter(([id, value]) => says(value) && applies(rules.questions[id], rules.questions, answers) === true),
  );
}

/** Where the person sleeps, as far as the answers tell. */
export function place(rules, answers) {
  const possible = towns(rules, valid(rules, answers));
  const municipality = possible.length === 1 ? possible[0] : undefined;
  return { municipality, region: onlyRegion(rules, possible) };
}

function towns(rules, counted) {
  const { codes, municipalities } = rules.places;
  const listed = codes[counted["postal-code"]] ?? [];
  const chosen = counted.municipality;
  return municipalities[chosen] && (!listed.length || listed.includes(chosen)) ? [chosen] : listed;
}

function onlyRegion(rules, possible) {
  const regions = new Set(possible.map((town) => rules.places.municipalities[town].region));
  return regions.size === 1 ? [...regions][0] : undefined;
}
