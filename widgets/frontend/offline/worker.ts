/// <reference lib="webworker" />
/**
 * The service worker of a kept book: `worker.js` at the root of the site.
 *
 * It is registered when a reader asks to keep the book, and only then. Installing it fetches every
 * file of the edition; from then on pages come from what was kept. A newer edition is fetched
 * beside the old one and waits until the reader wants it, so the two never mix.
 */
import { PrecacheController } from "workbox-precaching/PrecacheController";
import { type Edition, keptAddress, type Progress, TAKE_OVER } from "./files";
import { several } from "./several";

declare const self: ServiceWorkerGlobalScope & { guidebookEdition: Edition };

/** One after the other, hundreds of files take as many round trips; all at once, a phone gives up. */
const AT_ONCE = 6;

const { files } = self.guidebookEdition;

const controller = new PrecacheController({ cacheName: `book-${self.registration.scope}` });
controller.addToCacheList(files);

async function tell(progress: Progress): Promise<void> {
  // The page that asked is not controlled yet.
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) {
    client.postMessage(progress);
  }
}

/**
 * What `controller.install` does, but for fetching one file at a time.
 *
 * Files are counted here and not by a plugin of the controller: that would count each page served
 * from what is kept, too.
 */
function install(event: ExtendableEvent): Promise<void> {
  let done = 0;
  return several(controller.getURLsToCacheKeys(), AT_ONCE, async ([url, cacheKey]) => {
    const request = new Request(url, { cache: "reload", credentials: "same-origin" });
    await Promise.all(controller.strategy.handleAll({ params: { cacheKey }, request, event }));
    done += 1;
    await tell({ kind: "progress", done, all: files.length });
  });
}

self.addEventListener("install", (event) => {
  event.waitUntil(install(event));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(controller.activate(event).then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === TAKE_OVER) void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  const address = keptAddress(request.url);
  if (controller.getCacheKeyForURL(address) === undefined) return;
  const handle = controller.createHandlerBoundToURL(address);
  event.respondWith(handle({ event, request, url: new URL(address) }));
});
