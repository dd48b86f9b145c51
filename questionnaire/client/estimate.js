// The indicative estimate of a RIS, exact to the cent. Twin of hooks/bonguichet/estimate/: there each step names its
// article. Knows the rules; the amounts of a day are handed over.

import { NOTHING, least, most } from "./exact.js";

export const CATEGORIES = ["cohabitant", "single", "family"];
const MONTHS = 12;
const POSSIBLE_EXEMPTIONS = ["none", "work", "shortage"];
const EXEMPTION_AMOUNTS = { work: "ris-exemption-work", student: "ris-exemption-work", shortage: "ris-exemption-shortage" };
const SAVINGS = ["ris-savings-free", "ris-savings-middle", "ris-savings-middle-rate", "ris-savings-top-rate"];
const HOME = ["ris-home-free", "ris-home-free-child", "ris-home-factor"];
const FREE = {
  category: null, newRules: true, work: NOTHING, exemption: "none", benefits: NOTHING, maintenance: NOTHING, savings: NOTHING,
  home: NOTHING, children: 0, partner: NOTHING, debtors: [], childBenefit: NOTHING, month: 30, aided: null, workCovers: null,
};

// The legal steps

export const professionalIncomeExemption = (income, exemption) => least(income, exemption);

export const wholeMonth = (income, covered, length) => income.times(length).over(covered);

export const partOfMonth = (amount, days, length) => amount.times(days).over(length);

export function savings(total, free, middle, middleRate, topRate) {
  const inMiddle = most(NOTHING, least(total, middle).minus(free));
  const onTop = most(NOTHING, total.minus(middle));
  return inMiddle.times(middleRate).plus(onTop.times(topRate)).over(100);
}

export const ownHome = (cadastral, children, free, freeChild, factor) =>
  most(NOTHING, cadastral.minus(free).minus(freeChild.times(children))).times(factor);

export function partnerMeans(category, income, cohabitant) {
  if (category === "single") return NOTHING;
  return category === "family" ? income : most(NOTHING, income.minus(cohabitant));
}

export function maintenanceDebtorsMeans(category, incomes, cohabitant) {
  if (category === "single") return NOTHING;
  return incomes.reduce((sum, income) => sum.plus(most(NOTHING, income.minus(cohabitant))), NOTHING);
}

export const countedRelations = (newRules) => (newRules ? ["near", "far"] : ["near"]);

export const generalExemption = (means, scale, exemption) => (means.compare(scale) < 0 ? least(means, exemption) : NOTHING);

export const integrationIncome = (scale, means) => most(NOTHING, scale.minus(means));

// The lines

/** Every possibility that what is not known leaves open: the least, the most, and the days of a month likewise. */
export function bounds(given, figures) {
  const found = possibilities({ ...FREE, ...given }, figures).map((reading) => estimate(...reading));
  const days = found.map((each) => each.days).filter(Boolean);
  const first = (better) => found.reduce((best, each) => (better(each.year.compare(best.year)) ? each : best));
  return {
    least: first((sign) => sign < 0),
    most: first((sign) => sign > 0),
    days: days.length ? [least(...days), most(...days)] : null,
  };
}

/** One reading: amounts that nobody knows take everything or nothing, debtors count or do not. */
export function estimate(given, figures, everything = false, countDebtors = true) {
  given = { ...FREE, ...given };
  const scale = figures[`ris-${given.category}-year`];
  const means = [...meansOf(given, figures, everything ? scale : NOTHING, countDebtors)];
  const total = means.reduce((sum, { value }) => sum.minus(value), NOTHING);
  const exemptId = `ris-general-exemption-${given.category}`;
  const exempt = generalExemption(total, scale, figures[exemptId]);
  const year = integrationIncome(scale, total.minus(exempt));
  const month = year.over(MONTHS);
  const lines = [line("scale", scale, [`ris-${given.category}-year`]), ...means];
  if (exempt.sign) lines.push(line("general-exemption", exempt, [exemptId]));
  lines.push(line("year", year), line("month", month));
  const days = daysOf(given, month, () => estimate({ ...given, work: NOTHING, aided: null, workCovers: null }, figures, everything, countDebtors));
  return { category: given.category, lines: [...lines, ...days], year, month, days: days.length ? days[days.length - 1].value : null };
}

/** Which line leaves nothing, where the estimate is nothing. */
export function emptiedBy({ lines, year }) {
  if (year.sign) return null;
  let left = NOTHING;
  let emptied = null;
  for (const { id, value } of lines) {
    if (id === "year") break;
    const now = left.plus(value);
    if (left.sign > 0 && now.sign <= 0) emptied = id;
    left = now;
  }
  return emptied;
}

