// Days in words, as the language writes them. Counts nothing.

const locale = (language) => (language === "en" ? "en-GB" : language);
const date = (day) => new Date(`${day}T00:00:00Z`);

/** A day in words; French writes « 1er » for the first. */
export function longDay({ language }, day) {
  const words = new Intl.DateTimeFormat(locale(language), { dateStyle: "long", timeZone: "UTC" }).format(date(day));
  return language === "fr" ? words.replace(/^1 /, "1er ") : words;
}

/** The day of the week. */
export const weekday = ({ language }, day) => new Intl.DateTimeFormat(locale(language), { weekday: "long", timeZone: "UTC" }).format(date(day));

/** « in 2 days ». */
export const inDays = ({ language }, days) => new Intl.RelativeTimeFormat(locale(language), { numeric: "auto" }).format(days, "day");

/** « 28 days ». */
export const countDays = ({ language }, days) => new Intl.NumberFormat(locale(language), { style: "unit", unit: "day", unitDisplay: "long" }).format(days);
