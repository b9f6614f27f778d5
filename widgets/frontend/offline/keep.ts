/** The button that keeps the book on this device, and takes it off again: `static/page/keep.js`. */
import type { Progress } from "./files";

/** What the build says of the edition, in `keep-edition.js`. */
interface Kept {
  bytes: number;
  files: number;
  edition: string;
}

const WORKER = "worker.js";

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString("en", { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })} MB`;
}

export class Keeper {
  private readonly said: HTMLElement;
  private readonly bar: HTMLProgressElement;
  private readonly keepButton: HTMLButtonElement;
  private readonly removeButton: HTMLButtonElement;

  constructor(
    private readonly box: HTMLElement,
    private readonly edition: Kept,
  ) {
    const document = box.ownerDocument;
    this.said = document.createElement("p");
    this.said.setAttribute("role", "status");
    this.bar = document.createElement("progress");
    this.bar.hidden = true;
    this.bar.setAttribute("aria-label", "Files kept");
    this.keepButton = this.button(`Keep this book on this device (${megabytes(edition.bytes)})`);
    this.removeButton = this.button("Remove from this device");
    this.keepButton.addEventListener("click", () => void this.keep());
    this.removeButton.addEventListener("click", () => void this.remove());
    box.append(this.said, this.bar, this.keepButton, this.removeButton);
  }

  async start(): Promise<void> {
    if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) {
      this.show("none");
      this.said.textContent = location.protocol.startsWith("http")
        ? "This browser cannot keep a book. The archive below does the same."
        : "You are reading from a file: the book is on this device already.";
      return;
    }
    navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent<Progress>) => {
      // A new edition that is fetched beside a kept one says its progress to nobody here.
      if (data?.kind !== "progress" || this.bar.hidden) return;
      this.bar.max = data.all;
      this.bar.value = data.done;
      // Spoken at each tenth, not at each file.
      if (data.done % Math.ceil(data.all / 10) === 0) {
        this.said.textContent = `Keeping: ${data.done} of ${data.all} files.`;
      }
    });
    const registration = await navigator.serviceWorker.getRegistration(this.root());
    if (registration?.active) this.kept();
    else this.notKept("");
  }

  private async keep(): Promise<void> {
    this.show("none");
    this.bar.hidden = false;
    this.bar.removeAttribute("value");
    this.said.textContent = "Keeping the book. Leave this page open.";
    try {
      const root = this.root();
      const registration = await navigator.serviceWorker.register(`${root}${WORKER}`, {
        scope: root,
        updateViaCache: "none",
      });
      await installed(registration);
      this.kept();
    } catch {
      await this.forget();
      this.notKept("The book could not be kept: the network, or the space, did not last. ");
    }
  }

  private async remove(): Promise<void> {
    this.show("none");
    await this.forget();
    this.notKept("Removed from this device. ");
    this.keepButton.focus();
  }

  private async forget(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration(this.root());
    await registration?.unregister();
    for (const name of await caches.keys()) {
      if (name.startsWith("book-")) await caches.delete(name);
    }
  }

  private kept(): void {
    this.show("remove");
    this.said.textContent = `This book is kept on this device and opens without a network. Edition of ${this.edition.edition}.`;
  }

  private notKept(why: string): void {
    this.show("keep");
    this.said.textContent = `${why}The book is not kept on this device.`;
  }

  private show(which: "keep" | "remove" | "none"): void {
    this.bar.hidden = true;
    this.keepButton.hidden = which !== "keep";
    this.removeButton.hidden = which !== "remove";
  }

  private button(words: string): HTMLButtonElement {
    const button = this.box.ownerDocument.createElement("button");
    button.type = "button";
    button.className = "book-button";
    button.textContent = words;
    return button;
  }

  private root(): string {
    return new URL(this.box.dataset.root || ".", this.box.ownerDocument.baseURI).href;
  }
}

/** Resolves once the worker serves, and fails if it could not fetch every file. */
function installed(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker?.state === "activated") resolve();
      if (worker === null || worker?.state === "redundant") reject(new Error("not installed"));
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}
