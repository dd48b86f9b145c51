// Shows one question and reads its answer. The only place that knows how a question looks.

import { latinDigits } from "./digits.js";
import { afterPaint, fill, html, markWrong, textOf } from "./dom.js";
import { accepts } from "./fragment.js";

/** Put the question into the form, unless the page already holds it, with the answer given before. */
export function showQuestion(form, question, rules, answer, answers) {
  if (form.querySelector("fieldset")?.dataset.question !== question.id) {
    form.querySelector("fieldset")?.remove();
    form.prepend(html(question.html));
  }
  if (question.kind === "municipality") offerPlaces(form, question, rules, answers, answer);
  if (question.letters) tellLetters(form.querySelector("[data-letters]"), question, answers);
  restore(form, question, answer);
  form.querySelector("[data-ticked]")?.remove();
  clearError(form);
  form.oninput = (event) => keepExclusive(form, event.target); // not onchange: Enter fires it after the error was shown
}

function restore(form, question, answer) {
  if (answer === undefined) return;
  const chosen = [answer].flat();
  for (const input of form.querySelectorAll("input[type=radio], input[type=checkbox]")) input.checked = chosen.includes(input.value);
  const free = form.querySelector("[data-free]");
  if (free && !question.values.includes(answer)) free.value = answer;
}

/** A link opens at a question with an answer ticked: say which, since it may stand far below, and that others may be too. */
export function tellTicked(form, { labels }, answer, words) {
  const line = document.createElement("p");
  line.dataset.ticked = "";
  line.textContent = fill(words["q-ticked"], { answers: [answer].flat().map((value) => textOf(labels[value])).join(" · ") });
  form.querySelector("[data-error]").before(line);
}

/** « None », « I don't know » and a free field exclude the other answers. */
function keepExclusive(form, changed) {
  clearError(form);
  const inputs = [...form.querySelectorAll("input[type=checkbox], input[type=radio]")];
  const free = form.querySelector("[data-free]");
  if (changed === free) for (const input of inputs) input.checked = false;
  else if (changed.checked && free) free.value = "";
  if (changed.type !== "checkbox" || !changed.checked) return;
  for (const input of inputs) {
    if (input !== changed && (changed.hasAttribute("data-alone") || input.hasAttribute("data-alone"))) input.checked = false;
  }
}

/** Where the date stands on the letters that the reader named, each once. */
function tellLetters(box, { letters, lettersOf, letterHtml }, answers) {
  const named = [answers[lettersOf]].flat().flatMap((option) => letters[option] ?? []);
  box.replaceChildren(...[...new Set(named)].map((id) => html(letterHtml[id])));
}

/** Two or three municipalities share the postal code: radio buttons. Otherwise the whole country. */
function offerPlaces(form, question, rules, answers, chosen) {
  const { codes, municipalities } = rules.places;
  const few = codes[answers["postal-code"]] ?? [];
  const box = form.querySelector("[data-some-places]");
  const all = form.querySelector("[data-all-places]");
  box.replaceChildren(...few.map((id) => radio(question.id, id, municipalities[id].name)));
  all.hidden = few.length > 0;
  const select = all.querySelector("select");
  if (!few.length && select.length < 2) offerCountry(select, rules, chosen);
}

/** They are so many that they come once the question is painted; the one chosen before does not wait for them. */
function offerCountry(select, { places, language }, chosen) {
  const towns = Object.entries(places.municipalities);
  const offer = (some) => {
    const { value } = select;
    select.replaceChildren(select.options[0], ...some.map(([id, town]) => new Option(town.name, id)));
    select.value = value;
  };
  offer(towns.filter(([id]) => id === chosen));
  afterPaint(() => offer(towns.sort(([, a], [, b]) => a.name.localeCompare(b.name, language))));
}

function radio(name, value, label) {
  const option = html('<label class="option"><input type="radio"> <span translate="no"></span></label>').firstChild;
  Object.assign(option.querySelector("input"), { name, value });
  option.querySelector("span").textContent = label;
  return option;
}

/** The answer in the form: { answer }, or { error } with the sentence to show. */
export function readAnswer(form, question, rules, day) {
  const chosen = [...form.querySelectorAll("input:checked")].map((input) => input.value);
  const free = latinDigits(form.querySelector("[data-free]")?.value.trim() ?? "");
  if (!chosen.length && free) {
    if (accepts(question, free, rules, day)) return { answer: free };
    return { error: rules.words[{ date: "q-date-wrong", "postal-code": "q-postal-wrong" }[question.kind] ?? "q-choose-one"] };
  }
  if (!chosen.length) {
    const broken = form.querySelector("input[type=date]")?.validity.badInput;
    return { error: rules.words[broken ? "q-date-wrong" : "q-choose-one"] };
  }
  const silent = chosen.find((value) => value === "unknown" || value === "skip");
  return { answer: question.kind === "many" && !silent ? chosen : chosen[0] };
}

/** Say what is missing, where a screen reader hears it, and tie it to the field where the answer goes. */
export function showError(form, sentence) {
  const error = form.querySelector("[data-error]");
  error.textContent = sentence;
  const field = [...form.querySelectorAll("input, select")].find((each) => !each.closest("[hidden]"));
  if (!field) return;
  markWrong(field, true);
  field.setAttribute("aria-describedby", error.id);
  field.focus();
}

function clearError(form) {
  form.querySelector("[data-error]").textContent = "";
  const field = form.querySelector("[aria-invalid]");
  if (!field) return;
  markWrong(field, false);
  field.removeAttribute("aria-describedby");
}
