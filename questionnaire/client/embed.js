// The questionnaire inside a page of somebody else. Tells that page how high it stands, so that it needs no scroll bar of
// its own: { bonGuichet: { height } }, in pixels. Never anything else, which is why any host may hear it. Knows no answer.

const page = document.documentElement;

new ResizeObserver(() => {
  const height = Math.ceil(page.getBoundingClientRect().height);
  window.parent.postMessage({ bonGuichet: { height } }, "*");
}).observe(page);

// The rules were written for the address one folder up: their links are counted from there.
document.addEventListener("shown", () => {
  for (const link of document.querySelectorAll("[data-form] a[href^='../'], [data-results] a[href^='../']")) {
    link.href = new URL(link.getAttribute("href"), new URL("../", location.href));
  }
});

// A telephone call or a mail opens no tab.
document.addEventListener("click", ({ target }) => {
  const link = target.closest("a[href^='tel:'], a[href^='mailto:']");
  if (link) link.target = "_self";
}, true);
