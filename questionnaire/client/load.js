// Gets the data of the site: from the page, where a copy opened from a folder carries them, else from the server.

/** Where a page stands: in a copy opened from a folder, a file is named and not a folder. */
export const placeOf = (url) => (window.packed ? url.replace(/\/(?=$|#)/, "/index.html") : url);

/** What the file `name` holds; `name` is the address as the page writes it. */
export async function load(name) {
  const held = document.querySelector(`script[data-file="${name}"]`);
  if (held) return JSON.parse(held.textContent);
  const response = await fetch(name);
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return response.json();
}

/** What the questionnaire's element names beside the rules by which it asks: what results show, places. */
const PARTS = ["outcome", "places"];

/** One part of the rules, as `Object.assign` puts it to the others; of another language where one is asked for. */
export async function partOf(element, name, language) {
  const address = element.dataset[name];
  const data = await load(language ? address.replace(/\w+(?=\.json$)/, language) : address);
  return name === "places" ? { places: data } : data;
}

/** The rules with these parts of them, or with all. */
export async function rulesOf(element, { parts = PARTS, language } = {}) {
  return Object.assign({}, ...(await Promise.all(["rules", ...parts].map((name) => partOf(element, name, language)))));
}
