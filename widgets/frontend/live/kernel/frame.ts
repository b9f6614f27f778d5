/**
 * Shows a document of a kernel's, such as a folium map, in a closed frame.
 *
 * The frame is a file of the site with a policy of its own, in a sandbox: its scripts run, and see
 * neither the page nor the kernel. It loads what ships with the book; what a document asks of other
 * hosts waits for the reader's word.
 */
import { make } from "./dom";

export interface Framed {
  html: string;
  title: string;
  style?: string;
}

type Said =
  | { kind: "listening" }
  | { kind: "asks"; hosts: string[] }
  | { kind: "height"; height: number };

export function frame(base: string, { html, title, style = "" }: Framed): HTMLElement {
  const box = make("div", { className: "guidebook-live-framed" });
  const show = (file: string): void => {
    box.replaceChildren();
    const element = make("iframe", { title });
    // Pages on a disk are strangers to one another anyway, and a sandbox could load none of its files.
    const disk = location.protocol === "file:";
    element.setAttribute("sandbox", disk ? "allow-scripts allow-same-origin" : "allow-scripts");
    element.referrerPolicy = "no-referrer";
    element.style.cssText = style || "width:100%;min-height:22rem;border:0";
    const hear = ({ source, data }: MessageEvent<Said>): void => {
      if (!element.isConnected) removeEventListener("message", hear);
      if (source === null || source !== element.contentWindow) return;
      if (data.kind === "listening") element.contentWindow!.postMessage({ html }, "*");
      if (data.kind === "asks")
        box.append(question(data.hosts, () => show("live-frame-open.html")));
      if (data.kind === "height" && !style && Number.isFinite(data.height)) {
        element.style.height = `${Math.min(Math.max(data.height, 80), 2000)}px`;
      }
    };
    addEventListener("message", hear);
    element.src = base + file;
    box.append(element);
  };
  show("live-frame.html");
  return box;
}

function question(hosts: string[], answer: () => void): HTMLElement {
  const known = hosts.map((host) => make("b", { textContent: host }));
  const words = make("p");
  words.append("This output asks other servers for pictures or scripts: ");
  known.forEach((host, place) => {
    words.append(place > 0 ? ", " : "", host);
  });
  words.append(
    ". They would see your internet address and what you look at. Nothing was asked of them yet.",
  );
  const button = make("button", {
    type: "button",
    className: "guidebook-live-button",
    textContent: "Load from there",
  });
  button.addEventListener("click", answer);
  const box = make("div", { className: "guidebook-live-asks" });
  box.append(words, button);
  return box;
}
