// The amounts that an estimate needs on a day, and the estimate with the last printed ones beside it. Twin of
// hooks/bonguichet/estimate/{parameters,dated}.py. Knows the amounts that the build wrote into the page.

import { daysInMonth } from "./deadlines.js";
import { bounds } from "./estimate.js";
import { Exact } from "./exact.js";

const lastUpTo = (values, day) => values.filter(({ since }) => since <= day).pop();

/** Every amount in force on a day; one whose last figure has ended bears no figure. */
export function inForce(rules, day) {
  return mapped(rules.amounts, ({ values }) => lastUpTo(values, day));
}

/** The last amounts that a page printed; an amount that was never printed stays as it is in force. */
export function lastPrinted(rules, day) {
  return mapped(rules.amounts, ({ values, monthly }) => {
    const current = lastUpTo(values, day);
    if (current.status === "published") return current;
    const printed = [...monthly, ...values.filter(({ status }) => status === "published")];
    printed.sort((a, b) => a.since.localeCompare(b.since)); // stable: where both began one day, the yearly one
    return lastUpTo(printed, day) ?? current;
  });
}

/** The bare figures of a day, exact. */
export const figures = (amounts, day) =>
  mapped(amounts, ({ value, until }) => (until && until < day ? null : Exact.of(value)));

/** The range by the rules of the day of the decision and, where an amount is not printed, the one with printed amounts. */
export function onDay(rules, given, day) {
  const asked = { ...given, newRules: day >= rules.newDebtorRules };
  const [amounts, before] = [inForce(rules, day), lastPrinted(rules, day)];
  const found = bounds(asked, figures(amounts, day));
  const used = [found.least, found.most].flatMap(({ lines }) => lines.flatMap(({ uses }) => uses)).map((id) => amounts[id]);
  const ours = used.filter(({ status }) => status !== "published").map(({ since }) => since);
  if (!ours.length) return { found, amounts };
  const printedOn = before[`ris-${found.least.category}-year`].since;
  return { found, amounts, since: ours.sort().pop(), printed: bounds(asked, figures(before, day)), printedOn };
}

/** How many days of its month lie from a day to the end, that day too; and how many the month has. */
export function daysFrom(day) {
  const [year, month, first] = day.split("-").map(Number);
  const length = daysInMonth(year, month - 1);
  return [length - first + 1, length];
}

const mapped = (entries, change) => Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, change(entry)]));
