// Narrows the directory to a need, a place and a language. What was chosen stands in the address
// (#need=home&place=21009&language=nl), so that it can be handed on; a desk's own address opens it.

import { serves } from "./directory.js";
import { fill } from "./dom.js";

const form = document.querySelector("[data-filters]");
const desks = [...document.querySelectorAll("[data-serves]")];
const words = (text) => text.split(" ").filter(Boolean);

function area({ dataset }) {
  const served = words(dataset.serves);
  return { country: served.includes("country"), regions: served, municipalities: served, but: words(dataset.but) };
}

function chosenPlace() {
  const option = form.elements.place.selectedOptions[0];
  return { municipality: option.value, region: option.dataset.region };
}

function fits(desk) {
  const { need, language, place } = form.elements;
  const spoken = words(desk.dataset.languages);
  return (
    (!need.value || words(desk.dataset.needs).includes(need.value)) &&
    (!language.value || !spoken.length || spoken.includes(language.value)) &&
    (!place.value || serves(area(desk), chosenPlace()))
  );
}

function narrow() {
  for (const desk of desks) desk.hidden = !fits(desk);
  for (const group of document.querySelectorAll("[data-group]")) {
    group.hidden = !group.querySelector("[data-serves]:not([hidden])");
    group.querySelector("[data-need-heading]")?.toggleAttribute("hidden", Boolean(form.elements.need.value));
  }
  sort();
  const left = desks.filter((desk) => !desk.hidden);
  const { municipality, region } = chosenPlace();
  const outside = municipality && region !== "brussels"; // there the ways outside Brussels are what is found
  const count = form.querySelector("[data-count]");
  count.textContent = fill(count.dataset.words, { count: left.filter(({ dataset }) => dataset.service || outside).length });
  form.querySelector("[data-nothing]").hidden = left.length > 0;
  form.querySelector("[data-not-told]").hidden = !form.elements.language.value;
}

/** Desks that say they speak the language come before those that do not say. */
function sort() {
  const said = (desk) => Number(words(desk.dataset.languages).includes(form.elements.language.value));
  const sorted = [...desks].sort((a, b) => said(b) - said(a));
  for (const list of document.querySelectorAll("[data-group] ul.places")) list.append(...sorted.filter((desk) => desk.parentElement === list));
}

function remember() {
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  history.replaceState(null, "", `#${new URLSearchParams(chosen)}`);
}

function follow() {
  const asked = location.hash.slice(1);
  const target = document.getElementById(asked);
  if (target?.matches("details")) {
    for (const select of form.querySelectorAll("select")) select.value = "";
    target.open = true;
  } else if (asked.includes("=")) {
    const values = new URLSearchParams(asked);
    for (const select of form.querySelectorAll("select")) {
      const value = values.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
  }
  narrow();
  if (target) target.scrollIntoView();
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => (remember(), narrow()));
form.addEventListener("reset", () => setTimeout(() => (remember(), narrow())));
addEventListener("hashchange", follow);
follow();
