// Finds the labour court of a postal code. The places are fetched when they are first asked for;
// the code itself goes nowhere.

import { fill } from "./dom.js";

const form = document.querySelector("[data-court-finder]");
const courts = [...document.querySelectorAll("[data-serves]")];
const error = form.querySelector("[data-error]");
const found = form.querySelector("[data-found]");
const places = form.closest("[data-places]").dataset.places;
let fetched;

const load = () =>
  (fetched ??= fetch(places).then((response) => {
    if (!response.ok) throw new Error(`${response.status} ${places}`);
    return response.json();
  }));

async function search() {
  const code = form.elements.code.value.trim();
  error.textContent = found.textContent = "";
  for (const court of courts) court.hidden = false;
  if (!/^[1-9]\d{3}$/.test(code)) return refuse(error.dataset.wrong);
  const known = await load().catch(() => null);
  if (!known) return refuse(error.dataset.failed);
  const towns = known.codes[code];
  if (!towns) return refuse(error.dataset.none);
  show(towns, known.municipalities);
}

function show(towns, names) {
  for (const court of courts) {
    court.hidden = !towns.some((town) => court.dataset.serves.split(" ").includes(town));
    for (const details of court.querySelectorAll("details[id]")) details.open = !court.hidden;
    const seat = court.querySelector(`[data-code="${form.elements.code.value.trim()}"]`);
    seat?.parentElement.prepend(seat); // a division that sits there stands first
  }
  found.textContent = fill(found.dataset.words, { place: towns.map((town) => names[town].name).join(", ") });
}

function refuse(sentence) {
  error.textContent = sentence;
  form.elements.code.focus();
}

form.hidden = false;
form.addEventListener("submit", (event) => (event.preventDefault(), search()));