const line = (id, value, uses = [], unknown = false) => ({ id, value, uses, unknown });

/** The lines of an incomplete month: the days with the wage, those without it where there are some, and their sum. */
function daysOf({ month: length, aided, workCovers }, month, idle) {
  if (aided === null && workCovers === null) return [];
  const days = aided ?? length;
  const covered = Math.min(workCovers ?? days, days);
  const worked = partOfMonth(month, covered, length);
  if (covered === days) return [line("days", worked)];
  const others = partOfMonth(idle().month, days - covered, length);
  return [line("days-worked", worked), line("days-idle", others), line("days", worked.plus(others))];
}

function possibilities(given, figures) {
  const found = [];
  const categories = given.category === null ? possibleCategories(given) : [given.category];
  const counted = hasRelatives(given) ? [false, true] : [true];
  for (const category of categories) {
    for (const exemption of exemptions(given, figures)) {
      for (const everything of [false, true]) {
        for (const debtors of counted) found.push([{ ...given, category, exemption }, figures, everything, debtors]);
      }
    }
  }
  return found;
}

const isNothing = (income) => income !== null && !income.sign;
const hasRelatives = ({ debtors, childBenefit }) => debtors.length > 0 || !isNothing(childBenefit);

/** Every category; but who lives with a partner or relatives is not single. */
function possibleCategories(given) {
  const alone = isNothing(given.partner) && !hasRelatives(given);
  return alone ? CATEGORIES : CATEGORIES.filter((category) => category !== "single");
}

function exemptions({ work, exemption }, figures) {
  if (work && !work.sign) return ["none"];
  const kinds = exemption === null ? POSSIBLE_EXEMPTIONS : [exemption];
  // a figure nobody knows is at least the ordinary exemption, at most the whole wage
  return figures["ris-exemption-shortage"] ? kinds : kinds.flatMap((kind) => (kind === "shortage" ? ["work", "whole"] : [kind]));
}

function* meansOf(given, figures, unknown, countDebtors) {
  const cohabitant = figures["ris-cohabitant-year"];
  yield* workOf(given, figures, unknown);
  yield* monthly("benefits", given.benefits, unknown);
  yield* monthly("maintenance", given.maintenance, unknown);
  if (given.savings === null) yield line("savings", unknown.times(-1), [], true);
  else if (given.savings.sign) yield line("savings", savings(given.savings, ...SAVINGS.map((id) => figures[id])).times(-1), SAVINGS);
  if (given.home === null) yield line("home", unknown.times(-1), [], true);
  else if (given.home.sign) {
    const uses = given.children ? HOME : HOME.filter((id) => id !== "ris-home-free-child");
    yield line("home", ownHome(given.home, given.children, ...HOME.map((id) => figures[id])).times(-1), uses);
  }
  if (given.category === "single") return;
  if (given.partner === null) yield line("partner", unknown.times(-1), [], true);
  else if (given.partner.sign) {
    const uses = given.category === "family" ? [] : ["ris-cohabitant-year"];
    yield line("partner", partnerMeans(given.category, given.partner.times(MONTHS), cohabitant).times(-1), uses);
  }
  if (countDebtors) yield* debtorsOf(given, cohabitant, unknown);
}

function* monthly(id, income, unknown) {
  if (income === null) yield line(id, unknown.times(-1), [], true);
  else if (income.sign) yield line(id, income.times(-MONTHS));
}

function* workOf({ work, exemption, workCovers, month }, figures, unknown) {
  if (work === null) return yield line("work", unknown.times(-1), [], true);
  if (!work.sign) return undefined;
  const income = wholeMonth(work, workCovers ?? month, month);
  yield line("work", income.times(-MONTHS));
  if (exemption === "whole") return yield line("work-exemption", income.times(MONTHS), [], true);
  if (exemption === "none") return undefined;
  const id = EXEMPTION_AMOUNTS[exemption];
  return yield line("work-exemption", professionalIncomeExemption(income, figures[id]).times(MONTHS), [id]);
}

function* debtorsOf({ category, newRules, debtors, childBenefit }, cohabitant, unknown) {
  const counted = debtors.filter(({ relation }) => countedRelations(newRules).includes(relation));
  const known = counted.filter(({ income }) => income !== null).map(({ income }) => income.times(MONTHS));
  if (known.length < counted.length) yield line("debtors", unknown.times(-1), [], true);
  if (known.length) yield line("debtors", maintenanceDebtorsMeans(category, known, cohabitant).times(-1), ["ris-cohabitant-year"]);
  if (newRules) yield* monthly("child-benefit", childBenefit, unknown);
}
