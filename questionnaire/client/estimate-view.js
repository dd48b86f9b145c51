// Shows an estimate: the figure, why there may be two, and every line with what it rests on. estimate.js has counted.

import { longDay } from "./days.js";
import { fill, html } from "./dom.js";
import { emptiedBy } from "./estimate.js";

/** The whole answer as nodes; `reasons` says why there may be a range, `said` what was written, as pairs of words. */
export function show(rules, dated, reasons, said, hasPartner) {
  const { found } = dated;
  const box = document.createDocumentFragment();
  const add = (text, name = "") => text && box.append(paragraph(text, name));
  add(headline(rules, found), "amount-line");
  add(computedNote(rules, dated));
  add(found.days && fill(rules.words["e-days-result"], { value: between(rules, found.least.month, found.most.month) }));
  const same = found.least.month.cents() === found.most.month.cents();
  add(zeroNote(rules, found.least, rules.words[same ? "e-zero" : "e-zero-least"]), "notice");
  if (!hasPartner && found.most.category !== "single") add(rules.words["e-no-partner"], "notice");
  add(rules.words["e-decides"]);
  if (!same) box.append(heading(rules.words["e-two-amounts"]), ...reasons.map((reason) => paragraph(reason)));
  for (const [name, end] of Object.entries(same ? { least: found.least } : { least: found.least, most: found.most })) {
    const title = same ? rules.words["e-lines"] : fill(rules.words[`e-lines-${name}`], { value: money(rules, end.month) });
    box.append(heading(title), paragraph(categoryOf(rules, end)), lines(rules, dated, end));
  }
  box.append(heading(rules.words["e-said"]), answers(said));
  return box;
}

function answers(said) {
  const list = document.createElement("dl");
  for (const [label, value] of said) {
    list.append(Object.assign(document.createElement("dt"), { textContent: label }), Object.assign(document.createElement("dd"), { textContent: value }));
  }
  return list;
}

/** « About 284.16 € a month », or between two amounts; of the incomplete month where days are given. */
export function headline(rules, { least, most, days }) {
  if (days) return fill(rules.words["e-days-first"], { value: between(rules, ...days) });
  const [low, high] = [least, most].map(({ month }) => money(rules, month));
  return low === high ? fill(rules.words["e-point"], { value: low }) : fill(rules.words["e-range"], { least: low, most: high });
}

/** Euros as the language writes them, rounded only here. */
export function money({ locale }, value) {
  const written = new Intl.NumberFormat(locale, { style: "currency", currency: "EUR" }).format(Number(value.cents()));
  return written.replace("-", "\u2212"); // a minus sign is read aloud, a hyphen is not
}

function between(rules, least, most) {
  const [low, high] = [money(rules, least), money(rules, most)];
  return low === high ? fill(rules.words["e-about"], { value: low }) : fill(rules.words["e-between"], { least: low, most: high });
}

/** The least and the most of the incomplete month where days are given, else of a whole one. */
const askedFor = ({ least, most, days }) => days ?? [least.month, most.month];

function computedNote(rules, { found, printed, since, printedOn }) {
  if (!printed) return null;
  const ends = (range) => askedFor(range).map((value) => value.cents()).join(" ");
  const days = { day: longDay(rules, since), printed: longDay(rules, printedOn) };
  if (ends(found) === ends(printed)) return fill(rules.words["e-computed-same"], days);
  return fill(rules.words["e-computed"], { ...days, value: between(rules, ...askedFor(printed)) });
}

const categoryOf = ({ words }, { category }) => fill(words["q-labelled"], { label: words["e-category"], value: words[`e-category-${category}`] });

function zeroNote(rules, least, sentence) {
  const emptied = emptiedBy(least);
  return emptied && fill(sentence, { line: rules.lines[emptied].label });
}

function lines(rules, { amounts }, end) {
  const list = document.createElement("ul");
  list.className = "lines";
  for (const { id, value, uses, unknown } of end.lines) {
    const { label, why, rests } = rules.lines[id];
    const item = document.createElement("li");
    Object.assign(item.dataset, { line: id, value: value.cents() });
    const facts = uses.map((use) => `${amounts[use].html}${rules.words.comma}${rules.sources[amounts[use].source]}.`);
    if (rests) facts.push(`${rules.words["e-rests-on"]} ${rests}.`);
    item.append(html(`<details><summary><span></span> <b><bdi></bdi></b></summary><p class="fine"></p><p class="fine">${facts.join(" ")}</p></details>`));
    item.querySelector("span").textContent = label;
    item.querySelector("bdi").textContent = money(rules, value);
    item.querySelector("p").textContent = unknown ? rules.words[id === "work-exemption" ? "e-because-shortage" : "e-line-unknown"] : why;
    list.append(item);
  }
  return list;
}

/** The answer as text to hand on: every line with what it rests on, folded or not. */
export function asText(section) {
  const blocks = [...section.querySelectorAll("h2, h3, [data-content] > p, li[data-line] details > *, dt, dd")];
  return blocks.map((block) => block.textContent.trim()).filter(Boolean).join("\n");
}

const paragraph = (text, name = "") => Object.assign(document.createElement("p"), { textContent: text, className: name });
const heading = (text) => Object.assign(document.createElement("h3"), { textContent: text });
