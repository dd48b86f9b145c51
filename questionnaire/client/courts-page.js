// Finds the labour court of a postal code. The places are fetched when they are first asked for;
// the code itself goes nowhere. A court's own address opens its card.

import { latinDigits } from "./digits.js";
import { fill, markWrong } from "./dom.js";
import { load } from "./load.js";

const form = document.querySelector("[data-court-finder]");
const field = form.elements.code;
const courts = [...document.querySelectorAll("[data-serves]")];
const error = form.querySelector("[data-error]");
const found = form.querySelector("[data-found]");
const places = form.closest("[data-places]").dataset.places;
let fetched;

async function search(code) {
  reset();
  if (!/^[1-9]\d{3}$/.test(code)) return refuse(error.dataset.wrong);
  fetched ??= load(places);
  try {
    const { codes, municipalities } = await fetched;
    if (!codes[code]) return refuse(error.dataset.none);
    return show(code, codes[code], municipalities);
  } catch {
    fetched = undefined; // a lost connection may come back
    return refuse(error.dataset.failed);
  }
}

function reset() {
  error.textContent = found.textContent = "";
  markWrong(field, false);
  for (const court of courts) court.hidden = false;
  for (const card of document.querySelectorAll("details[id]")) card.open = false;
}

function show(code, towns, names) {
  for (const court of courts) {
    court.hidden = !towns.some((town) => court.dataset.serves.split(" ").includes(town));
    for (const seat of court.querySelectorAll("[data-code]")) {
      seat.querySelector("details").open = !court.hidden;
      if (seat.dataset.code === code) seat.parentElement.prepend(seat); // a division that sits there stands first
    }
  }
  found.textContent = fill(found.dataset.words, { place: towns.map((town) => names[town].name).join(found.dataset.comma) });
}

function refuse(sentence) {
  error.textContent = sentence;
  markWrong(field, true);
  field.focus();
}

function follow() {
  const card = document.getElementById(location.hash.slice(1));
  if (card?.matches("details")) card.open = true;
}

form.hidden = false;
form.addEventListener("submit", (event) => (event.preventDefault(), search(latinDigits(field.value.trim()))));
addEventListener("hashchange", follow);
follow();
