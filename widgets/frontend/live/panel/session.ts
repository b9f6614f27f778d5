/** What goes on between pressing the button and the page as it was: the state, and its changes. */
import { pathOn, readServer } from "../address";
import { askBinder, type Phase } from "../binder";
import {
  asLiveError,
  type Fault,
  type Kernel,
  type KernelPart,
  type KernelStatus,
  type Outcome,
  type Server,
} from "../model";
import { allWords } from "../words";
import { close, open, type PageCell, pageCells, supersede } from "./pageCells";

/** Told by the page's offer. */
export interface Offer {
  notebook: string;
  title: string;
  /** Binder's address, and what it is asked for; empty where the repository is not known. */
  service: string;
  spec: string;
  repository: string;
  /** Where the book's scripts lie. */
  base: string;
}

export type State =
  | { name: "choosing"; fault?: Fault; said?: string }
  | { name: "binder"; phase: Phase; since: number; log: readonly string[] }
  | { name: "connecting" }
  | { name: "live"; status: KernelStatus; running: boolean; note: string };

export type CellState = "waiting" | "running" | "done" | "error" | "lost";

export interface LiveCell {
  page: PageCell;
  source: string;
  state?: CellState;
  count: number | null;
}

/** A busy server may take a while to start Python; Binder's own silence is longer. */
const KERNEL_MS = 60_000;
const BINDER_MS = 600_000;
const LOG_LINES = 200;

