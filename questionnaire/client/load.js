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

/** The rules with their places, as the questionnaire's element names them; of another language where one is asked for. */
export async function rulesOf({ rules, places }, language) {
  const named = (name) => (language ? name.replace(/\w+(?=\.json$)/, language) : name);
  const [data, known] = await Promise.all([load(named(rules)), load(named(places))]);
  return { ...data, places: known };
}
