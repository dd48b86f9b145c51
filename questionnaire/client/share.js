// The share sheet: the link of this page, what it tells, and the ways to hand it on. The site itself sends nothing.
// Fetched at the first tap, with its words and its style. Must not know what an answer means (share-link.js).

import { fill, html } from "./dom.js";
import { copied, tell } from "./handing.js";
import { load } from "./load.js";
import { begun, versions } from "./share-link.js";

const DENSE = 900; // characters: a longer link makes a code that most telephones cannot read from a screen

let close = () => {};

/** Open the sheet; focus goes into it, and back to the control when it is closed. */
export async function use(control) {
  close();
  const page = document.documentElement;
  const [sheetHtml, links] = await Promise.all([load(`${page.dataset.assets}share.${page.lang}.json`), versions()]);
  close(); // a second tap while the first was still loading
  document.body.append(html(sheetHtml));
  const sheet = document.body.querySelector("[data-share]");
  const watched = [
    [window, "hashchange", () => close()], // another step: its link is another one
    [document, "keydown", ({ key }) => key === "Escape" && close(control)],
    [document, "focusin", ({ target }) => sheet.contains(target) || close()], // also when it comes back from the browser's own bar
  ];
  for (const [where, what, then] of watched) where.addEventListener(what, then);
  close = (back) => {
    for (const [where, what, then] of watched) where.removeEventListener(what, then);
    sheet.remove();
    close = () => {};
    if (back === control) control.focus();
  };
  fillIn(sheet, links);
  listen(sheet, links, control);
  sheet.focus();
}

const part = (sheet, name) => sheet.querySelector(`[data-share-${name}]`);

/** The versions and languages to choose from. */
function fillIn(sheet, links) {
  for (const choice of sheet.querySelectorAll("[name=share-version]")) {
    choice.closest("label").hidden = !links.some(({ id }) => id === choice.value);
  }
  sheet.querySelector(`[name=share-version][value=${begun(links)}]`).checked = true;
  part(sheet, "versions").hidden = links.length < 2;
  for (const link of document.querySelectorAll("a[data-action=language]")) {
    const option = new Option(link.textContent.trim(), link.href.split("#")[0], false, link.matches("[aria-current]"));
    option.lang = link.lang;
    part(sheet, "language").append(option);
  }
  part(sheet, "native").hidden = !navigator.share;
  show(sheet, links);
}

/** The link as chosen, and what it tells. */
function show(sheet, links) {
  const { hash, told } = links.find(({ id }) => id === sheet.querySelector("[name=share-version]:checked").value);
  const address = (part(sheet, "language").value || location.href.split("#")[0]) + hash;
  part(sheet, "address").value = address;
  part(sheet, "mail").href = `mailto:?subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(address)}`;
  const says = part(sheet, "says");
  says.hidden = links.length < 2;
  says.textContent = fill(told.length ? says.dataset.some : says.dataset.none, { count: told.length });
  part(sheet, "told").replaceChildren(...told.map((line) => row(line, part(sheet, "told").dataset.sensitive)));
  part(sheet, "done").textContent = "";
  part(sheet, "code").hidden = true;
}

function row({ asked, answer, sensitive }, mark) {
  const line = html("<div><dt></dt><dd></dd></div>").firstChild;
  line.querySelector("dt").textContent = asked;
  if (sensitive) {
    line.dataset.sensitive = "";
    line.querySelector("dt").append(" ", Object.assign(document.createElement("b"), { textContent: mark }));
  }
  line.querySelector("dd").textContent = answer;
  return line;
}

function listen(sheet, links, control) {
  const address = part(sheet, "address");
  const done = part(sheet, "done");
  sheet.addEventListener("change", () => show(sheet, links));
  part(sheet, "close").onclick = () => close(control);
  part(sheet, "native").onclick = () => navigator.share({ title: document.title, url: address.value }).catch(() => {}); // called off
  part(sheet, "copy").onclick = async () => {
    const worked = await copied(address.value);
    done.textContent = worked ? done.dataset.copied : done.dataset.byHand;
    if (!worked) address.select();
  };
  part(sheet, "draw").onclick = async () => {
    if (address.value.length > DENSE) return tell(done);
    const { svg } = await import("./qr.js");
    const code = part(sheet, "code");
    code.querySelector("div").replaceChildren(html(svg(address.value)));
    code.hidden = false;
    code.scrollIntoView({ block: "nearest" });
  };
}