export class Session {
  state: State = { name: "choosing" };
  cells: LiveCell[] = [];
  kernel: Kernel | null = null;
  private listeners = new Set<() => void>();
  private abort = new AbortController();
  private server: Server | null = null;
  private folder = "";
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly offer: Offer,
    private readonly load: (name: string) => Promise<KernelPart>,
  ) {}

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(state?: State): void {
    if (state) this.state = state;
    for (const listener of this.listeners) listener();
  }

  // ---- starting ---------------------------------------------------------------------------------

  startBinder(): Promise<void> {
    return this.attempt(async (signal) => {
      const since = Date.now();
      let log: readonly string[] = [];
      // What takes long is started first: the scripts come while Binder is at work.
      const part = this.load("live-kernel");
      part.catch(() => {}); // told below
      const server = await askBinder({
        service: this.offer.service,
        spec: this.offer.spec,
        signal,
        patience: BINDER_MS,
        onEvent: ({ phase, message }) => {
          if (signal.aborted) return;
          if (message) log = [...log.slice(1 - LOG_LINES), message];
          this.tell({ name: "binder", phase, since, log });
        },
      });
      await part;
      await this.connect(server, "", signal);
    });
  }

  startServer(address: string, token: string, folder: string): Promise<void> {
    return this.attempt((signal) => this.connect(readServer(address, token), folder, signal));
  }

  /** Start anew on the same server, whose address and token the page still knows. */
  again(): Promise<void> {
    const { server, folder } = this;
    if (!server) return Promise.resolve();
    return this.attempt(async (signal) => {
      await this.kernel?.stop().catch(() => {});
      this.kernel = null;
      await this.connect(server, folder, signal);
    });
  }

  private async attempt(start: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.abort.abort();
    this.abort = new AbortController();
    const { signal } = this.abort;
    try {
      await start(signal);
    } catch (error) {
      if (signal.aborted) return;
      this.leave();
      const { fault, said } = asLiveError(error);
      this.tell({ name: "choosing", fault, said });
    }
  }

  private async connect(server: Server, folder: string, signal: AbortSignal): Promise<void> {
    this.tell({ name: "connecting" });
    const part = await this.load("live-kernel");
    const kernel = await part.start({
      server,
      notebook: pathOn(folder, this.offer.notebook),
      base: this.offer.base,
      patience: KERNEL_MS,
      onStatus: (status) => {
        if (!signal.aborted) this.hear(status);
      },
    });
    if (signal.aborted) {
      await kernel.stop().catch(() => {});
      return;
    }
    Object.assign(this, { kernel, server, folder });
    if (this.cells.length === 0) this.enter();
    this.tell({ name: "live", status: "ready", running: false, note: "" });
  }

  /** While a kernel starts its statuses are part of "connecting". */
  private hear(status: KernelStatus): void {
    if (this.state.name !== "live") return;
    const sticky = status === "restarted" || status === "dead" || status === "lost";
    const held = this.state.status;
    // That Python ended stays in sight until the reader does something about it.
    if (sticky || held !== "restarted") this.tell({ ...this.state, status });
  }

  // ---- the page's cells -------------------------------------------------------------------------

  private enter(): void {
    this.cells = pageCells(document).map((page) => ({ page, source: page.source, count: null }));
    for (const { page } of this.cells) open(page);
  }

  private leave(): void {
    for (const { page } of this.cells) {
      this.kernel?.clear(page.outputs);
      close(page);
    }
    this.cells = [];
    this.kernel = null;
    this.server = null;
  }

  get changed(): number {
    return this.cells.filter(({ source, page }) => source !== page.source).length;
  }

  edit(cell: LiveCell, source: string): void {
    cell.source = source;
    this.tell();
  }

  /** Run a cell after those that wait. */
  run(cell: LiveCell): Promise<Outcome> {
    cell.state = "waiting";
    this.tell();
    const turn = this.queue.then(() => this.runNow(cell));
    this.queue = turn.catch(() => {});
    return turn;
  }

  private async runNow(cell: LiveCell): Promise<Outcome> {
    const { kernel, state } = this;
    if (!kernel || state.name !== "live" || cell.state !== "waiting")
      return { kind: "lost", count: null };
    cell.state = "running";
    supersede(cell.page);
    this.tell({ ...state, status: "busy", note: state.running ? state.note : "" });
    const outcome = await kernel.run(cell.source, cell.page.outputs);
    cell.state = outcome.kind;
    cell.count = outcome.count;
    if (outcome.kind !== "done") {
      // An error inside a folded solution would not be seen.
      for (const fold of cell.page.element.querySelectorAll("details")) fold.open = true;
    }
    this.tell();
    return outcome;
  }

  async runAll(): Promise<void> {
    const of = this.cells.length;
    if (this.state.name !== "live" || this.state.running) return;
    this.tell({ ...this.state, running: true, note: "" });
    for (const cell of this.cells) cell.state = undefined;
    let ran = 0;
    let kind: Outcome["kind"] = "done";
    for (const cell of this.cells) {
      ran += 1;
      ({ kind } = await this.run(cell));
      if (kind !== "done") break;
    }
    // `run` has changed the state meanwhile, which the compiler does not see.
    const now = this.state as State;
    if (now.name === "live") this.tell({ ...now, running: false, note: allWords(ran, of, kind) });
  }

  async interrupt(): Promise<void> {
    for (const cell of this.cells) if (cell.state === "waiting") cell.state = undefined;
    await this.carefully(() => this.kernel?.interrupt());
  }

  async restart(): Promise<void> {
    for (const cell of this.cells) cell.state = undefined;
    await this.carefully(() => this.kernel?.restart());
    if (this.state.name !== "live") return;
    const note = "Python was started anew. What earlier cells made is gone.";
    this.tell({ ...this.state, status: "ready", note });
  }

  async reconnect(): Promise<void> {
    await this.carefully(() => this.kernel?.reconnect());
  }

  private async carefully(act: () => Promise<void> | undefined): Promise<void> {
    try {
      await act();
    } catch {
      if (this.state.name === "live") this.tell({ ...this.state, status: "lost" });
    }
  }

  /** End what runs, and give the page back as it was. */
  async stop(): Promise<void> {
    this.abort.abort();
    const { kernel } = this;
    this.leave();
    this.tell({ name: "choosing" });
    await kernel?.stop().catch(() => {});
  }
}
