// On every page: the skip link moves focus without touching the address (answers may stand there),
// the language switch keeps what stands in it (a step, answers, a heading, a choice in a list), facts whose review is
// overdue say so, since a static page ages in the reader's hands, and nothing stays folded on paper.
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-skip]")) return;
  event.preventDefault();
  document.getElementById("main").focus();
});
for (const way of ["click", "auxclick", "contextmenu"]) {
  document.addEventListener(way, ({ target }) => {
    const link = target.closest("a[data-action=language], a[data-action=full]");
    if (link) link.hash = location.hash;
  });
}
/** A module of the questionnaire's folder; a copy opened from a folder carries every module itself (pack.js). Firefox never
 *  asks again at an address where one failed to come: then it has to be another address, as in bundle.py. */
const load = (name) => (window.packed ? window.packed(name) : fetched(new URL(`${document.documentElement.dataset.assets}${name}`, location.href)));
const fetched = (address) => import(address).catch(() => import(`${address}?${performance.now()}`));
// A control that names a module gets it at the first tap: no page carries what few readers use.
document.addEventListener("click", async ({ target }) => {
  const control = target.closest("[data-module]");
  if (!control) return;
  const { use } = await load(`${control.dataset.module}.js`);
  use(control);
});
// The search gets its module when its field is first used; where it does not come, the other ways stand there.
for (const box of document.querySelectorAll("[data-search]")) {
  box.querySelector("input").addEventListener("focus", async () => {
    try {
      const { use } = await load(`${box.dataset.onFocus}.js`);
      use(box);
    } catch {
      box.querySelector("[data-ways]").hidden = false;
    }
  });
}
for (const box of document.querySelectorAll("[data-tools]")) {
  box.hidden = false;
  box.querySelector("[data-action=print]").onclick = () => print();
}
const menu = document.querySelector(".menu > details");
menu?.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
// Light or dark: as the device has it, until the reader says otherwise. That choice alone is kept, on this device.
const theme = document.querySelector("[data-action=theme]");
if (theme) {
  const dark = () => (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const tell = () => theme.setAttribute("aria-pressed", dark());
  theme.hidden = false;
  theme.onclick = () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    try {
      localStorage.setItem("theme", document.documentElement.dataset.theme);
    } catch {} // a browser that keeps nothing: the choice holds for this page
    tell();
  };
  tell();
}
// With a script the questions are quicker than the page of a situation; they open where more than one can be ticked.
for (const link of document.querySelectorAll("a[data-situation]")) {
  link.href = new URL(`../../orientation/${location.protocol === "file:" ? "index.html" : ""}#situation=${link.dataset.situation}&at=situation`, link.href);
}
if (navigator.serviceWorker?.controller) load("offline-notice.js").then(({ announce }) => announce()); // this page is kept on the device
function markLate() {
  const now = new Date();
  const today = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
  for (const fact of document.querySelectorAll("[data-review-by]")) {
    const late = fact.querySelector("[data-late]");
    if (late && today > fact.dataset.reviewBy) late.hidden = false;
  }
  // A figure too old to be shown gives way to where to ask, as a build of that day would have it; a picture of it goes.
  for (const fact of document.querySelectorAll("[data-hide-after]")) {
    if (today > fact.dataset.hideAfter) fact.replaceWith(...(fact.querySelector("[data-too-old]")?.childNodes ?? []));
  }
}
addEventListener("beforeprint", () => {
  if (document.querySelector("[data-model-letter][open]:not([data-unfolded])")) return; // a letter to send stands alone on paper
  for (const details of document.querySelectorAll("main details:not([open])")) {
    // On the results a desk stands many times: on paper its name and telephone are enough, and no source is printed.
    if (details.closest("[data-results] .desk, [data-results] .advice-sources")) continue;
    details.dataset.unfolded = "";
    details.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("[data-unfolded]")) {
    details.open = false;
    delete details.dataset.unfolded;
  }
});
for (const way of ["shown", "visibilitychange"]) document.addEventListener(way, markLate); // a tab may stay open for months
markLate();
