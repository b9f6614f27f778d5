/** What the page's part and the kernel's part of live code say to each other. */

/** A Jupyter server; known to this page only, and only while it is open. */
export interface Server {
  /** Its address, with a slash at its end. */
  url: string;
  token: string;
}

/** What the connection or the kernel behind it is doing. */
export type KernelStatus =
  | "starting"
  | "ready"
  | "busy"
  | "reconnecting"
  | "lost" // reconnecting was given up
  | "restarted" // it ended by itself, and its server started another
  | "dead";

/** How the run of a cell ended. */
export interface Outcome {
  kind: "done" | "error" | "lost";
  /** The number that Python gave it. */
  count: number | null;
}

/** What a kernel that is about to start is told. */
export interface Start {
  server: Server;
  /** Where the notebook lies on the server; the kernel works in its folder. */
  notebook: string;
  /** Where the frames for maps lie: the folder of the book's scripts, with a slash at its end. */
  base: string;
  onStatus(status: KernelStatus): void;
  /** Milliseconds until a kernel that says nothing is given up. */
  patience: number;
}

/** What the server has of what the book's cells expect. */
export interface Found {
  /** The package `guidebook` can be imported. */
  guidebook: boolean;
  /** The kernel works beside the book's files: the tables lie where the cells look for them. */
  tables: boolean;
}

/** A kernel that runs. */
export interface Kernel {
  readonly found: Found;
  /** Run code, and show what it gives in an element, in place of what is there. */
  run(source: string, place: HTMLElement): Promise<Outcome>;
  /** Take what a cell has shown off the page, its widgets' views included. */
  clear(place: HTMLElement): void;
  interrupt(): Promise<void>;
  restart(): Promise<void>;
  /** Try the connection again after it was given up. */
  reconnect(): Promise<void>;
  /** End the kernel on the server and forget it. */
  stop(): Promise<void>;
}

export interface KernelPart {
  start(options: Start): Promise<Kernel>;
}

/** Why there is no kernel. */
export type Fault =
  | "address"
  | "insecure"
  | "unreachable"
  | "origin"
  | "token"
  | "no-jupyter"
  | "no-python"
  | "server"
  | "kernel-silent"
  | "binder-unreachable"
  | "binder-failed"
  | "binder-lost"
  | "binder-silent"
  | "script";

/** Thrown in one script and caught in another, each with a class of its own: see `asLiveError`. */
export class LiveError extends Error {
  constructor(
    readonly fault: Fault,
    /** What the server said, if it said anything. */
    readonly said = "",
  ) {
    super(said || fault);
  }
}

/** What went wrong, whichever script it came from. */
export function asLiveError(error: unknown): LiveError {
  const { fault, said } = Object(error) as Partial<LiveError>;
  return fault ? new LiveError(fault, said) : new LiveError("server", String(error));
}
