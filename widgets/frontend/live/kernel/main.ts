/** The kernel's part of live code: `static/page/live-kernel.js`, loaded when a reader starts. */
import type { KernelMessage } from "@jupyterlab/services";
import type { Kernel, KernelPart, KernelStatus, Outcome, Start } from "../model";
import { undress } from "./any-widget";
import { Area } from "./area";
import { ask, hear, look, type Session, startSession } from "./connect";
import type { Surroundings } from "./draw";
import { askInput } from "./input";
import { Manager } from "./manager";

/** How often a server is asked whether the kernel is still there, while the page is looked at. */
const WATCH_MS = 10_000;

async function start(options: Start): Promise<Kernel> {
  const { server, notebook, base, onStatus, patience } = options;
  onStatus("starting");
  const session = await startSession(server, notebook);
  try {
    await hear(session.kernel, patience);
    const found = await look(session.kernel);
    const running = new Running(options, session, found, base);
    onStatus("ready");
    return running;
  } catch (error) {
    session.kernel.dispose();
    await ask(server, `api/sessions/${session.id}`, { method: "DELETE" }).catch(() => {});
    throw error;
  }
}

class Running implements Kernel {
  private readonly areas = new Map<HTMLElement, Area>();
  private readonly around: Surroundings;
  private readonly manager: Manager;
  private stopped = false;
  private readonly watch: ReturnType<typeof setInterval>;

  constructor(
    private readonly options: Start,
    private readonly session: Session,
    readonly found: Kernel["found"],
    base: string,
  ) {
    const { kernel } = session;
    this.around = {
      base,
      widget: (id, place) => this.manager.show(id, place, () => this.areaAround(place)),
      leave: (element) => this.manager.leave(element),
    };
    this.manager = new Manager(kernel, this.around);
    kernel.statusChanged.connect((_, status) => this.tell(status));
    kernel.connectionStatusChanged.connect((_, status) => {
      if (this.stopped) return;
      if (status === "connecting") options.onStatus("reconnecting");
      if (status === "disconnected") options.onStatus("lost");
      if (status === "connected") this.tell(kernel.status);
    });
    // A kernel that its server ends leaves the connection open and says nothing.
    this.watch = setInterval(() => void this.lookAfter(), WATCH_MS);
  }

  private async lookAfter(): Promise<void> {
    if (document.hidden || this.session.kernel.connectionStatus !== "connected") return;
    // Asked for all, since a server gives no page leave to read that one of them is missing.
    const kernels: { id: string }[] | null = await ask(this.options.server, "api/kernels")
      .then((answer) => answer.json())
      .catch(() => null); // the connection itself will notice
    const { id } = this.session.kernel;
    if (kernels && !kernels.some((one) => one.id === id) && !this.stopped) this.end();
  }

  /** The kernel is gone for good: cells that wait for it are told. */
  private end(): void {
    clearInterval(this.watch);
    this.options.onStatus("dead");
    this.stopped = true;
    this.forgetWidgets();
    this.session.kernel.dispose();
  }

  private tell(status: KernelMessage.Status): void {
    if (this.stopped || this.session.kernel.connectionStatus !== "connected") return;
    const said: Partial<Record<KernelMessage.Status, KernelStatus>> = {
      idle: "ready",
      busy: "busy",
      starting: "starting",
      restarting: "starting",
      autorestarting: "restarted",
      dead: "dead",
      terminating: "dead",
    };
    const known = said[status];
    if (known) this.options.onStatus(known);
    // Its widgets went with it.
    if (known === "restarted" || known === "dead") this.forgetWidgets();
  }

  private areaAround(place: HTMLElement): Area | undefined {
    for (const [host, area] of this.areas) if (host.contains(place)) return area;
    return undefined;
  }

  async run(source: string, place: HTMLElement): Promise<Outcome> {
    this.clear(place);
    const area = new Area(place, this.around);
    this.areas.set(place, area);
    const { kernel } = this.session;
    const future = kernel.requestExecute({
      code: source,
      stop_on_error: true,
      allow_stdin: true,
      store_history: true,
    });
    future.onIOPub = (message) => area.handle(message as never);
    future.onStdin = (message) => {
      if (message.header.msg_type === "input_request") {
        const { prompt, password } = (message as KernelMessage.IInputRequestMsg).content;
        askInput(place, prompt, password, (value) =>
          kernel.sendInputReply(
            { status: "ok", value },
            message.header as KernelMessage.IInputRequestMsg["header"],
          ),
        );
      }
    };
    try {
      const { content } = (await future.done) as KernelMessage.IExecuteReplyMsg;
      const kind = content.status === "ok" ? "done" : "error";
      return { kind, count: content.execution_count ?? null };
    } catch {
      return { kind: "lost", count: null }; // the kernel went before it answered
    }
  }

  clear(place: HTMLElement): void {
    this.areas.get(place)?.clear();
    this.areas.delete(place);
    place.replaceChildren();
  }

  async interrupt(): Promise<void> {
    await this.post("interrupt");
  }

  async restart(): Promise<void> {
    this.forgetWidgets();
    await this.session.kernel.restart();
  }

  reconnect(): Promise<void> {
    return this.session.kernel.reconnect();
  }

  private post(verb: string): Promise<Response> {
    const { id } = this.session.kernel;
    return ask(this.options.server, `api/kernels/${id}/${verb}`, { method: "POST", body: "{}" });
  }

  private forgetWidgets(): void {
    this.manager.disconnect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.watch);
    for (const place of [...this.areas.keys()]) this.clear(place);
    undress();
    this.session.kernel.dispose();
    // Kept alive: it is also sent for a page that is being left.
    await ask(this.options.server, `api/sessions/${this.session.id}`, {
      method: "DELETE",
      keepalive: true,
    });
  }
}

(globalThis as { guidebookKernel?: KernelPart }).guidebookKernel = { start };
