// What stands in a letter for what its writer typed, and what cannot stand there. Knows no page and keeps nothing.

import { longDay } from "./days.js";
import { isDay } from "./deadlines.js";

const EARLIEST = "1900-01-01";
const digits = (text) => text.replace(/[\s./-]/g, "");

/** What is wrong with a value, as the name of a sentence: `wrong` and `future` keep it out of the letter, `number` does not. */
export function fault({ kind, future }, value, day) {
  if (!value) return undefined;
  if (kind === "date") return !isDay(value) || value < EARLIEST ? "wrong" : value > day && !future ? "future" : undefined;
  if (kind === "national-number") return isNationalNumber(value) ? undefined : "number";
  return undefined;
}

export const refused = (name) => name === "wrong" || name === "future";

/** A value as the letter says it, in the language of the letter; empty where nothing can stand there. */
export function written(field, value, language, day) {
  if (refused(fault(field, value, day))) return "";
  if (field.kind === "date") return value && longDay({ language }, value);
  if (field.kind === "national-number" && digits(value).length === 11) return digits(value).replace(/(..)(..)(..)(...)(..)/, "$1.$2.$3-$4.$5");
  return field.kind === "national-number" && !/\d/.test(value) ? "" : value.trim();
}

/** Whether the check digits of a Belgian national number fit, for who was born before 2000 or since. */
export function isNationalNumber(text) {
  if (!/^\d{11}$/.test(digits(text))) return false;
  const [number, check] = [digits(text).slice(0, 9), Number(digits(text).slice(9))];
  return [number, `2${number}`].some((each) => 97 - (Number(each) % 97) === check);
}

/** The letter as plain text: what stands together line by line, an empty line between. */
export const plain = (groups) => groups.map((lines) => lines.join("\n")).join("\n\n");

/** The text of a file that old programs open as well: their mark of UTF-8, their ends of lines. */
export const fileText = (text) => `\ufeff${text.replace(/\r?\n/g, "\r\n")}\r\n`;
