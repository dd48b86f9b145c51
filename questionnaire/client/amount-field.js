// Reads an amount as people type or paste it: « 1 314,20 € », "1,314.20", "12.500". Knows text only; every fault has a
// name, for which the page has a sentence.

import { latinDigits } from "./digits.js";
import { Exact, NOTHING } from "./exact.js";

const MOST = 10_000_000;
const SPACES = /[\s\u2007\u202f]+/g;
const MARKS = /[\u200e\u200f\u061c\u2066-\u2069]/g; // marks of direction, which come along when one copies
const CURRENCY = /^(?:€|eur(?:os?)?)|(?:€|eur(?:os?)?)$/i;
const GROUPED = /^[1-9]\d{0,2}(?:([ .,'’٬])\d{3})(?:\1\d{3})*$/;

/** The amount written, exact, or the name of what is wrong: empty, letters, negative, places or huge. */
export function readAmount(text) {
  let written = latinDigits(text.replace(MARKS, "")).replace(/[−–—]/g, "-").replace(SPACES, " ").trim();
  if (!written) return { fault: "empty" };
  written = written.replace(CURRENCY, "").trim().replace(/[.,]-?$/, ""); // « 1 314,- »
  const negative = written.startsWith("-") || written.endsWith("-");
  const bare = written.replace(/^[+-]|-$/g, "").trim().replace(CURRENCY, "").trim();
  const [whole, decimals] = parts(bare);
  if (whole === undefined) return { fault: "letters" };
  const value = Exact.of(`${whole}.${decimals || "0"}`);
  if (negative && value.sign) return { fault: "negative" };
  if (decimals.length > 2) return { fault: "places" };
  if (value.compare(MOST) > 0) return { fault: "huge" };
  return { value: value.sign ? value : NOTHING };
}

/** Digits before and after the decimal sign. The last sign is the decimal one, unless it stands before three digits. */
function parts(text) {
  const digits = (grouped) => grouped.replace(/\D/g, "");
  if (/^\d+$/.test(text)) return [text, ""];
  if (GROUPED.test(text)) return [digits(text), ""];
  const found = /^(.*)[.,٫](\d+)$/.exec(text);
  if (!found) return [];
  const [, whole, decimals] = found;
  const sign = text[whole.length];
  if (!/^\d*$/.test(whole) && (!GROUPED.test(whole) || whole.includes(sign))) return [];
  return [digits(whole) || "0", decimals];
}
