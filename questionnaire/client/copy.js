// Copies the text that a button names, and says so beside it.

import { copied } from "./handing.js";

export async function use(button) {
  const said = button.closest("figure").querySelector("[data-said]");
  const done = await copied(document.getElementById(button.dataset.copies).textContent);
  said.textContent = said.dataset[done ? "copied" : "failed"];
}
