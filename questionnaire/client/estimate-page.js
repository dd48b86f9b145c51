// Reads the form of the estimate, says what is wrong at each field, and shows the answer. Nothing leaves the page:
// what is typed stands neither in the address nor in storage.

import { readAmount } from "./amount-field.js";
import { isDay, today } from "./deadlines.js";
import { longDay } from "./days.js";
import { fill, markWrong } from "./dom.js";
import { daysFrom, onDay } from "./estimate-amounts.js";
import { asText, headline, money, show } from "./estimate-view.js";
import { Exact, NOTHING } from "./exact.js";
import { copied } from "./handing.js";

const page = document.querySelector("[data-estimate]");
const form = page?.querySelector("[data-estimate-form]");
const section = page?.querySelector("[data-result]");
const announced = page?.querySelector("[data-announced]");
const rules = form && JSON.parse(page.querySelector("[data-rules]").textContent);
const UNKNOWN = "unknown";
const namesOf = (selector) => [...(form?.querySelectorAll(selector) ?? [])].map(({ name }) => name);
const DEBTORS = namesOf("[name^=debtor-][inputmode=decimal]");
const AMOUNTS = namesOf("[inputmode=decimal]");

const field = (name) => form.elements[name];
const written = (name) => field(name).value.trim();
const isUnknown = (name) => field(`${name}-unknown`).checked;

/** What is given, or nothing where a field is wrong; then each such field says why. */
function read() {
  const faults = new Map();
  const say = (name, word, values = {}) => faults.has(name) || faults.set(name, fill(rules.words[`e-fault-${word}`], values));
  const amounts = Object.fromEntries(AMOUNTS.map((name) => [name, amount(name, say)]));
  const category = written("category") === UNKNOWN ? null : written("category");
  const day = decisionDay(say);
  const days = incompleteMonth(day, say);
  const children = wholeNumber("children", 0, rules.mostChildren, "children", say) ?? 0;
  const debtors = DEBTORS.filter((name) => amounts[name] !== NOTHING).map((name) => ({
    relation: written(name.replace("debtor", "relation")),
    income: amounts[name],
  }));
  if (category === "single") refuseCompany(amounts, say);
  showFaults(faults);
  if (faults.size) return null;
  const exemption = written("exemption") === UNKNOWN ? null : written("exemption");
  const { "child-benefit": childBenefit, work, benefits, maintenance, savings, home, partner } = amounts;
  return { day, given: { category, work, exemption, benefits, maintenance, savings, home, children, partner, debtors, childBenefit, ...days } };
}

/** Exact; null where it is not known, nothing where the field is empty. */
function amount(name, say) {
  if (isUnknown(name)) return null;
  const { value, fault } = readAmount(field(name).value);
  if (fault && fault !== "empty") say(name, fault, { example: money(rules, Exact.of("1314.20")) });
  return value ?? NOTHING;
}

function decisionDay(say) {
  const day = written("date");
  if (!isDay(day)) say("date", "date");
  else if (day < rules.firstDay) say("date", "early", { day: longDay(rules, rules.firstDay) });
  else if (day > today()) say("date", "future");
  return day;
}

/** The days of an incomplete month: for which aid is asked, and that the wage covers. */
function incompleteMonth(decision, say) {
  const request = written("request");
  const typed = request || field("request").validity.badInput;
  if (typed && !isDay(request)) say("request", "date");
  else if (request > decision) say("request", "request");
  const [aided, month] = daysFrom([request, decision].find(isDay) ?? today());
  const workCovers = wholeNumber("work-covers", 1, month, "days", say);
  return { month, aided: request ? aided : null, workCovers };
}

function wholeNumber(name, least, most, word, say) {
  const { value, fault } = readAmount(field(name).value);
  if (fault === "empty") return null;
  if (fault || value.denominator !== 1n || value.compare(least) < 0 || value.compare(most) > 0) say(name, word, { least, most });
  return value ? Number(value.numerator) : null;
}

/** Who lives alone has no partner and no family there. */
function refuseCompany(amounts, say) {
  for (const name of ["partner", "child-benefit", ...DEBTORS]) if (amounts[name] !== NOTHING) say(name, "alone");
}

