// A text as a QR code (ISO/IEC 18004, byte mode, UTF-8), drawn in the browser: a link with answers may go to nobody else.
// Loaded when a reader asks for a code. The build draws fixed addresses with segno (hooks/bonguichet/qr.py).

import { codeWords } from "./qr-code-words.js";

const QUIET = 4; // light modules around the code

/** Which modules each mask turns over (table 10). */
const MASKS = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** The rows of the code, dark modules true. Throws a RangeError above 2953 bytes. */
export function matrix(text) {
  const { version, level, words } = codeWords(text);
  const grid = patterns(version);
  const free = place(words, grid);
  const tried = MASKS.map((turns) => masked(grid, free, turns));
  const scores = tried.map(penalty);
  const mask = scores.indexOf(Math.min(...scores));
  writeFormat(tried[mask], (level << 3) | mask);
  writeVersion(tried[mask], version);
  return tried[mask].map((row) => row.map(Boolean));
}

/** The code as a picture that scales, black on white in every theme; what it says must stand beside it in words. */
export function svg(text) {
  const rows = matrix(text);
  const size = rows.length + 2 * QUIET;
  const lines = rows.map((row, at) => runs(row).map(([from, length]) => `M${from + QUIET} ${at + QUIET}.5h${length}`).join("")).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" aria-hidden="true" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path stroke="#000" d="${lines}"/></svg>`;
}

function runs(row) {
  const found = [];
  row.forEach((dark, at) => {
    if (dark && row[at - 1]) found[found.length - 1][1] += 1;
    else if (dark) found.push([at, 1]);
  });
  return found;
}

/** The fixed patterns; `undefined` where code words will stand. The format and the version keep their room, light. */
function patterns(version) {
  const size = version * 4 + 17;
  const grid = Array.from({ length: size }, () => Array(size).fill(undefined));
  for (let at = 0; at < size; at += 1) grid[6][at] = grid[at][6] = at % 2 ? 0 : 1; // timing
  for (const [row, column] of [[3, 3], [3, size - 4], [size - 4, 3]]) square(grid, row, column, 4, [1, 1, 0, 1, 0]); // finders
  const centres = alignment(version);
  for (const row of centres) for (const column of centres) if (!corner(row, column, size)) square(grid, row, column, 2, [1, 0, 1]);
  const keep = (row, column) => (grid[row][column] ??= 0);
  for (let at = 0; at < 9; at += 1) (keep(8, at), keep(at, 8));
  for (let at = 1; at < 9; at += 1) (keep(8, size - at), keep(size - at, 8));
  if (version >= 7) for (let bit = 0; bit < 18; bit += 1) for (const [row, column] of versionPlaces(size, bit)) keep(row, column);
  return grid;
}

/** Squares one around the other; `rings` tells their colour, the innermost first. */
function square(grid, row, column, reach, rings) {
  for (let down = -reach; down <= reach; down += 1) {
    for (let right = -reach; right <= reach; right += 1) {
      const there = grid[row + down];
      if (there && column + right in there) there[column + right] = rings[Math.max(Math.abs(down), Math.abs(right))];
    }
  }
}

/** Where alignment patterns have their centres, down and across (annex E): evenly spread from the far side. */
function alignment(version) {
  if (version < 2) return [];
  const steps = Math.floor(version / 7) + 1;
  const last = version * 4 + 10;
  const step = version === 32 ? 26 : 2 * Math.ceil((last - 6) / steps / 2);
  return [6, ...Array.from({ length: steps }, (_, at) => last - step * (steps - 1 - at))];
}

/** Three corners belong to the finders. */
const corner = (row, column, size) => [row, column].filter((at) => at === 6).length + [row, column].filter((at) => at === size - 7).length === 2 && Math.min(row, column) === 6;

/** Put the code words where no pattern stands, in columns of two, up and down, from the right; returns these places. */
function place(words, grid) {
  const size = grid.length;
  const free = [];
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5; // the timing pattern fills a column
    for (let at = 0; at < size; at += 1) {
      const row = up ? size - 1 - at : at;
      for (const column of [right, right - 1]) if (grid[row][column] === undefined) free.push([row, column]);
    }
  }
  free.forEach(([row, column], bit) => (grid[row][column] = ((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1));
  return free;
}

function masked(grid, free, turns) {
  const copy = grid.map((row) => [...row]);
  for (const [row, column] of free) if (turns(row, column)) copy[row][column] ^= 1;
  return copy;
}

/** How hard a code would be to read (7.8.3): the mask with the least is taken. */
function penalty(grid) {
  const size = grid.length;
  let [score, dark] = [0, 0];
  for (let at = 0; at < size; at += 1) {
    for (const line of [grid[at], grid.map((row) => row[at])]) score += longRuns(line) + finderLike(line.join(""));
    for (let next = 0; next < size; next += 1) {
      dark += grid[at][next];
      if (at && next && grid[at][next] + grid[at - 1][next] + grid[at][next - 1] + grid[at - 1][next - 1] in { 0: 1, 4: 1 }) score += 3;
    }
  }
  return score + 10 * Math.floor(Math.abs((dark / size ** 2) * 100 - 50) / 5);
}

/** Five modules of one colour in a row: three, and one for each more. */
const longRuns = (line) => (line.join("").match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);

/** What looks like a finder, with four light modules before or after it; light is also what lies around the code. */
function finderLike(line) {
  let score = 0;
  for (let at = line.indexOf("1011101"); at >= 0; ) {
    const found = !line.slice(Math.max(at - 4, 0), at).includes("1") || !line.slice(at + 7, at + 11).includes("1");
    if (found) score += 40;
    at = line.indexOf("1011101", at + (found ? 7 : 4));
  }
  return score;
}

/** Level and mask, twice, with ten bits that mend them (annex C). */
function writeFormat(grid, said) {
  const size = grid.length;
  const bits = ((said << 10) | checkBits(said, 10, 0x537)) ^ 0x5412;
  const past = (at) => at + (at > 5 ? 1 : 0); // the timing pattern lies between
  for (let at = 0; at < 8; at += 1) {
    grid[past(at)][8] = grid[8][size - 1 - at] = (bits >> at) & 1;
    grid[8][past(at)] = grid[size - 1 - at][8] = (bits >> (14 - at)) & 1;
  }
  grid[8][7] = (bits >> 8) & 1;
  grid[size - 8][8] = 1; // always dark
}

/** From version 7 on: the version, twice, with twelve bits that mend it (annex D). */
function writeVersion(grid, version) {
  if (version < 7) return;
  const bits = (version << 12) | checkBits(version, 12, 0x1f25);
  for (let bit = 0; bit < 18; bit += 1) for (const [row, column] of versionPlaces(grid.length, bit)) grid[row][column] = (bits >> bit) & 1;
}

function versionPlaces(size, bit) {
  const [long, short] = [Math.floor(bit / 3), size - 11 + (bit % 3)];
  return [[long, short], [short, long]];
}

/** The remainder of a division of polynomials over two elements. */
function checkBits(value, length, divisor) {
  let left = value;
  for (let step = 0; step < length; step += 1) left = (left << 1) ^ ((left >> (length - 1)) * divisor);
  return left;
}
