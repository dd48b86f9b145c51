// Which step an address shows, and which one comes before it. Knows questions and answers only.

import { applies, nextQuestion } from "./logic.js";

/** The question that `at` names where it applies, else the next one; undefined: the results. */
export function stepShown(questions, known, at) {
  const named = questions[at];
  return named && applies(named, questions, known) === true ? named : nextQuestion(questions, known);
}

/** The question asked before the one shown; undefined at the first. */
export function stepBefore(questions, known, shown) {
  const asked = Object.values(questions).filter((question) => !question.derived && applies(question, questions, known) === true);
  return shown ? asked[asked.indexOf(shown) - 1] : asked[asked.length - 1];
}
