// The answers and what came out, as a case for questionnaire/cases/: codes only, no word of the reader;
// what to fill in is said in the language of the rules.

import { complete } from "./derived.js";
import { fill } from "./dom.js";
import { applies, results } from "./logic.js";

/** What YAML would take for a number, a yes or a nothing. */
const NOT_TEXT = /^(\d+|y|n|yes|no|on|off|true|false|null)$/;
const code = (value) => (NOT_TEXT.test(value) ? JSON.stringify(value) : value);
const list = (codes) => `[${codes.map(code).join(", ")}]`;

/** The case as YAML. Answers to questions that do not apply are left out: nobody sees them in the results. */
export function caseFile(rules, answers, day) {
  const known = complete(rules, answers, day);
  const { advice, benefits } = results(rules, known);
  const given = Object.values(rules.questions).filter((question) => question.id in answers && applies(question, rules.questions, known) === true);
  const once = (codes) => [...new Set(codes)];
  const lines = given.map(({ id, kind }) => `    ${id}: ${answer(kind, answers[id])}`);
  const judged = benefits.map(({ id, status }) => `${id}: ${status}`);
  const { words } = rules;
  return `# ${fill(words["q-case-head"], { version: rules.version })}
case-id-to-choose: # ${words["q-case-id"]}
  story: "" # ${words["q-case-story"]}
  source: "" # ${words["q-case-source"]}
  as_of: "" # ${words["q-case-as-of"]}
  today: ${day}
  answers:
${lines.join("\n")}
  roles: ${list(once(advice.flatMap(({ id }) => rules.advice[id].roles)))}
  advice: ${list(advice.map(({ id }) => id))}
  warnings: ${list(once([...advice, ...benefits].flatMap(({ warnings }) => warnings)))}
  benefits: {${judged.join(", ")}}
`;
}

/** A day stands without quotes; one option of several is a list. */
const answer = (kind, value) => (Array.isArray(value) ? list(value) : kind === "date" ? value : code(value));
