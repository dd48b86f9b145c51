// In the questionnaire before its modules arrive: the way out already works, and a module that does not come is told.
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-action=leave]")?.onclick === null) top.location.replace("about:blank");
});
{
  const { dataset } = document.documentElement;
  // A link opens at its own question or results: the first question does not stand there for a moment, to be pushed away.
  if (location.hash.length > 1 && "noModule" in HTMLScriptElement.prototype) {
    dataset.opening = "now";
    if (location.hash.includes("postal-code=") && !location.hash.includes("&at=")) fetchAhead(document.querySelector("link[as=fetch]"));
  }
  addEventListener("error", ({ target }) => {
    if (target.localName !== "script") return;
    dataset.broken = "";
    delete dataset.opening;
  }, true);
}
/** What a link to results needs comes beside the rules, not after them. A copy opened from a folder fetches nothing. */
function fetchAhead(rules) {
  if (!rules) return;
  const links = ["outcome", "contacts", "places"].map((part) => Object.assign(rules.cloneNode(), { href: rules.href.replace(/rules(?=[^/]+$)/, part) }));
  rules.after(...links, Object.assign(document.createElement("link"), { rel: "modulepreload", href: new URL("results-view.js", rules.href) }));
}
