/** The page's part of live code: `static/page/live.js`, loaded when a reader presses the offer. */
import { render } from "preact";
import { type KernelPart, LiveError } from "../model";
import { LiveCells } from "./LiveCells";
import { Panel } from "./Panel";
import { type Offer, Session } from "./session";

const loading = new Map<string, Promise<KernelPart>>();

/** Bring the kernel's part from the book's own site, as a classic script: it works from a disk too. */
function load(base: string, name: string): Promise<KernelPart> {
  let part = loading.get(name);
  if (!part) {
    part = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${base}${name}.js`;
      script.onload = () => {
        const { guidebookKernel } = globalThis as { guidebookKernel?: KernelPart };
        guidebookKernel ? resolve(guidebookKernel) : reject(new LiveError("script"));
      };
      script.onerror = () => {
        script.remove();
        loading.delete(name); // with a better connection the next press may bring it
        reject(new LiveError("script"));
      };
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = `${base}${name}.css`;
      document.head.append(style, script);
    });
    loading.set(name, part);
  }
  return part;
}

/** Open the panel below the button, and give it the focus. */
function open(box: HTMLElement, base: string): void {
  const { notebook = "", service = "", spec = "", repository = "" } = box.dataset;
  const offer: Offer = { notebook, title: document.title, service, spec, repository, base };
  const session = new Session(offer, (name) => load(base, name));
  const button = box.querySelector("button")!;
  const place = document.createElement("div");
  const cells = document.createElement("div");
  box.append(place, cells);
  button.hidden = true;
  const shut = async (): Promise<void> => {
    removeEventListener("pagehide", end);
    await session.stop();
    render(null, place);
    render(null, cells);
    place.remove();
    cells.remove();
    button.hidden = false;
    button.focus();
  };
  // Nothing is left running for a page that is gone.
  const end = (): void => void session.stop();
  addEventListener("pagehide", end);
  render(<Panel session={session} onShut={shut} />, place);
  render(<LiveCells session={session} />, cells);
}

(globalThis as { guidebookLive?: typeof open }).guidebookLive = open;
