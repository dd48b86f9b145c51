// In the questionnaire before its modules arrive: the way out already works; a module that does not come, or that this
// browser is too old to read, is told. Written so that such a browser can read it.
document.addEventListener("click", function (event) {
  var leave = event.target.closest("[data-action=leave]");
  if (leave && leave.onclick === null) top.location.replace("about:blank");
});
(function () {
  var data = document.documentElement.dataset;
  function broken() {
    data.broken = "";
    delete data.opening;
  }
  if (!("noModule" in HTMLScriptElement.prototype)) broken();
  // A link opens at its own question or results: the first question does not stand there for a moment, to be pushed away.
  else if (location.hash.length > 1) {
    data.opening = "now";
    if (/postal-code=(?!.*&at=)/.test(location.hash)) fetchAhead(document.querySelector("link[as=fetch]"));
  }
  addEventListener("error", function (event) {
    if (event.target.localName === "script" || /\/(main|pack)\.js$/.test(event.filename)) broken();
  }, true);
  // What a link to results needs comes beside the rules, not after them. A copy opened from a folder fetches nothing.
  function fetchAhead(rules) {
    if (!rules) return;
    ["outcome", "places"].forEach(function (part) {
      var link = rules.cloneNode();
      link.href = rules.href.replace(/rules(?=[^/]+$)/, part);
      rules.after(link);
    });
    var view = document.createElement("link");
    view.rel = "modulepreload";
    view.href = new URL("results-view.js", rules.href).href;
    rules.after(view);
  }
})();
