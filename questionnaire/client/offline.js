// Keeps the pages of one language on this device, whole or not at all; service-worker.js shows them. Knows lists of
// files and caches only: no answer, no word. Nothing is stored before the reader asks.

import { scriptUrl } from "./dom.js";

const RECORD = "bon-guichet-kept-"; // and the language, as in overrides/service-worker.js
const AT_ONCE = 6;

const site = () => new URL("../../", new URL(document.documentElement.dataset.assets, location.href));
const listOf = (language) => new URL(`hors-ligne/${language}.json`, site()).href;
const cacheOf = ({ language, version }) => `bon-guichet-${language}-${version}`;

/** Whether this browser can keep pages, at this address. */
export const possible = () => window.isSecureContext && "serviceWorker" in navigator && "caches" in window;

/** The list of what is kept in a language; nothing where nothing is. */
export async function kept(language) {
  return (await caches.match(listOf(language), { cacheName: RECORD + language }))?.json();
}

/** The list of the version that the site shows today. */
export async function latest(language) {
  const response = await fetch(listOf(language), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${listOf(language)}`);
  return response.json();
}

/** Download the version of today, then let it take the place of the former one. A failure leaves the former as it was.
 *  `tell` hears which share, from 0 to 1, has arrived. */
export async function keep(language, tell) {
  const before = await kept(language);
  const list = await latest(language);
  if (before?.version === list.version) return;
  try {
    await download(list, tell);
    await navigator.serviceWorker.register(scriptUrl(new URL("service-worker.js", site())), { updateViaCache: "none" });
    await navigator.serviceWorker.ready;
    await (await caches.open(RECORD + language)).put(listOf(language), new Response(JSON.stringify(list)));
  } catch (error) {
    await caches.delete(cacheOf(list));
    throw error;
  }
  if (before) await caches.delete(cacheOf(before));
}

/** Each file must have the fingerprint that the list names: two versions of the site never end up in one cache. */
async function download(list, tell) {
  const cache = await caches.open(cacheOf(list));
  const waiting = Object.entries(list.files);
  const all = waiting.length;
  let arrived = 0;
  async function take() {
    while (waiting.length) {
      const [path, integrity] = waiting.shift();
      const address = new URL(path, site()).href;
      const response = await fetch(address, { integrity, cache: "no-cache" });
      if (!response.ok || response.redirected) throw new Error(`${response.status} ${address}`);
      await cache.put(address, response);
      arrived += 1;
      tell(arrived / all);
    }
  }
  const stopAll = (error) => {
    waiting.length = 0;
    throw error;
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => take().catch(stopAll)));
  const failed = ended.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason; // once nothing is under way any more: the cache can be deleted
}

/** Take away everything that is kept, in every language, and the worker that shows it. */
export async function remove() {
  const registration = await navigator.serviceWorker.getRegistration(site().href);
  if (!registration?.active) return;
  await new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    registration.active.postMessage("forget", [port2]);
  });
}
