// Why a piece of advice shows: the answers on which it rests. Knows tests; judges with logic.js.

import { evaluate } from "./logic.js";

/** The questions whose answers make parts of the test hold, in the order written. */
export function reasons(test, questions, answers) {
  if (!test) return [];
  if (test.is) return evaluate(test, questions, answers) === true ? [test.is[0]] : [];
  if (test.not) return [];
  return [...new Set((test.all ?? test.any).flatMap((part) => reasons(part, questions, answers)))];
}
