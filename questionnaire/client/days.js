// Days in words, as the language writes them. Counts nothing.

const LOCALES = { en: "en-GB", ar: "ar-MA" };
const MONTHS = { ar: ["ar", "ar-SY"] }; // both ways of naming them, as hooks/bonguichet/formatting.py does
const locale = (language) => LOCALES[language] ?? language;
const date = (day) => new Date(`${day}T00:00:00Z`);

const inWords = (named, day, wanted) => new Intl.DateTimeFormat(named, { ...wanted, timeZone: "UTC" }).format(date(day));

const bothMonths = (language, day) => MONTHS[language].map((named) => inWords(named, day, { month: "long" })).join("/");

/** A day in words; French writes « 1er » for the first. */
export function longDay({ language }, day) {
  if (MONTHS[language]) return `${Number(day.slice(8))} ${bothMonths(language, day)} ${day.slice(0, 4)}`;
  const words = inWords(locale(language), day, { dateStyle: "long" });
  return language === "fr" ? words.replace(/^1 /, "1er ") : words;
}

/** A day as a leaf of a calendar shows it: its weekday, number, and month with year. */
export function leaf(rules, day) {
  const { language } = rules;
  const month = MONTHS[language] ? bothMonths(language, day) : inWords(locale(language), day, { month: "short" });
  return { weekday: weekday(rules, day), number: Number(day.slice(8)), month: `${month} ${day.slice(0, 4)}` };
}

/** The day of the week. */
export const weekday = ({ language }, day) => inWords(locale(language), day, { weekday: "long" });

/** « in 2 days ». */
export function inDays({ language }, days) {
  const words = new Intl.RelativeTimeFormat(locale(language), { numeric: "auto" }).format(days, "day");
  return language === "ar" ? words.replace("خلال", "بعد") : words; // « within » would be another promise than « after »
}

/** « 28 days ». */
export const countDays = ({ language }, days) => new Intl.NumberFormat(locale(language), { style: "unit", unit: "day", unitDisplay: "long" }).format(days);