function showFaults(faults) {
  for (const place of form.querySelectorAll(".error")) {
    const name = place.id.replace(/^estimate-|-error$/g, "");
    place.textContent = faults.get(name) ?? "";
    markWrong(field(name), faults.has(name));
  }
  const first = [...form.elements].find(({ name }) => faults.has(name));
  if (!first) return;
  section.hidden = true;
  speak(rules.words["e-errors"]);
  for (let box = first.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  (first.disabled ? field(`${first.name}-unknown`) : first).focus();
}

/** Why there may be a range, in the order of the form. */
function reasons({ debtors, childBenefit }, { found }, day) {
  const { words } = rules;
  const labels = told().filter(isOpen).map(({ name }) => labelOf(name));
  const said = labels.length ? [fill(words["e-because-unknown"], { labels: labels.join(words.comma) })] : [];
  if (debtors.length || childBenefit !== NOTHING) said.push(words[day < rules.newDebtorRules ? "e-because-before" : "e-because-since"]);
  if (found.most.lines.some(({ id, unknown }) => id === "work-exemption" && unknown)) said.push(words["e-because-shortage"]);
  return said;
}

/** What was written, chosen or left open, as pairs of words. */
const said = () => told().map((input) => [labelOf(input.name), isOpen(input) ? openWord() : valueOf(input)]);

/** The fields that say something, in the order of the form. */
function told() {
  const asked = [...form.elements].filter(({ name, type }) => name && type !== "checkbox");
  return asked.filter(({ name, value, disabled }) => (value || disabled) && matters(name));
}

/** A choice says something only where the amount it belongs to is given. */
function matters(name) {
  if (name === "exemption") return !isUnknown("work") && readAmount(field("work").value).value?.sign;
  const debtor = name.startsWith("relation-") && name.replace("relation", "debtor");
  return !debtor || isUnknown(debtor) || written(debtor);
}

const isOpen = ({ disabled, value }) => disabled || value === UNKNOWN;
const openWord = () => form.querySelector(`option[value=${UNKNOWN}]`).textContent;

function valueOf({ type, value, selectedOptions }) {
  if (selectedOptions) return selectedOptions[0].textContent;
  return type === "date" ? longDay(rules, value) : value;
}

const labelOf = (name) => form.querySelector(`label[for="estimate-${name}"]`).textContent;

function calculate() {
  const asked = read();
  if (!asked) return;
  const dated = onDay(rules, asked.given, asked.day);
  section.querySelector("[data-content]").replaceChildren(show(rules, dated, reasons(asked.given, dated, asked.day), said(), asked.given.partner !== NOTHING));
  section.hidden = false;
  speak(headline(rules, dated.found), true);
  section.querySelector("h2").focus();
}

/** Say something where a screen reader hears it; `only` there, where the eye reads it elsewhere. */
function speak(sentence, only = false) {
  announced.classList.toggle("spoken", only);
  announced.textContent = sentence;
}

async function copy() {
  speak(rules.words[(await copied(asText(section))) ? "e-copied" : "e-copy-failed"]);
}

function begin() {
  if (today() > rules.hideAfter) {
    page.querySelector("[data-too-old]").hidden = false;
    for (const examples of document.querySelectorAll("[data-estimate-examples]")) examples.hidden = true;
    return;
  }
  form.hidden = false;
  field("date").value ||= today();
  field("date").max = today();
  form.addEventListener("submit", (event) => (event.preventDefault(), calculate()));
  form.addEventListener("input", ({ target }) => {
    section.hidden = true; // what was counted no longer fits what is written
    speak("");
    if (target.type === "checkbox") field(target.name.replace("-unknown", "")).disabled = target.checked;
  });
  form.elements.category.addEventListener("change", ({ target }) => {
    if (["cohabitant", "family"].includes(target.value)) field("partner").closest("details").open = true;
  });
  section.querySelector("[data-action=copy]").addEventListener("click", copy);
  section.querySelector("[data-action=print]").addEventListener("click", () => print());
}

if (form) begin();
