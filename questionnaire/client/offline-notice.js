// On a page that is shown from this device: says when the site has a newer version, and fetches it at the reader's tap.

import { isFull, isNewer, keep, kept, latest } from "./offline.js";

const language = document.documentElement.lang;

/** Compare what is kept with the site of today, where there is a network; say so only when it is newer. */
export async function announce() {
  const before = await kept(language);
  if (!before || !navigator.onLine || document.querySelector("[data-offline]")) return;
  const now = await latest(language).catch(() => before);
  if (isNewer(now, before)) offer(before.words);
}

function offer(words) {
  const box = document.createElement("div");
  const said = document.createElement("p");
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: words["k-update"] });
  box.className = "notice";
  box.dataset.newer = "";
  said.setAttribute("role", "status");
  box.append(said, button);
  document.getElementById("main").prepend(box);
  said.textContent = words["k-newer"];
  button.dataset.action = "update";
  button.onclick = async () => {
    button.disabled = true;
    said.textContent = words["k-loading"];
    try {
      await keep(language, () => {});
      location.reload();
    } catch (error) {
      said.textContent = words[isFull(error) ? "k-full" : "k-failed-update"];
      button.disabled = false;
    }
  };
}
