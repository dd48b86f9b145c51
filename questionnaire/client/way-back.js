// Where the reader is in long results, for the way back: after a title that was taken, another page, a reload. The history
// holds it, as the id of a piece of advice and a height; never an answer. Knows no rules.

import { changeEntry, hasLeft } from "./leave.js";

/** Take a title as the way to its advice; `step` makes the entry of the history. Back leads to the list, or to the advice in
 *  which the title stood. */
export function takeTitle(button, step) {
  const advice = button.dataset.to;
  const left = button.closest("[data-advice]")?.dataset.advice;
  if (left) note({ advice: left });
  if (left || !history.state?.advice) step({ advice });
  else note({ advice });
}

/** Note something on this entry of the history. */
const note = (what) => changeEntry({ ...history.state, ...what });

/** Go where the history says: to a piece of advice, or back to the list from there. */
export function goTo(box, to, from) {
  if (to) return showAdvice(box, to);
  const list = box.querySelector("[data-part=summary]");
  list.scrollIntoView();
  list.querySelector(`[data-to="${from}"]`).focus({ preventScroll: true });
}

/** Move to a piece of advice, open it if it is folded. */
function showAdvice(box, id) {
  const heading = box.querySelector(`[data-advice="${id}"] h3`);
  const folded = heading.closest("details");
  if (folded) folded.open = true;
  else heading.tabIndex = -1;
  (folded ? heading.closest("summary") : heading).focus();
  heading.scrollIntoView();
}

/** Note how far the results were read: where the browser does not keep the page, they are built anew. */
export const noteHeight = () => hasLeft() || note({ height: scrollY });

/** How far they were read when the page went, in pixels; nothing where they are shown for the first time. */
export const heightLeft = () => history.state?.height;
