// Shows desks: those of a role where the reader sleeps, and the reader's own. directory.js has decided which.

import { desks } from "./directory.js";
import { fill, html, textOf } from "./dom.js";
import { evaluate } from "./logic.js";

/** Fill the place of a role in a piece of advice; a desk told further up is folded. */
export function showDesks(view, box) {
  const role = box.dataset.forRole;
  const list = box.querySelector("[data-desks]");
  if (isUnsure(view, role)) return list.append(unsureDesk(view, role));
  const { services, elsewhere } = desks(view.rules, role, view.place, view.rules.language);
  if (ofTwoLanguages(view, role, services) && !view.told.has(services[0])) {
    const which = view.place.region === "flanders" ? "q-two-courts-flanders" : "q-two-courts";
    list.append(html(`<p data-which-court>${view.rules.words[which]}</p>`));
  }
  for (const id of services) {
    const { name, html: card } = view.rules.services[id];
    const told = view.told.has(id);
    list.append(again(told, desk(role, id, told ? folded(name, card) : html(card))));
    view.told.add(id);
  }
  if (!elsewhere) return;
  const address = again(view.told.has(role), addressOf(view, role));
  view.told.add(role);
  if (services.length) address.prepend(html(`<p class="fine">${view.rules.words["q-elsewhere"]}</p>`));
  list.append(address);
}

/** Where a role is found of which we know no desk, under the name of the place. */
function addressOf(view, role) {
  const address = desk(role, role, html(view.rules.roles[role].html));
  const title = placeName(view, role);
  if (title) address.querySelector(".desk-name").textContent = title;
  return address;
}

/** Whether the desk of the place where one sleeps may be the wrong one: then none is named, and nobody called in vain. */
function isUnsure({ rules, known }, role) {
  const { unsure } = rules.roles[role];
  return Boolean(unsure) && evaluate(unsure, rules.questions, known) === true;
}

const unsureDesk = ({ rules }, role) => desk(role, role, html(rules.roles[role].unsureHtml));

/** Whether two labour courts hear the place, each in its own language. */
function ofTwoLanguages({ rules }, role, services) {
  return role === "labour-court" && new Set(services.flatMap((id) => rules.services[id].languages)).size > 1;
}

/**
 * The CPAS and the labour courts of the reader's municipality: name and telephone, the rest on demand; where to find them, if
 * we know none. Only where some advice sends there: with some residence cards one must not go to the CPAS first, and without
 * a decision no court hears one.
 */
export function ownDesks(view) {
  if (!view.place.municipality) return [];
  const sent = new Set(view.found.advice.flatMap(({ id }) => view.rules.advice[id].roles));
  return ["cpas", "labour-court"].filter((role) => sent.has(role)).flatMap((role) => {
    if (isUnsure(view, role)) return [unsureDesk(view, role)];
    const { services, elsewhere } = desks(view.rules, role, view.place, view.rules.language);
    const found = services.map((id) => ownDesk(view, role, id, view.rules.services[id]));
    return elsewhere ? [...found, addressOf(view, role)] : found;
  });
}

function ownDesk(view, role, id, { name, html: card }) {
  const box = desk(role, id, folded(name, card));
  const phone = box.querySelector("a[href^='tel:']");
  if (phone) {
    const call = phone.cloneNode(true);
    call.setAttribute("aria-label", `${phone.textContent}${view.rules.words.comma}${textOf(name)}`);
    box.append(call);
  }
  return box;
}

/** The names of the desks of a role where the reader sleeps, as their cards say them; several lines name the same desks. */
export function deskNames(view, role) {
  const { rules, place, names } = view;
  if (isUnsure(view, role)) return [];
  if (!names.has(role)) names.set(role, desks(rules, role, place, rules.language).services.map((id) => named(rules.services[id].html)));
  return names.get(role).map((name) => name.cloneNode(true));
}

/** The name on a card, with its language and direction; none where it is said in the words of the page. */
const named = (card) => html(card).querySelector(".desk-name bdi");

/** A name, with the contacts on demand. */
function folded(name, card) {
  const content = html(`<details><summary class="desk-again"></summary>${card}</details>`);
  content.querySelector("summary").append(named(card) ?? name);
  return content;
}

/** A desk told further up is only named on paper. */
function again(told, box) {
  box.classList.toggle("again", told);
  return box;
}

function desk(role, id, content) {
  const box = document.createElement("div");
  box.className = "desk";
  Object.assign(box.dataset, { service: id, role });
  box.append(content);
  return box;
}

/** Outside Brussels the CPAS is named by its municipality. */
function placeName({ rules, place: { municipality } }, role) {
  if (role !== "cpas" || !municipality) return undefined;
  return fill(rules.words["q-cpas-of"], { place: rules.places.municipalities[municipality].name });
}
