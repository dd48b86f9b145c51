// Deadlines as a calendar file (RFC 5545), made in the browser. Whole days: no time zone can shift them.

import { isLate } from "./deadline-box.js";
import { addDays, daysBetween } from "./deadlines.js";
import { longDay } from "./days.js";
import { fill, textOf } from "./dom.js";

/** How many days before the last one a calendar reminds. */
const ALARMS = [30, 14, 3];
const HOUR = 8; // of the morning: desks open soon, and nobody is woken
const LINE = 75; // octets, as the standard wants

/** The events of deadlines that were reckoned: the last safe day of each, and the first day where there is one; no day before today. */
export function eventsOf(rules, reckoned, today) {
  const { words, deadlineWords } = rules;
  return reckoned.flatMap(({ id, start, last, opens }) => {
    const { name, length, starts, besides = "", cardFirst, desk } = deadlineWords[id];
    const title = (word) => fill(words[word], { name: textOf(name) });
    const text = [fill(words["q-labelled"], { label: textOf(name), value: textOf(length) }), textOf(starts), ...(cardFirst ? [words["d-card-first"]] : []), textOf(besides), fill(words["d-calendar-note"], { start: longDay(rules, start), day: longDay(rules, today) })];
    if (isLate(rules, id, today)) text.push(textOf(words["d-check"]));
    const event = { id, text: text.filter(Boolean).join("\n") };
    return [
      ...(opens ? [{ ...event, day: opens, title: title("d-calendar-opens"), alarms: [] }] : []),
      { ...event, day: last, title: title(desk ? "d-calendar-desk" : "d-calendar-last"), alarms: desk ? [] : alarmsFrom(today, last) },
    ].filter(({ day }) => day >= today);
  });
}

/**
 * How many days before the last one a calendar reminds of it, from tomorrow on: today has the page itself, and an alarm that
 * is over rings at once or never. Where all are over, tomorrow morning: the soonest leaves most time to find a desk open.
 */
function alarmsFrom(today, last) {
  const left = daysBetween(today, last);
  const ahead = ALARMS.filter((days) => days < left);
  return ahead.length || !left ? ahead : [left - 1];
}

/** The file. The same deadline keeps its id, so that a second import does not double it. */
export function calendarFile(events, now = new Date()) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bon Guichet//Deadlines//FR", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"];
  for (const event of events) lines.push(...eventLines(event, stamp));
  return [...lines, "END:VCALENDAR", ""].map(folded).join("\r\n");
}

function eventLines({ id, day, title, text, alarms }, stamp) {
  const compact = (date) => date.replaceAll("-", "");
  return [
    "BEGIN:VEVENT",
    `UID:${id}-${compact(day)}@bon-guichet`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    ...alarms.flatMap((days) => ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(title)}`, `TRIGGER:${morning(days)}`, "END:VALARM"]),
    "END:VEVENT",
  ];
}

/** The morning so many days before, counted from the midnight at which the day begins. */
const morning = (days) => (days ? `-P${days - 1}DT${24 - HOUR}H` : `PT${HOUR}H`);

/** Text as the standard writes it. */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** Long lines go on with a space; no character is cut in two. */
function folded(line) {
  const size = (text) => new TextEncoder().encode(text).length;
  let done = "";
  let current = "";
  for (const character of line) {
    if (size(current + character) > LINE) {
      done += `${current}\r\n`;
      current = " ";
    }
    current += character;
  }
  return done + current;
}
