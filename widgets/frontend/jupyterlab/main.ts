/**
 * The book's extension of JupyterLab and Notebook 7: `static/jupyterlab/static/main.js`.
 *
 * Jupyter loads it as a "federated" module: a container that is handed the modules that Jupyter
 * shares, and gives a plugin in return. Nothing else of webpack's machinery is needed for it.
 */
import { type Rendermime, showStored } from "./stored";

interface Tracker {
  readonly widgetAdded: {
    connect(slot: (sender: unknown, panel: { content: { rendermime: Rendermime } }) => void): void;
  };
}

/** A module's versions, each with a way to get it. */
type Shared = Record<string, Record<string, { get(): Promise<() => unknown> }>>;

const NAME = "where-theyre-at";
const NOTEBOOK = "@jupyterlab/notebook";

let shared: Shared = {};

async function notebook(): Promise<{ INotebookTracker: unknown }> {
  const [version] = Object.values(shared[NOTEBOOK] ?? {});
  if (version === undefined) throw new Error(`${NAME}: Jupyter shares no ${NOTEBOOK}`);
  return (await version.get())() as { INotebookTracker: unknown };
}

const container = {
  init(scope: Shared): void {
    shared = scope;
  },
  async get(): Promise<() => object> {
    const { INotebookTracker } = await notebook();
    const plugin = {
      id: `${NAME}:stored`,
      description: "Shows what is stored with a widget where its Python is gone.",
      autoStart: true,
      requires: [INotebookTracker],
      activate(_app: unknown, tracker: Tracker): void {
        tracker.widgetAdded.connect((_sender, panel) => showStored(panel.content.rendermime));
      },
    };
    return () => ({ __esModule: true, default: plugin });
  },
};

const place = globalThis as { _JUPYTERLAB?: Record<string, unknown> };
place._JUPYTERLAB ??= {};
place._JUPYTERLAB[NAME] = container;
