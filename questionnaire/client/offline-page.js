// The page on which a reader keeps the site for later, brings it up to date or takes it away. offline.js does it.

import { longDay } from "./days.js";
import { fill } from "./dom.js";
import { anything, isFull, isNewer, keep, kept, latest, possible, remove } from "./offline.js";

const box = document.querySelector("[data-offline]");
const language = document.documentElement.lang;
const words = JSON.parse(box.querySelector("[data-words]").textContent);
const status = box.querySelector("[data-state]");
const [button, away] = ["save", "remove"].map((action) => box.querySelector(`[data-action=${action}]`));

let shown = 0;

/** Say what is kept, at once; then ask the site, which may take its time, whether it has a newer version. */
async function show(outcome = "") {
  shown += 1;
  const list = await kept(language);
  await tell(outcome, list, false);
  if (list && navigator.onLine) compare(outcome, list, shown);
}

async function compare(outcome, list, when) {
  const now = await latest(language).catch(() => list);
  if (when === shown && isNewer(now, list)) await tell(outcome, list, true);
}

async function tell(outcome, list, newer) {
  const days = list && { day: longDay(list, list.day), until: longDay(list, list.until) };
  const state = list ? fill(words["k-kept"], days) : words["k-not-kept"];
  status.textContent = [outcome, state, newer ? words["k-newer"] : ""].filter(Boolean).join(" ");
  button.hidden = Boolean(list) && !newer;
  button.textContent = words[list ? "k-update" : "k-keep"];
  away.hidden = !(await anything());
}

/** Do one thing; meanwhile no second tap. A button that is gone afterwards hands its focus on. */
async function run(task) {
  shown += 1; // an answer that comes meanwhile is late
  button.disabled = away.disabled = true;
  const outcome = await task();
  button.disabled = away.disabled = false;
  await show(outcome);
  if (document.activeElement === document.body) status.focus();
}

const save = () =>
  run(async () => {
    const updating = Boolean(await kept(language));
    let told = 0;
    status.textContent = words["k-loading"];
    try {
      await keep(language, (share) => {
        if (share < told + 0.25) return; // spoken four times, not at every packet
        told = Math.floor(share * 4) / 4;
        status.textContent = fill(words["k-progress"], { share: Math.round(told * 100) });
      });
      return "";
    } catch (error) {
      if (isFull(error)) return words["k-full"];
      return words[updating ? "k-failed-update" : "k-failed"];
    }
  });

const drop = () =>
  run(async () => {
    await remove();
    return words["k-removed"];
  });

if (possible()) {
  box.querySelector("[data-controls]").hidden = false;
  button.addEventListener("click", save);
  away.addEventListener("click", drop);
  show();
} else status.textContent = words["k-impossible"];
