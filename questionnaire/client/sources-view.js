// Where advice and desks were read: fetched by the first tap that asks for it, for all of them at once, so that the server
// never learns for which.

import { html } from "./dom.js";
import { partOf } from "./load.js";

let coming;
let sources;

/** Put the sources into the results, or fetch them once a fold opens that has room for one. */
export function offerSources(box, words) {
  if (sources) return show(box);
  for (const place of placesIn(box)) {
    const fold = place.closest("details");
    const look = () => fold.open && !sources && bring(box, place, words);
    fold.addEventListener("toggle", look);
    look(); // it may have been opened before all results were there
  }
}

async function bring(box, place, words) {
  const said = place.querySelector("[role=status]") ?? place.appendChild(html('<span role="status"></span>').firstChild);
  said.textContent = words["q-waiting"];
  try {
    coming ??= partOf(box.closest("[data-questionnaire]"), "sources");
    sources = await coming;
    show(box);
  } catch {
    coming = undefined; // opened again, it tries again
    said.textContent = words["q-source-failed"];
  }
}

function show(box) {
  for (const place of placesIn(box)) {
    const desk = place.closest("[data-service]")?.dataset.service;
    place.querySelector("[role=status]")?.remove();
    place.append(html(desk ? sources.services[desk] : sources.advice[place.closest("[data-advice]").dataset.advice]));
    place.removeAttribute("data-source");
  }
}

const placesIn = (box) => box.querySelectorAll("[data-source]");
