// Shows the pages that a reader keeps on this device. Registered by offline.js after the reader's tap; downloads nothing
// by itself. What is kept stands in one record a language (written last, so a version is whole or absent): its list names
// the files, and the cache that holds them. Addresses are compared without fragment and query: answers are never seen.

const RECORD = "bon-guichet-kept-"; // and the language, as in questionnaire/client/offline.js
const OURS = "bon-guichet-";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  // A page kept before there were packs downloads file by file, each with a fingerprint: never answered from another version.
  if (request.method !== "GET" || request.integrity || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});

async function answer(request) {
  const path = request.url.slice(self.registration.scope.length).replace(/[?#].*$/, "");
  const lists = await keptLists().catch(() => []); // a store that cannot be read must not take the network away too
  const found = await stored(path, lists).catch(() => undefined);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    const [refuge] = lists.map(({ page }) => page);
    if (request.mode !== "navigate" || !lists.length || path === refuge) throw error;
    return Response.redirect(`${self.registration.scope}${refuge}#not-kept`);
  }
}

async function stored(path, lists) {
  for (const list of lists) {
    if (!(path in list.files)) continue;
    const found = await caches.match(self.registration.scope + path, { cacheName: `${OURS}${list.language}-${list.version}`, ignoreVary: true });
    if (found) return found;
  }
}

/** The list of each language that is kept. Reading opens no cache: opening would make anew what is being removed. */
async function keptLists() {
  const records = (await caches.keys()).filter((name) => name.startsWith(RECORD));
  const found = await Promise.all(records.map((cacheName) => caches.match(listOf(cacheName.slice(RECORD.length)), { cacheName })));
  const lists = await Promise.all(found.map((record) => record?.json().catch(() => undefined)));
  return lists.filter(Boolean);
}

const listOf = (language) => `${self.registration.scope}hors-ligne/${language}.json`;

// « Leave »: a page that goes away at once cannot wait until everything is deleted.
self.addEventListener("message", (event) => {
  if (event.data === "forget") event.waitUntil(forget());
});

async function forget() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS)).map((name) => caches.delete(name)));
  await self.registration.unregister();
}
