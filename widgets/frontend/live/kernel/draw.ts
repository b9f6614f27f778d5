/** Draws one output: the richest of its forms that this page can show. */
import { stretches } from "../ansi";
import { type Output, overwritten } from "../outputs";
import { cleanBlock } from "./clean";
import { make } from "./dom";
import { frame } from "./frame";

const VIEW = "application/vnd.jupyter.widget-view+json";

/** What drawing needs of its surroundings. */
export interface Surroundings {
  base: string;
  /** Draw the view of a widget into an element; false if the kernel has no such widget. */
  widget(id: string, place: HTMLElement): Promise<boolean>;
  /** An output leaves the page. */
  leave(element: HTMLElement): void;
}

type Bundle = Record<string, unknown>;

export function draw(output: Output, around: Surroundings): HTMLElement {
  const box = make("div", { className: "output guidebook-live-output" });
  if (output.output_type === "stream") {
    const pre = text(overwritten(String(output.text)));
    if (output.name === "stderr") pre.classList.add("guidebook-live-stderr");
    box.append(pre);
  } else if (output.output_type === "error") box.append(error(output));
  else if (output.data) bundle(output.data as Bundle, box, around);
  return box;
}

function bundle(data: Bundle, box: HTMLElement, around: Surroundings): void {
  const view = data[VIEW] as { model_id?: string } | undefined;
  if (!view?.model_id) {
    const element = richest(data, around);
    if (element) box.append(element);
    return;
  }
  const { [VIEW]: _, ...rest } = data;
  around.widget(view.model_id, box).then((there) => {
    if (!there) bundle(rest, box, around);
  });
}

/** The richest form of an output that is no widget. */
function richest(data: Bundle, around: Surroundings): HTMLElement | undefined {
  const said = (kind: string): string | undefined => {
    const value = data[kind];
    return Array.isArray(value) ? value.join("") : value === undefined ? undefined : String(value);
  };
  const plain = said("text/plain") ?? "";
  const html = said("text/html");
  if (html !== undefined) return htmlOutput(html, around);
  const svg = said("image/svg+xml");
  // As a picture a drawing can neither run nor fetch anything.
  if (svg !== undefined) {
    return picture(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, plain);
  }
  for (const kind of ["image/png", "image/jpeg", "image/gif"]) {
    const bytes = said(kind);
    if (bytes !== undefined) return picture(`data:${kind};base64,${bytes}`, plain);
  }
  if (data["application/javascript"] !== undefined) {
    return make("p", {
      textContent: "This output is a script. The page does not run scripts from data.",
    });
  }
  const words = said("text/markdown") ?? said("text/latex") ?? said("text/plain");
  if (words !== undefined) return text(words);
  const json = data["application/json"];
  return json === undefined ? undefined : text(JSON.stringify(json, null, 2));
}

function picture(src: string, plain: string): HTMLElement {
  // What Python calls a figure ("<Figure size 640x480 with 1 Axes>") helps nobody who listens.
  const alt = /^<.*>$/.test(plain.trim()) ? "Chart drawn by the cell above" : plain;
  return make("img", { src, alt, className: "guidebook-live-picture" });
}

/** Text with a terminal's colours; long lines scroll inside it, for a keyboard too. */
export function text(content: string): HTMLElement {
  const pre = make("pre");
  for (const { text, bold, colour, marked } of stretches(content)) {
    if (!bold && colour === null && !marked) {
      pre.append(text);
      continue;
    }
    const names = [
      ...(bold ? ["ansi-bold"] : []),
      ...(colour === null ? [] : [`ansi-${colour}`]),
      ...(marked ? ["ansi-marked"] : []),
    ];
    pre.append(make("span", { className: names.join(" "), textContent: text }));
  }
  const box = make("div", { className: "highlight-none guidebook-live-text", tabIndex: 0 });
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "Output");
  box.append(pre);
  return box;
}

function error({ ename, evalue, traceback }: Output): HTMLElement {
  const box = make("div", { className: "guidebook-live-error" });
  const name = make("strong", { textContent: `Error: ${String(ename)}` });
  const words = make("p");
  words.append(name, String(evalue) ? ` – ${String(evalue)}` : "");
  box.append(words);
  const lines = Array.isArray(traceback) ? traceback.join("\n") : "";
  if (lines) {
    const trace = text(lines);
    trace.setAttribute("aria-label", "Where it happened");
    box.append(trace);
  }
  return box;
}

/** HTML: frames become closed frames, a document with scripts becomes one as a whole. */
function htmlOutput(markup: string, around: Surroundings): HTMLElement {
  const parsed = new DOMParser().parseFromString(markup, "text/html");
  const framed = new Map<string, HTMLElement>();
  for (const [place, element] of [...parsed.querySelectorAll("iframe")].entries()) {
    const holder = parsed.createElement("span");
    holder.className = `guidebook-live-hole-${place}`;
    const html = element.getAttribute("srcdoc");
    if (html !== null) {
      const title = element.title || /<title>([^<]*)<\/title>/i.exec(html)?.[1] || "Map";
      // Folium’s own boxes give a height by padding, which a frame of its own does not need.
      const own = element.getAttribute("style") ?? "";
      const style = /position:\s*absolute/.test(own)
        ? "width:100%;aspect-ratio:3/2;min-height:22rem;border:1px solid #d9d2c5;border-radius:10px"
        : own;
      framed.set(holder.className, frame(around.base, { html, title, style }));
    }
    const outer = element.parentElement?.parentElement;
    const stock = element.parentElement?.getAttribute("style")?.includes("padding-bottom");
    (stock && outer ? outer : element).replaceWith(holder);
  }
  const box = make("div", { className: "text_html" });
  if (parsed.querySelector("script")) {
    box.append(frame(around.base, { html: markup, title: "Output with scripts of its own" }));
    return box;
  }
  box.append(cleanBlock(parsed.body.innerHTML));
  for (const [name, element] of framed) {
    const hole = box.querySelector(`.${name}`);
    if (hole) hole.replaceWith(element);
    else box.append(element);
  }
  for (const table of box.querySelectorAll("table")) {
    // A wide table scrolls inside itself, for a keyboard too.
    const scroller = make("div", { className: "guidebook-live-scroll", tabIndex: 0 });
    scroller.setAttribute("role", "group");
    scroller.setAttribute("aria-label", "Table");
    table.replaceWith(scroller);
    scroller.append(table);
  }
  return box;
}
