/** Finds a page's cells, as myst-nb writes them, and puts a live cell in the place of a still one. */

export interface PageCell {
  /** Counts from one, in the order of the page. */
  number: number;
  source: string;
  /** The whole cell; a solution's can be folded. */
  element: HTMLElement;
  /** The code and the result as they were built. */
  still: HTMLElement[];
  /** Where the editor goes. */
  editor: HTMLElement;
  /** Where the kernel's outputs go. */
  outputs: HTMLElement;
}

export function pageCells(document: Document): PageCell[] {
  const found = [...document.querySelectorAll<HTMLElement>("div.cell")].filter((element) =>
    element.querySelector(".cell_input pre"),
  );
  return found.map((element, place) => {
    const input = element.querySelector<HTMLElement>(".cell_input")!;
    const result = element.querySelector<HTMLElement>(".cell_output");
    const editor = document.createElement("div");
    editor.className = "guidebook-live-cell";
    const outputs = document.createElement("div");
    outputs.className = "cell_output docutils container guidebook-live-outputs";
    return {
      number: place + 1,
      source: (input.querySelector("pre")!.textContent ?? "").replace(/\n$/, ""),
      element,
      still: result ? [input, result] : [input],
      editor,
      outputs,
    };
  });
}

/** Show the editor in place of the code; the built result stays until the cell is run. */
export function open(cell: PageCell): void {
  const [input, result] = cell.still;
  input!.hidden = true;
  input!.before(cell.editor);
  (result ?? input!).after(cell.outputs);
}

/** Hide the built result: the kernel's stands there now. */
export function supersede(cell: PageCell): void {
  const result = cell.still[1];
  if (result) result.hidden = true;
}

/** Put the page back as it was built. */
export function close(cell: PageCell): void {
  cell.editor.remove();
  cell.outputs.remove();
  for (const part of cell.still) part.hidden = false;
}

/** The cells as a file that Python and every editor of notebooks can open. */
export function asScript(title: string, sources: readonly string[]): string {
  return `${[`# ${title}`, ...sources].join("\n\n# %%\n")}\n`;
}
