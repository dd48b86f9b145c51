// A text as the code words of a QR code (ISO/IEC 18004): its bytes, and the bytes that mend it when a part is unreadable.
// Knows versions and levels; must not know where a code word stands in the picture.

const MOST_VERSIONS = 40;

/** For each level: its number in the picture; for each version, error code words a block and the number of blocks (table 9). */
const LEVELS = {
  M: {
    bits: 0,
    correcting: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, ...Array(19).fill(28)],
    blocks: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49],
  },
  L: {
    bits: 1,
    correcting: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, ...Array(14).fill(30)],
    blocks: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25],
  },
};

/** Up to this many bytes a code can lose 15 % of itself (M); a longer one only 7 % (L), or it would be too dense to scan. */
const LONG = 600;

/** The smallest code that holds the text: its version, the two bits of its level, and its code words in their order. */
export function codeWords(text) {
  const bytes = new TextEncoder().encode(text);
  const level = LEVELS[bytes.length > LONG ? "L" : "M"];
  for (let version = 1; version <= MOST_VERSIONS; version += 1) {
    const counts = countsOf(version, level);
    const counter = version < 10 ? 8 : 16;
    if (4 + counter + bytes.length * 8 > counts.data * 8) continue;
    return { version, level: level.bits, words: interleaved(padded(bytes, counter, counts.data), counts) };
  }
  throw new RangeError(`no QR code holds ${bytes.length} bytes`);
}

function countsOf(version, level) {
  const total = Math.floor(freeModules(version) / 8);
  const [correcting, blocks] = [level.correcting[version - 1], level.blocks[version - 1]];
  return { total, correcting, blocks, data: total - correcting * blocks };
}

/** How many modules of a version are left for code words: all of them but the patterns and what is said about the code. */
function freeModules(version) {
  const all = (version * 4 + 17) ** 2;
  const finders = 3 * 64;
  const timing = 2 * (version * 4 + 1);
  const format = 31;
  if (version < 2) return all - finders - timing - format;
  const aside = Math.floor(version / 7) + 2; // alignment patterns on each side, of which three corners are taken
  const alignment = (aside * aside - 3) * 25 - 2 * (aside - 2) * 5; // ten of their modules are timing already
  return all - finders - timing - format - alignment - (version < 7 ? 0 : 36);
}

/** Byte mode, the number of bytes, the bytes, an end, then what fills the code. */
function padded(bytes, counter, room) {
  const bits = [];
  const push = (value, length) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
  };
  push(0b0100, 4);
  push(bytes.length, counter);
  for (const byte of bytes) push(byte, 8);
  push(0, 4); // the end: with the mode and the counter it makes whole bytes
  const words = [];
  for (let at = 0; at < bits.length; at += 8) words.push(bits.slice(at, at + 8).reduce((byte, bit) => byte * 2 + bit, 0));
  for (let filler = 0xec; words.length < room; filler ^= 0xec ^ 0x11) words.push(filler);
  return words;
}

/** The first word of every block, then the second … ; then the words that mend them, likewise. */
function interleaved(words, { total, correcting, blocks }) {
  const short = Math.floor(total / blocks) - correcting;
  const longer = total % blocks; // that many blocks at the end hold one word more
  const cut = [];
  for (let block = 0, at = 0; block < blocks; block += 1) {
    const end = at + short + (block < blocks - longer ? 0 : 1);
    cut.push(words.slice(at, end));
    at = end;
  }
  const divisor = divisorOf(correcting);
  return [...columns(cut, short + 1), ...columns(cut.map((block) => remainder(block, divisor)), correcting)];
}

function columns(rows, length) {
  const found = [];
  for (let column = 0; column < length; column += 1) found.push(...rows.filter((row) => column < row.length).map((row) => row[column]));
  return found;
}

// Reed–Solomon over the field of 256 elements in which x⁸ = x⁴ + x³ + x² + 1.

const POWERS = [1];
for (let power = 1; power < 255; power += 1) {
  const doubled = POWERS[power - 1] * 2;
  POWERS.push(doubled > 255 ? doubled ^ 0x11d : doubled);
}
const LOGARITHMS = Object.fromEntries(POWERS.map((value, power) => [value, power]));

const times = (one, other) => (one && other ? POWERS[(LOGARITHMS[one] + LOGARITHMS[other]) % 255] : 0);

/** (x − 1)(x − 2)(x − 4) … : its coefficients below the first, which is 1. */
function divisorOf(degree) {
  let found = [1];
  for (let root = 0; root < degree; root += 1) {
    found = [...found, 0].map((value, at) => value ^ (at ? times(found[at - 1], POWERS[root]) : 0));
  }
  return found.slice(1);
}

function remainder(words, divisor) {
  const left = [...words, ...divisor.map(() => 0)];
  for (let at = 0; at < words.length; at += 1) {
    const factor = left[at];
    divisor.forEach((value, place) => (left[at + place + 1] ^= times(value, factor)));
  }
  return left.slice(words.length);
}
