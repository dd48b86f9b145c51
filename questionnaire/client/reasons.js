// Why a piece of advice shows: the answers on which it rests. Knows tests; judges with logic.js.

import { evaluate } from "./logic.js";

/** The questions whose answers make parts of the test hold, in the order written, each with the answers that do. */
export function reasons(test, questions, answers) {
  if (!test || test.not || (test.is && evaluate(test, questions, answers) !== true)) return {};
  if (test.is) {
    const [id, options] = test.is;
    return { [id]: [answers[id]].flat().filter((value) => options.includes(value)) };
  }
  const found = {};
  for (const part of test.all ?? test.any) {
    for (const [id, values] of Object.entries(reasons(part, questions, answers))) found[id] = [...new Set([...(found[id] ?? []), ...values])];
  }
  return found;
}
