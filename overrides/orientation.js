// In the questionnaire before its modules arrive: the way out already works, and a module that does not come is told.
document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-action=leave]")?.onclick === null) top.location.replace("about:blank");
});
{
  const { dataset } = document.documentElement;
  // A link opens at its own question or results: the first question does not stand there for a moment, to be pushed away.
  if (location.hash.length > 1 && "noModule" in HTMLScriptElement.prototype) dataset.opening = "now";
  addEventListener("error", ({ target }) => {
    if (target.localName !== "script") return;
    dataset.broken = "";
    delete dataset.opening;
  }, true);
}
