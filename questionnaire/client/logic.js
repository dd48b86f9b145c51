// Three-valued logic over the answers. Twin of hooks/bonguichet/logic.py: both must agree on every
// example. Knows questions and answers only; no page, no date, no desk.
// true is yes, false is no, null is unknown.

/** What answers nothing: no answer, an empty list, « I don't know », « skip ». */
const SILENT = [undefined, "unknown", "skip"];

export const URGENCIES = ["today", "deadline", "soon", "info"];

/** Kleene's and: no if one is no, yes if all are yes, else unknown. */
export function every(values) {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

/** Kleene's or: yes if one is yes, no if all are no, else unknown. */
export function some(values) {
  if (values.includes(true)) return true;
  return values.includes(null) ? null : false;
}

/** Judge a test as exported by the build; no test at all holds. */
export function evaluate(test, questions, answers) {
  if (!test) return true;
  if (test.is) return compare(questions[test.is[0]], test.is[1], questions, answers);
  if (test.not) return negate(evaluate(test.not, questions, answers));
  const judge = (part) => evaluate(part, questions, answers);
  return test.all ? every(test.all.map(judge)) : some(test.any.map(judge));
}

const negate = (truth) => (truth === null ? null : !truth);

/** A question that does not apply: no; one that is not asked: unknown. */
function compare(question, options, questions, answers) {
  const asked = applies(question, questions, answers);
  return asked === true ? matches(answers[question.id], options) : asked;
}

/** Unknown and skip count only when a test lists them by name. */
function matches(answer, options) {
  const chosen = Array.isArray(answer) ? answer : [answer];
  if (chosen.some((value) => options.includes(value))) return true;
  return SILENT.includes(chosen[0]) ? null : false;
}

/** Whether the question is asked, given the answers to earlier ones. */
export function applies(question, questions, answers) {
  return evaluate(question.when, questions, answers);
}

/** The first question that applies and has no answer, or undefined: the results can be shown. */
export function nextQuestion(questions, answers) {
  return Object.values(questions).find(
    (question) => !question.derived && !(question.id in answers) && applies(question, questions, answers) === true,
  );
}

/**
 * What the answers lead to: advice by urgency (the fallback last), rights, and what was not looked at. A right says
 * whether asking comes after advice on the residence, and which other ways may fit, by their place.
 */
export function results(rules, answers) {
  const { questions } = rules;
  const judge = (when) => evaluate(when, questions, answers);
  const mayApply = (warning) => judge(rules.warnings[warning]) !== false;
  const shown = Object.entries(rules.advice).filter(([, advice]) => judge(advice.when) === true);
  return {
    advice: shown
      .sort(([, a], [, b]) => rank(questions, a, answers) - rank(questions, b, answers))
      .map(([id, advice]) => ({ id, warnings: advice.warnings.filter(mayApply) })),
    benefits: Object.entries(rules.benefits)
      .filter(([, benefit]) => judge(benefit.when) !== false)
      .map(([id, benefit]) => ({ ...judgeBenefit(id, benefit, judge), warnings: benefit.warnings.filter(mayApply) })),
    notCovered: Object.keys(rules.notCovered).filter((id) => judge(rules.notCovered[id]) !== false),
  };
}

/** The fallback last; where life or safety is at stake first, then what presses, then by urgency: the smaller, the sooner. */
export function rank(questions, { fallback, safety, pressing: test, urgency }, answers) {
  const pressing = Boolean(test) && evaluate(test, questions, answers) === true;
  return Number([fallback, !safety, !pressing].map(Number).join("") + URGENCIES.indexOf(urgency));
}

function judgeBenefit(id, benefit, judge) {
  const met = {};
  for (const [name, test] of Object.entries(benefit.conditions)) met[name] = test ? judge(test) : null;
  const tested = Object.keys(met).filter((name) => benefit.conditions[name]);
  const verdict = tested.length ? every(tested.map((name) => met[name])) : null;
  const other = verdict === false;
  const ways = benefit.instead.flatMap((when, n) => (judge(when) === false ? [] : [n]));
  return {
    id,
    status: { true: "ask", false: "other-route", null: "check" }[verdict],
    met,
    adviceFirst: !other && benefit.adviceFirst !== null && judge(benefit.adviceFirst) === true,
    instead: other ? ways : [],
  };
}
