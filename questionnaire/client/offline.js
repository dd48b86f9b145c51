// Keeps the pages of one language on this device, whole or not at all; service-worker.js shows them. They come in one
// pack (offline.py). Knows lists of files and caches only: no answer, no word. Nothing is stored before the reader asks.
//
// A network may break off, send nothing for ever, or send another file or page than was asked for; the device may be
// full; the browser may be closed at any moment; another tab may do the same, or take everything away. Therefore: a version
// counts once its record stands, which is written last, when every file is there; what no record names goes at the next
// occasion.

import { scriptUrl } from "./dom.js";

const OURS = "bon-guichet-";
const RECORD = `${OURS}kept-`; // and the language, as in overrides/service-worker.js
const STALLED = 120_000; // milliseconds without one byte

const site = () => new URL("../../", new URL(document.documentElement.dataset.assets, location.href));
const listOf = (language) => new URL(`hors-ligne/${language}.json`, site()).href;
const cacheOf = ({ language, version }) => `${OURS}${language}-${version}`;
const ours = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));
const drop = (names) => Promise.all(names.map((name) => caches.delete(name)));

/** Whether this browser can keep pages, at this address. */
export const possible = () => window.isSecureContext && "serviceWorker" in navigator && "caches" in window;

/** Whether anything lies on this device: a version of any language, or what is left of a download. */
export const anything = async () => (await ours()).length > 0;

/** The list of what is kept in a language; nothing where nothing is. */
export async function kept(language) {
  const record = await caches.match(listOf(language), { cacheName: RECORD + language });
  const list = await record?.json().catch(() => undefined);
  return list && (await caches.has(cacheOf(list))) ? list : undefined;
}

/** The list of the version that the site shows today. */
export async function latest(language) {
  const wait = patience();
  try {
    const response = await fetch(listOf(language), { cache: "no-cache", signal: wait.signal });
    const list = response.ok && (await response.json());
    if (list?.language !== language) throw new Error(`${response.status} ${listOf(language)}`); // a network's own page
    return list;
  } finally {
    wait.end();
  }
}

/** Whether the site has another version than `before`, and no older one: not every server of a host learns of a new version at once. */
export const isNewer = (now, before) => now.version !== before.version && now.day >= before.day;

/** Whether a download failed because the device, or the browser's share of it, is full. */
export const isFull = (error) => error?.name === "QuotaExceededError";

/** Download the version of today, then let it take the place of the former one. A failure leaves the former as it was.
 *  `tell` hears which share, from 0 to 1, has arrived. Tabs wait for each other. */
export const keep = (language, tell) => alone(() => replace(language, tell));

const alone = (task) => (navigator.locks ? navigator.locks.request(`${OURS}keep`, task) : task());

async function replace(language, tell) {
  const before = await kept(language);
  const list = await latest(language);
  if (before && !isNewer(list, before)) return;
  await tidy();
  try {
    // First of all: whoever leaves in the middle of a download has what arrived taken away by the worker.
    await navigator.serviceWorker.register(scriptUrl(new URL("service-worker.js", site())), { updateViaCache: "none" });
    await navigator.serviceWorker.ready;
    const cache = await caches.open(cacheOf(list)); // before the download: taken away meanwhile, it does not come back
    await store(unpack(await download(list, tell)), list, cache);
    if (!(await whole(list))) throw new Error("taken away meanwhile");
    await (await caches.open(RECORD + language)).put(listOf(language), new Response(JSON.stringify(list)));
  } finally {
    await tidy().catch(() => {}); // what stays behind goes the next time
  }
}

async function whole(list) {
  if (!(await caches.has(cacheOf(list)))) return false; // opening would make it
  return (await (await caches.open(cacheOf(list))).keys()).length === Object.keys(list.files).length;
}

/** Take away what no record names: a former version, what is left of a download, a worker that has nothing to show. */
async function tidy() {
  const names = await ours();
  const records = names.filter((name) => name.startsWith(RECORD));
  const lists = (await Promise.all(records.map((name) => kept(name.slice(RECORD.length))))).filter(Boolean);
  const needed = lists.flatMap((list) => [RECORD + list.language, cacheOf(list)]);
  await drop(names.filter((name) => !needed.includes(name)));
  if (!lists.length) await unregister();
}

/** The pack of a version: its fingerprint must be the one that the list names, so two versions never mix. */
async function download(list, tell) {
  const wait = patience();
  try {
    const response = await fetch(new URL(list.pack, site()), { cache: "no-store", signal: wait.signal });
    if (!response.ok) throw new Error(`${response.status} ${list.pack}`);
    const bytes = await read(response, list.length, (arrived) => {
      wait.arrived();
      tell(arrived / list.length);
    });
    if ((await fingerprint(bytes)) !== list.sha256) throw new Error(`another ${list.pack}`);
    return JSON.parse(new TextDecoder().decode(bytes));
  } finally {
    wait.end();
  }
}

/** What arrives, byte by byte counted. A fetch that checks the fingerprint itself would tell nothing before the end. */
async function read(response, length, tell) {
  const bytes = new Uint8Array(length);
  let arrived = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return bytes;
    bytes.set(value, arrived); // more than was promised does not fit, and fails
    arrived += value.length;
    tell(arrived);
  }
}

const fingerprint = async (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));

/** The files of a pack, by address: each a list of lines, each of these a list of pieces. */
function unpack({ pieces, lines, files }) {
  const texts = join(Object.values(files), join(lines, pieces));
  return Object.keys(files).map((address, index) => [address, texts[index]]);
}

/** Numbers count from 1; 0 is the next part that has not come yet. */
function join(lists, parts) {
  let next = 0;
  const part = (number) => parts[number ? number - 1 : next++];
  return lists.map((numbers) => numbers.map(part).join(""));
}

async function store(files, list, cache) {
  for (const [path, text] of files) {
    await cache.put(new URL(path, site()).href, new Response(text, { headers: { "Content-Type": list.files[path] } }));
  }
}

/** Ends what is under way once nothing has arrived for a long time: some networks let every request hang. */
function patience() {
  const control = new AbortController();
  const stop = () => control.abort();
  let timer = setTimeout(stop, STALLED);
  const arrived = () => {
    clearTimeout(timer);
    timer = setTimeout(stop, STALLED);
  };
  const end = () => {
    clearTimeout(timer);
    stop();
  };
  return { signal: control.signal, arrived, end };
}

/** Take away everything that is kept, in every language, and the worker that shows it. */
export async function remove() {
  await drop(await ours());
  await unregister();
}

const unregister = async () => (await navigator.serviceWorker.getRegistration(site().href))?.unregister();
