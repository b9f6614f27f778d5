/**
 * What JupyterLab and Notebook 7 show where a widget's Python is gone: what was stored with it.
 *
 * An output of the book's widgets holds two things: the id of a live model, and plain HTML that says
 * the same. In a notebook that was saved, closed and opened again there is no model of that id, and
 * Jupyter would write "Error displaying widget" over content that lies in the file.
 */

/** The part of JupyterLab's renderers that is used here. */
export interface Renderer {
  readonly node: HTMLElement;
  renderModel(model: MimeModel): Promise<void>;
}

export interface MimeModel {
  readonly trusted: boolean;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  setData(options: unknown): void;
}

export interface Factory {
  readonly mimeTypes: readonly string[];
  createRenderer(options: unknown): Renderer;
}

/** A notebook's registry of renderers. */
export interface Rendermime {
  getFactory(mimeType: string): Factory | undefined;
  addFactory(factory: Factory, rank?: number): void;
  createRenderer(mimeType: string): Renderer;
}

export const VIEW = "application/vnd.jupyter.widget-view+json";
const HTML = "text/html";

/** A live widget is there long before; a kernel that never starts never says so. */
const PATIENCE_MS = 1500;

const STORED = "This was stored when the cell ran. Run the cell again to use it.";
const BARE = "This control is drawn by Python. Run the cell to use it.";

/**
 * Let a notebook show what is stored where a widget cannot be drawn.
 *
 * Jupyter's widgets put their renderer into the registry at a time of their own, so whatever comes
 * is wrapped as it comes, and what is there already is put in again.
 */
export function showStored(rendermime: Rendermime): void {
  const add = rendermime.addFactory.bind(rendermime);
  rendermime.addFactory = (factory, rank) => {
    if (!factory.mimeTypes.includes(VIEW)) return add(factory, rank);
    const createRenderer = (options: unknown) =>
      withStored(factory.createRenderer(options), rendermime);
    return add({ ...factory, createRenderer }, rank);
  };
  const present = rendermime.getFactory(VIEW);
  if (present) rendermime.addFactory(present, -10);
}

function withStored(renderer: Renderer, rendermime: Rendermime): Renderer {
  const live = renderer.renderModel.bind(renderer);
  let latest = 0;
  renderer.renderModel = async (model) => {
    latest += 1;
    const mine = latest;
    const show = async (): Promise<void> => {
      if (mine === latest && !isLive(renderer.node)) await stored(renderer.node, model, rendermime);
    };
    const timer = setTimeout(show, PATIENCE_MS);
    await live(model);
    // Jupyter may still be looking for the model, and draws again once it has looked.
    if (!isGivenUp(renderer.node)) return;
    clearTimeout(timer);
    await show();
  };
  return renderer;
}

/** Whether there is a view of the widget: an element that did not come from here. */
function isLive(node: HTMLElement): boolean {
  return [...node.children].some((child) => !child.classList.contains("gb-stored"));
}

/** Jupyter marks a failure so, with nothing but its words inside. */
function isGivenUp(node: HTMLElement): boolean {
  return node.classList.contains("jupyter-widgets") && !isLive(node);
}

async function stored(node: HTMLElement, model: MimeModel, rendermime: Rendermime): Promise<void> {
  const box = document.createElement("div");
  box.className = "gb-stored";
  const note = document.createElement("p");
  note.style.cssText = "margin: 0 0 0.5em; font-style: italic";
  note.textContent = HTML in model.data ? STORED : BARE;
  box.append(note);
  if (HTML in model.data) {
    const renderer = rendermime.createRenderer(HTML);
    const { trusted, metadata } = model;
    await renderer.renderModel({
      trusted,
      metadata,
      data: { [HTML]: model.data[HTML] },
      setData: () => undefined,
    });
    box.append(renderer.node);
    if (isLive(node)) return; // it came while this was drawn
  }
  node.replaceChildren(box);
}
