// On every page: the skip link moves focus without touching the address (answers may stand there),
// and facts whose review is overdue say so, since a static page ages in the reader's hands.
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-skip]")) return;
  event.preventDefault();
  document.getElementById("main").focus();
});
function markLate() {
  for (const fact of document.querySelectorAll("[data-review-by]")) {
    const late = fact.querySelector("[data-late]");
    if (late && new Date().toISOString().slice(0, 10) > fact.dataset.reviewBy) late.hidden = false;
  }
}
document.addEventListener("shown", markLate);
markLate();
