// Shows the reader's answers in their own words: as reasons of a piece of advice, and as a list to change them.

import { longDay } from "./days.js";
import { fill, html, textOf } from "./dom.js";
import { applies } from "./logic.js";
import { reasons } from "./reasons.js";

/** « Because you answered »: the answers on which the advice rests. Computed ones were never given. */
export function because({ rules, known }, line, when) {
  const said = Object.entries(reasons(when, rules.questions, known))
    .filter(([id]) => !rules.questions[id].derived)
    .map(([id, values]) => reason(rules, id, values));
  if (!said.length) return line.remove();
  const strong = document.createElement("b");
  strong.textContent = rules.words["q-because"];
  line.append(strong, ` ${said.join(" · ")}`);
}

/** An answer in its own words, which say enough by themselves; one that tells nothing is told with what it is about. */
export function reason(rules, id, values) {
  const answer = answerWords(rules, id, values);
  const silent = ["unknown", "skip"].includes(values[0]);
  return silent ? fill(rules.words["q-labelled"], { label: textOf(rules.questions[id].name), value: answer }) : answer;
}

/** Answers to a question, in its own words. */
export function answerWords(rules, id, values) {
  const { labels, kind } = rules.questions[id];
  if (kind === "date" && !labels[values[0]]) return longDay(rules, values[0]);
  if (kind === "municipality" && rules.places.municipalities[values[0]]) return rules.places.municipalities[values[0]].name;
  return values.map((value) => textOf(labels[value] ?? value)).join(" · ");
}

/** Whether an answer to a question could harm who gives it, in the wrong hands. */
export const couldHarm = ({ sensitive = [] }, values) => [values].flat().some((value) => sensitive.includes(value));

/** The questions whose answers count, in their order. */
export function answered({ rules, known, answers }) {
  return Object.values(rules.questions).filter((question) => question.id in answers && applies(question, rules.questions, known) === true);
}

/** The answers that count, each with a way to change it. */
export function given(view) {
  const { rules, known } = view;
  return answered(view).map((question) => {
    const row = html("<div><dt></dt><dd></dd></div>").firstChild;
    row.querySelector("dt").append(html(question.ask));
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: rules.words["q-change"] });
    button.setAttribute("aria-label", fill(rules.words["q-change-answer"], { question: textOf(question.ask) }));
    Object.assign(button.dataset, { action: "change", question: question.id });
    row.querySelector("dd").append(`${answerWords(rules, question.id, [known[question.id]].flat())} `, button);
    return row;
  });
}
