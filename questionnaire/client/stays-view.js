// The calculator of days abroad, on the page of deadlines. stays.js counts; what is typed stays on the page.

import { countDays, longDay } from "./days.js";
import { daysBetween, isDay, today } from "./deadlines.js";
import { fill, markWrong, textOf } from "./dom.js";
import { daysAbroad, lastReturn } from "./stays.js";

const LONGEST = 731;

const root = document.querySelector("[data-stays]");
const form = root.querySelector("form"); // none where every limit was too old when the page was built
const list = root.querySelector("[data-journeys]");
const counted = root.querySelector("[data-counted]");
const rules = form && JSON.parse(root.querySelector("[data-rules]").textContent);
const say = (word, values) => fill(rules.words[word], values);
const journeys = () => [...list.children];

function add() {
  list.append(root.querySelector("template").content.cloneNode(true));
  const number = list.children.length;
  const journey = list.lastElementChild;
  journey.querySelector("legend").textContent = say("stay-number", { number });
  const error = journey.querySelector("[data-error]");
  error.id = `stay-error-${number}`;
  for (const field of journey.querySelectorAll("input")) field.setAttribute("aria-describedby", error.id);
  return journey;
}

/** The journeys that were filled in, as [departure, return or nothing]; a sentence beside each that makes no sense. */
function read() {
  const found = [];
  let faulty;
  for (const journey of journeys()) {
    const [departure, back] = [...journey.querySelectorAll("input")];
    const sentence = wrong(departure, back);
    journey.querySelector("[data-error]").textContent = sentence;
    for (const field of [departure, back]) markWrong(field, sentence);
    if (sentence) faulty ??= departure;
    else if (departure.value) found.push([departure.value, back.value]);
  }
  if (!faulty && !found.length) {
    journeys()[0].querySelector("[data-error]").textContent = say("stay-none");
    faulty = journeys()[0].querySelector("input");
    markWrong(faulty, true);
  }
  faulty?.focus();
  return faulty ? undefined : found.sort(([one], [other]) => one.localeCompare(other));
}

function wrong(departure, back) {
  if ([departure, back].some(({ value, validity }) => validity.badInput || (value && !isDay(value)))) return say("d-day-wrong");
  if (back.value && !departure.value) return say("stay-none");
  if (back.value && back.value < departure.value) return say("stay-order");
  return back.value && daysBetween(departure.value, back.value) > LONGEST ? say("stay-long") : "";
}

function count() {
  const found = read();
  if (!found) return counted.replaceChildren();
  const right = form.elements.right.value;
  const limit = rules.limits[right];
  const whole = found.filter(([, back]) => back);
  const years = Object.entries(daysAbroad(whole)).map(([year, days]) => yearLine(year, days, limit));
  const [departure] = found[found.length - 1];
  const back = lastReturn(whole, departure, limit);
  const values = { departure: longDay(rules, departure), day: back && longDay(rules, back) };
  const last = back ? say("stay-back", values) : say("stay-no-day", values);
  counted.replaceChildren(...[say("stay-found"), ...years, last, textOf(rules.over[right])].map(paragraph));
  counted.firstChild.className = "date";
}

function yearLine(year, days, limit) {
  const left = days > limit ? say("stay-too-many", { over: countDays(rules, days - limit) }) : say("stay-left", { left: countDays(rules, limit - days) });
  return `${say("stay-year", { year, days: countDays(rules, days), limit: countDays(rules, limit) })} ${left}`;
}

const paragraph = (text) => Object.assign(document.createElement("p"), { textContent: text });

/** A limit that has grown too old in the reader's hands is no longer offered. */
function dropOld() {
  for (const option of [...form.elements.right.options]) if (today() > rules.hideAfter[option.value]) option.remove();
  return form.elements.right.options.length > 0;
}

if (form && dropOld()) {
  form.hidden = false;
  add();
  form.addEventListener("submit", (event) => (event.preventDefault(), count()));
  root.querySelector("[data-action=add]").addEventListener("click", () => add().querySelector("input").focus());
}
