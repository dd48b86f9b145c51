// What the link of this page can hold, and what each version of it tells whoever opens it, in words. Shows nothing.

import { answerWords, couldHarm } from "./answers-view.js";
import { today } from "./deadlines.js";
import { textOf } from "./dom.js";
import { read, write } from "./fragment.js";
import { rulesOf } from "./load.js";

/** The versions of this page's link, the fullest first: what stands after the address, and the answers it tells. */
export async function versions() {
  const questionnaire = document.querySelector("[data-questionnaire]");
  if (questionnaire) return versionsOfAnswers(location.hash, await rulesOf(questionnaire, { parts: ["places"] }), today());
  if (!location.hash.includes("=")) return [{ id: "all", hash: location.hash, told: [] }];
  return [{ id: "all", hash: location.hash, told: chosen(location.hash.slice(1)) }, { id: "none", hash: "", told: [] }];
}

/** The version to begin with: a hasty tap hands on no answer that could harm, and never more than the situation. */
export function begun(links) {
  if (links[0].told.some(({ sensitive }) => sensitive)) return "none";
  return links.some(({ id }) => id === "situation") ? "situation" : links[0].id;
}

/** With all answers, with the situation alone, and with none. What the link does not say in words, it does not hold. */
export function versionsOfAnswers(fragment, rules, day) {
  const { answers, at } = read(fragment, rules, day);
  const { situation } = answers;
  const found = [{ id: "all", hash: write(answers, rules, at), told: told(answers, rules) }];
  if (situation && Object.keys(answers).length > 1) found.push({ id: "situation", hash: write({ situation }, rules), told: told({ situation }, rules) });
  if (found[0].told.length) found.push({ id: "none", hash: "", told: [] });
  else found[0].hash = "";
  return found;
}

/** Every answer in words, also one that no longer counts: it stands in the link. What could harm comes first. */
function told(answers, rules) {
  const lines = Object.values(rules.questions)
    .filter(({ id }) => id in answers)
    .map((question) => {
      const values = [answers[question.id]].flat();
      return { asked: textOf(question.ask), answer: answerWords(rules, question.id, values), sensitive: couldHarm(question, values) };
    });
  return [...lines.filter(({ sensitive }) => sensitive), ...lines.filter(({ sensitive }) => !sensitive)];
}

/** What was chosen in the controls of a list, in their own words. */
function chosen(fragment) {
  return [...new URLSearchParams(fragment)].map(([name, value]) => {
    const control = document.querySelector(`main [name="${CSS.escape(name)}"]`);
    const option = [...(control?.options ?? [])].find((one) => one.value === value);
    return { asked: control?.labels?.[0]?.textContent ?? name, answer: option?.textContent ?? value, sensitive: false };
  });
}
