// Leaves the page at once and takes the answers out of the tab's history. Knows no question and no answer.
// What no page can take back stands beside the button: the browser's own list of visits, copies, downloads.

const MARK = "leaving"; // the name of the tab on the way back, for the page at which we arrive
let left = window.name === MARK;

/** Whether the reader has left: nothing may be shown any more. */
export const hasLeft = () => left;

/** A new entry of the history: what it holds, and its address if that is another. Pages that may hold answers add and change
 *  entries here only: a browser forgets with each change what was noted on an entry. */
export function addEntry(holds, address) {
  history.pushState(holds, "", address);
  noteAnswers();
}

/** What the entry we are on holds from now on, and its address if that changes. */
export function changeEntry(holds, address) {
  history.replaceState(holds, "", address);
  noteAnswers();
}

/** Note on this entry whether its address holds answers: other pages of the tab see it too. */
function noteAnswers() {
  if (window.navigation?.currentEntry) window.navigation.updateCurrentEntry({ state: location.hash.includes("=") });
}

/** The button, and the Escape key pressed twice in a row, leave; `forget` empties what is kept in memory. A `page` that tells
 *  too much by itself gives up its place in the tab's history, unless answers lie before or behind it. */
export function offerLeaving(button, forget, page) {
  const leave = () => leaveNow(forget, page);
  let before;
  button.onclick = (event) => { // takes the place of what the page does until this script arrives
    event.preventDefault();
    leave();
  };
  addEventListener("keydown", ({ key, repeat }) => {
    if (repeat) return;
    if (key === "Escape" && before === key) leave();
    before = key;
  });
  addEventListener("popstate", () => left && arrive());
  addEventListener("pageshow", ({ persisted }) => persisted && left && location.reload());
  letThrough();
  if (left) blank();
}

/** On every page that notes answers, also one without such a button: whoever is leaving passes through it, blank. */
export function letThrough() {
  noteAnswers();
  addEventListener("hashchange", noteAnswers); // an address that the reader typed
  addEventListener("pageshow", () => {
    if (window.name !== MARK) return;
    blank();
    setTimeout(arrive); // a page that is still loading cannot drop what lies ahead of it
  });
}

function leaveNow(forget, page) {
  if (left) return;
  left = true;
  const steps = stepsMade();
  forget();
  blank();
  if (!steps) return arrive(page && !entries().some(answered));
  window.name = MARK;
  history.go(-steps);
}

function blank() {
  window.speechSynthesis?.cancel(); // a voice would go on telling
  document.body.replaceChildren();
  changeEntry(null, location.pathname);
}

const entries = () => window.navigation?.entries() ?? [];
const answered = (entry) => entry.getState();

/** How far back the first address with answers lies: as the browser tells, else as we counted on this page. */
function stepsMade() {
  const first = entries().findIndex(answered);
  if (first >= 0) return Math.max(0, window.navigation.currentEntry.index - first);
  return entries().length ? 0 : Math.min(history.state?.steps ?? 0, history.length - 1);
}

/** At the first step: no answer in its address, and a new page, which drops every step that lay ahead; or one `instead`. */
function arrive(instead) {
  window.name = "";
  blank();
  navigator.serviceWorker?.controller?.postMessage("forget"); // pages kept on this device; the worker outlives the page
  try {
    if (instead) top.location.replace("about:blank");
    else top.location.href = "about:blank"; // a page that holds this one in a frame is left with it
  } catch {
    location.assign("about:blank"); // a frame that may not: it is left alone
  }
}
