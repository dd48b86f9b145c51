// The small tools with which views build what they show from HTML and words made beforehand.

const asIs = { createHTML: (text) => text, createScriptURL: (text) => text };
/** The only way past Trusted Types (hooks/bonguichet/policy.py): whatever else wants to become HTML or a script is refused. */
const trusted = globalThis.trustedTypes?.createPolicy("bon-guichet", asIs) ?? asIs;

/** HTML made by the build, as nodes. Never for what a reader wrote. */
export const html = (text) => document.createRange().createContextualFragment(trusted.createHTML(text));

/** The address of a script of ours, as a browser wants to hear it. */
export const scriptUrl = (url) => trusted.createScriptURL(url.href);

/** The words of a piece of HTML made by the build, without those that are hidden. */
export function textOf(markup) {
  const nodes = html(String(markup));
  for (const hidden of nodes.querySelectorAll("[hidden]")) hidden.remove();
  return nodes.textContent;
}

/** Fill the {placeholders} of a sentence. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (slot, name) => values[name] ?? slot);

/** Tell a screen reader whether what stands in a field is wrong; its sentence stands beside it. */
export function markWrong(field, wrong) {
  if (wrong) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

/** Put a text on the clipboard; whether it worked. */
export const copied = (text) => (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(() => true, () => false);

/** Hand a file over to the reader. Nothing is requested. */
export function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // else whoever opens the address reads it until the tab is closed
}

/** Say in its place, where a screen reader hears it, what the place holds in store. */
export const tell = (place) => (place.textContent = place.dataset.words);
