// The small tools with which views build what they show from HTML and words made beforehand.

/** HTML made by the build, as nodes. Never for what a reader wrote. */
export const html = (text) => document.createRange().createContextualFragment(text);

/** The words of a piece of HTML made by the build, without those that are hidden. */
export function textOf(markup) {
  const nodes = html(String(markup));
  for (const hidden of nodes.querySelectorAll("[hidden]")) hidden.remove();
  return nodes.textContent;
}

/** Fill the {placeholders} of a sentence. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (slot, name) => values[name] ?? slot);

/** Hand a file over to the reader. Nothing is requested. */
export function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
}

/** Say in its place, where a screen reader hears it, what the place holds in store. */
export const tell = (place) => (place.textContent = place.dataset.words);
