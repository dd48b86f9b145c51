// The search of a page: fetches its index when the field is first used, in two parts, and shows what it
// finds as links.
// What is typed stays in the field: not in the address, not in storage.

import { fill } from "./dom.js";
import { load, placeOf } from "./load.js";
import { completed, prepare, search } from "./search.js";

const inUse = new WeakSet();

/** Make the search of a page work; page.js calls this whenever the field gets the focus. */
export function use(box) {
  if (inUse.has(box)) return;
  inUse.add(box);
  const field = box.querySelector("input");
  let known; // what can be looked through already
  let loading;
  let waiting;
  const tell = () => (known ? show(box, field.value, search(known, field.value), waiting) : waiting || say(box, "failed"));
  async function fetchAll() {
    const first = await load(box.dataset.search);
    known ??= prepare(first);
    tell();
    known = prepare(completed(first, await load(box.dataset.searchMore)));
  }
  const answer = () => {
    if (!loading) waiting = true;
    loading ??= fetchAll().catch(() => (loading = undefined)).finally(() => { // a lost connection may come back
      waiting = false;
      tell();
    });
    tell();
  };
  field.addEventListener("input", answer);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // Firefox would follow the link on which the same key has just put the focus
    box.querySelector("[data-found] a")?.focus();
  });
  answer();
}

/** What was found; as long as there is more to come, nothing is said to be lacking. */
function show(box, typed, found, waiting) {
  box.querySelector("[data-found]").replaceChildren(...found.map((entry) => line(entry, box.dataset.root)));
  if (found.length) return say(box, "count", found.length);
  return say(box, typed.trim() && !waiting ? "nothing" : "");
}

/** One sentence for those who see the results and those who hear them; the other ways where there is nothing to show. */
function say(box, what, count) {
  const place = box.querySelector("[data-said]");
  place.textContent = what && fill(place.dataset[what], { count });
  box.querySelector("[data-ways]").hidden = !["nothing", "failed"].includes(what);
}

function line({ title, url, in: section, line: about }, root) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = root + placeOf(url);
  link.append(isolated(title));
  item.append(link);
  for (const [text, style] of [[section, "section"], [about, "fine"]]) {
    if (!text) continue;
    const more = document.createElement("p");
    more.className = style;
    more.append(isolated(text));
    item.append(more);
  }
  return item;
}

/** A text whose own direction does not disturb its neighbours. */
function isolated(text) {
  const node = document.createElement("bdi");
  node.textContent = text;
  return node;
}
