/** Tells a reader who keeps the book on the device that a new edition is there. */
import { TAKE_OVER } from "../offline/files";

export function tellOfUpdates(document: Document): void {
  if (!("serviceWorker" in navigator) || !navigator.serviceWorker.controller) return;

  let shown = false;
  const show = (worker: ServiceWorker): void => {
    if (shown) return;
    shown = true;
    const notice = document.createElement("div");
    notice.className = "book-update";
    notice.setAttribute("role", "status");
    const words = document.createElement("p");
    words.textContent =
      "A new edition of this book is here. Open pages of the book are loaded anew; what you typed in them is lost.";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "book-button";
    button.textContent = "Use the new edition";
    button.addEventListener("click", () => worker.postMessage(TAKE_OVER));
    notice.append(words, button);
    document.body.append(notice);
  };

  // Every open page changes with the worker: none may load parts of another edition.
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  void navigator.serviceWorker.getRegistration().then((registration) => {
    if (!registration) return;
    const watch = (worker: ServiceWorker | null): void => {
      worker?.addEventListener("statechange", () => {
        if (worker.state === "installed") show(worker);
      });
    };
    if (registration.waiting) show(registration.waiting);
    watch(registration.installing);
    registration.addEventListener("updatefound", () => watch(registration.installing));
  });
}
