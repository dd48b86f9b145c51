// The page of deadlines: what happened and on which day stand in its address; every date that follows is shown.

import { calendarFile, eventsOf } from "./calendar.js";
import { deadlineBox } from "./deadline-box.js";
import { isDay, reckon, today } from "./deadlines.js";
import { html, markWrong } from "./dom.js";
import { save, tell } from "./handing.js";
import { addEntry, letThrough } from "./leave.js";
import "./stays-view.js";

const root = document.querySelector("[data-clocks]");
const form = root.querySelector("form");
const found = root.querySelector("[data-reckoned]");
const error = root.querySelector("[data-error]");
const rules = JSON.parse(root.querySelector("[data-rules]").textContent);
const { from, day } = form.elements;

/** What the chosen trigger asks. */
function ask() {
  const { ask, hint } = rules.triggers[from.value];
  root.querySelector("[data-ask]").replaceChildren(html(ask));
  root.querySelector("[data-hint]").replaceChildren(html(hint));
}

/** Every deadline that the trigger starts: the reader's own first, then those of a desk; the nearest first. */
const counted = () =>
  rules.triggers[from.value].deadlines
    .map((id) => ({ id, ...reckon(rules, id, day.value) }))
    .sort((one, other) => isDesk(one) - isDesk(other) || one.last.localeCompare(other.last));

const isDesk = ({ id }) => Number(Boolean(rules.deadlineWords[id].desk));
const events = () => eventsOf(rules, counted(), today());

function submit() {
  const sentence = wrong();
  refuse(sentence ?? "");
  if (sentence) return day.focus();
  const address = `#from=${from.value}&day=${day.value}`;
  if (location.hash !== address) addEntry(null, address);
  show();
  root.querySelector("#found").focus();
}

function wrong() {
  if (!isDay(day.value) || day.value < day.min) return rules.words["d-day-wrong"];
  return day.value > today() ? rules.words["d-future"] : undefined;
}

function refuse(sentence) {
  error.textContent = sentence;
  markWrong(day, sentence);
}

function show() {
  const line = ({ id, last }) => {
    const item = document.createElement("li");
    if (last < today()) item.className = "past";
    item.append(deadlineBox(rules, id, day.value, today()));
    return item;
  };
  const all = counted();
  for (const [list, theirs] of [["own", 0], ["desk", 1]]) {
    const box = root.querySelector(`[data-dates=${list}]`);
    box.replaceChildren(...all.filter((deadline) => isDesk(deadline) === theirs).map(line));
    box.closest("[data-part]").hidden = !box.children.length;
  }
  root.querySelector("[data-part=calendar]").hidden = !events().length;
  found.hidden = false;
  root.querySelector("[data-saved]").textContent = "";
  document.dispatchEvent(new Event("shown"));
}

/** What the address holds; what makes no sense is left out. */
function follow() {
  const given = new URLSearchParams(location.hash.slice(1));
  if (Object.keys(rules.triggers).includes(given.get("from"))) from.value = given.get("from");
  day.value = isDay(given.get("day") ?? "") ? given.get("day") : "";
  ask();
  found.hidden = true;
  refuse("");
  if (day.value && !wrong()) show();
}

form.hidden = false;
form.addEventListener("submit", (event) => (event.preventDefault(), submit()));
from.addEventListener("change", ask);
form.addEventListener("input", () => (found.hidden = true)); // dates, paper and calendar are of the day last counted
root.querySelector("[data-action=print]").addEventListener("click", () => print());
root.querySelector("[data-action=calendar]").addEventListener("click", () => {
  save(`bon-guichet-${from.value}.ics`, "text/calendar", calendarFile(events()));
  tell(root.querySelector("[data-saved]"));
});
addEventListener("hashchange", follow);
addEventListener("popstate", follow);
letThrough();
follow();
