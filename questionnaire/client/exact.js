// Exact fractions on BigInt: money is never counted in floating point. Knows numbers only.

/** A fraction in lowest terms, its denominator above nothing. */
export class Exact {
  constructor(numerator, denominator = 1n) {
    const sign = denominator < 0n ? -1n : 1n;
    const common = divisor(numerator, denominator) * sign;
    this.numerator = numerator / common;
    this.denominator = denominator / common;
  }

  /** From a plain decimal such as "-1314.20", a whole number, or a fraction such as "1/3". */
  static of(value) {
    if (value instanceof Exact) return value;
    const [, sign, whole, decimals = "", below = "1"] = /^(-?)(\d+)(?:\.(\d+))?(?:\/(\d+))?$/.exec(String(value));
    const digits = BigInt(`${sign}${whole}${decimals}`);
    return new Exact(digits, 10n ** BigInt(decimals.length) * BigInt(below));
  }

  plus(other) {
    const { numerator, denominator } = Exact.of(other);
    return new Exact(this.numerator * denominator + numerator * this.denominator, this.denominator * denominator);
  }

  minus(other) {
    return this.plus(Exact.of(other).times(-1));
  }

  times(other) {
    const { numerator, denominator } = Exact.of(other);
    return new Exact(this.numerator * numerator, this.denominator * denominator);
  }

  over(other) {
    const { numerator, denominator } = Exact.of(other);
    return new Exact(this.numerator * denominator, this.denominator * numerator);
  }

  /** Below nothing, nothing or above, as -1, 0 or 1. */
  get sign() {
    return this.numerator < 0n ? -1 : Number(this.numerator > 0n);
  }

  compare(other) {
    return this.minus(other).sign;
  }

  /** A plain decimal with two places, rounded half up (away from nothing). */
  cents() {
    const size = this.numerator < 0n ? -this.numerator : this.numerator;
    const digits = String((size * 200n + this.denominator) / (this.denominator * 2n)).padStart(3, "0");
    return `${this.sign < 0 && Number(digits) ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  }

  toString() {
    return this.denominator === 1n ? String(this.numerator) : `${this.numerator}/${this.denominator}`;
  }
}

export const NOTHING = new Exact(0n);
export const least = (...values) => values.reduce((found, value) => (value.compare(found) < 0 ? value : found));
export const most = (...values) => values.reduce((found, value) => (value.compare(found) > 0 ? value : found));

function divisor(a, b) {
  while (b) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
}
