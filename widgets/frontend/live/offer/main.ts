/** Shows the offer to run a notebook in its page, and brings the rest when it is pressed. */
const base = (document.currentScript as HTMLScriptElement).src.replace(/[^/]*$/, "");
type Open = (box: HTMLElement, base: string) => void;
const place = globalThis as { guidebookLive?: Open };

for (const box of document.querySelectorAll<HTMLElement>(".guidebook-live-offer")) {
  const said = box.querySelector<HTMLElement>("[role=status]")!;
  const bring = (): void => {
    if (place.guidebookLive) {
      place.guidebookLive(box, base);
      return;
    }
    const style = Object.assign(document.createElement("link"), {
      rel: "stylesheet",
      href: `${base}live.css`,
    });
    const script = Object.assign(document.createElement("script"), { src: `${base}live.js` });
    script.onload = () => {
      said.textContent = "";
      place.guidebookLive?.(box, base);
    };
    script.onerror = () => {
      said.textContent = "It could not be loaded from the book’s own site. Are you connected?";
      script.remove();
    };
    document.head.append(style, script);
  };
  box.querySelector("button")!.onclick = bring;
  box.hidden = false;
}
