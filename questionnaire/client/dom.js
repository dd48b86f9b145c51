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

/** Do what nobody sees yet when the next frame is painted: the one after it begins. */
export const afterPaint = (work) => requestAnimationFrame(() => requestAnimationFrame(work));
