// Belgian reckoning of deadlines (Judicial Code, articles 52 to 54). Twin of
// hooks/bonguichet/deadlines.py. Days are ISO strings, so that no time zone can shift them.

const SOON = 14;
const DAY = 86_400_000;

const parse = (iso) => new Date(`${iso}T00:00:00Z`);
const iso = (date) => date.toISOString().slice(0, 10);

/** How many days a month has; January is 0. */
export const daysInMonth = (year, month) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** Whether a text is a day of the calendar, written 2026-11-03. */
export function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(parse(text).getTime()) && iso(parse(text)) === text;
}

/** Today where the reader is. No other module asks the date. */
export function today() {
  const now = new Date();
  return iso(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
}

export function addDays(day, days) {
  return iso(new Date(parse(day).getTime() + days * DAY));
}

/** The last safe day of a deadline; see the Python twin for the reading at month ends. */
export function lastDay(start, length) {
  if (length.days !== undefined) return addDays(start, length.days);
  const first = addDays(start, 1);
  return [sameDate(start, length.months), eveOfSameDate(first, length.months)].sort()[0];
}

/** Where a deadline stands: running, soon (14 days or less to go) or passed. */
export function term(start, length, day) {
  const end = lastDay(start, length);
  if (end < day) return "passed";
  return end <= addDays(day, SOON) ? "soon" : "running";
}

/** The days of one clock, counted from the day of its trigger; see the Python twin. What does not apply is null. */
export function reckon({ deadlines, holidays }, id, day) {
  const rule = deadlines[id];
  const endOf = (other) => reckon({ deadlines, holidays }, other, day).last;
  const start = rule.after ? endOf(rule.after) : day;
  const last = lastDay(start, rule);
  return {
    start,
    last,
    opens: rule.opensAfter ? addDays(endOf(rule.opensAfter), 1) : null,
    later: rule.laterAfter ? lastDay(endOf(rule.laterAfter), rule) : null,
    moved: rule.moves && isClosed(last, holidays) ? nextWorkingDay(last, holidays) : null,
  };
}

/** Whether the courts are closed: on a Saturday, a Sunday or a legal holiday (Judicial Code, art. 53). */
export const isClosed = (day, holidays) => closedAs(day, holidays) !== undefined;

/** As which day of closed desks a day counts: a legal holiday is one more Sunday. Nothing for a working day. */
export const closedAs = (day, holidays) => (holidays.includes(day) ? "sun" : { 0: "sun", 6: "sat" }[parse(day).getUTCDay()]);

/** The first day after it on which the courts are open. */
export function nextWorkingDay(day, holidays) {
  const following = addDays(day, 1);
  return isClosed(following, holidays) ? nextWorkingDay(following, holidays) : following;
}

/** How many days lie between two days; negative when the second comes first. */
export const daysBetween = (from, to) => Math.round((parse(to) - parse(from)) / DAY);

function monthAfter(day, months) {
  const date = parse(day);
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const [year, month] = [Math.floor(index / 12), index % 12];
  return { year, month, length: daysInMonth(year, month), number: date.getUTCDate() };
}

function sameDate(day, months) {
  const { year, month, length, number } = monthAfter(day, months);
  return iso(new Date(Date.UTC(year, month, Math.min(number, length))));
}

function eveOfSameDate(first, months) {
  const { year, month, length, number } = monthAfter(first, months);
  return iso(new Date(Date.UTC(year, month, number > length ? length : number - 1)));
}
