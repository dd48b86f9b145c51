// On every page: the skip link moves focus without touching the address (answers may stand there),
// facts whose review is overdue say so, since a static page ages in the reader's hands, and nothing
// stays folded on paper.
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-skip]")) return;
  event.preventDefault();
  document.getElementById("main").focus();
});
function markLate() {
  const now = new Date();
  const today = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
  for (const fact of document.querySelectorAll("[data-review-by]")) {
    const late = fact.querySelector("[data-late]");
    if (late && today > fact.dataset.reviewBy) late.hidden = false;
  }
}
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details")) details.open = true;
});
document.addEventListener("shown", markLate);
markLate();
