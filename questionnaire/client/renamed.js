// Answers of earlier versions, told in today's words (questionnaire/renamed.yml): a shared link never dies.

export const has = (record, id) => Object.prototype.hasOwnProperty.call(record, id);

/** Whether a link may hold an answer to the question: it exists, and is not computed. */
export const isAsked = (questions, id) => has(questions, id) && !questions[id].derived;

/**
 * The parts of a link that are written in today's words, and the answers to which former ones lead: question →
 * options. Several former answers may become several options of one question; what became nothing is gone.
 */
export function inTodaysWords(parts, { renamed, questions }) {
  const former = {};
  const met = new Set(); // of two answers to one question the first counts: the second stays as it is, unknown
  const add = (id, option) => {
    former[id] = questions[id].kind === "many" ? [...(former[id] ?? []), option] : (former[id] ?? [option]);
  };
  const translate = (part) => {
    const { key, values } = part;
    if (key === "at") return step(part, renamed, questions);
    if (!has(renamed, key) || met.has(key)) return [part];
    met.add(key);
    const became = (value) => (has(renamed[key], value) ? renamed[key][value] : { [key]: value });
    const left = values.flatMap((value) => became(value)[key] ?? []);
    for (const [id, option] of values.flatMap((value) => Object.entries(became(value)))) if (id !== key) add(id, option);
    return left.length ? [{ ...part, values: left }] : [];
  };
  return { parts: parts.flatMap(translate), former };
}

/** A step at a former question is one at the question that took its place, if any. */
function step(part, renamed, questions) {
  const [id] = part.values;
  if (isAsked(questions, id) || !has(renamed, id)) return [part];
  const successors = Object.values(renamed[id]).flatMap((became) => Object.keys(became));
  return successors.slice(0, 1).map((successor) => ({ ...part, values: [successor] }));
}
