// Days abroad, counted year by year. Twin of hooks/bonguichet/stays.py. Knows days and a limit, no right.
// The day of departure and that of the return both count: the safe reading.

import { addDays } from "./deadlines.js";

const yearOf = (day) => day.slice(0, 4);

/** How many days of each calendar year lie in stays given as [departure, return]; a day in two of them counts once. */
export function daysAbroad(stays) {
  const days = new Set();
  for (const [first, last] of stays) for (let day = first; day <= last; day = addDays(day, 1)) days.add(day);
  const years = {};
  for (const day of [...days].sort()) years[yearOf(day)] = (years[yearOf(day)] ?? 0) + 1;
  return years;
}

/** The last safe day to be back from a stay that begins on that departure; null where the limit is used up by then. */
export function lastReturn(stays, departure, limit) {
  const eve = addDays(departure, -1);
  const used = daysAbroad(stays.filter(([first]) => first < departure).map(([first, last]) => [first, last < eve ? last : eve]));
  let day = departure;
  while ((used[yearOf(day)] ?? 0) < limit) {
    used[yearOf(day)] = (used[yearOf(day)] ?? 0) + 1;
    day = addDays(day, 1);
  }
  return day > departure ? addDays(day, -1) : null;
}
