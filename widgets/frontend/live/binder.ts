/**
 * Binder's build protocol, as BinderHub describes it: one stream of events, each a JSON object
 * with a `phase`; the last is `ready`, with the address and the token of a server, or `failed`.
 */
import { LiveError, type Server } from "./model";

export type Phase =
  | "asking"
  | "waiting"
  | "fetching"
  | "building"
  | "pushing"
  | "built"
  | "launching"
  | "ready"
  | "failed"
  | "unknown";

export interface BinderEvent {
  phase: Phase;
  /** A line of Binder's log. */
  message: string;
  server?: Server;
}

const PHASES = new Set<string>([
  ...["waiting", "fetching", "building", "pushing", "built", "launching", "ready", "failed"],
]);

/** Read one event; whatever cannot be read is an unknown phase and no reason to stop. */
export function readEvent(text: string): BinderEvent {
  let event: Record<string, unknown>;
  try {
    event = Object(JSON.parse(text));
  } catch {
    return { phase: "unknown", message: "" };
  }
  const phase = String(event.phase ?? "");
  const message = typeof event.message === "string" ? event.message.trim() : "";
  if (!PHASES.has(phase)) return { phase: "unknown", message };
  if (phase !== "ready") return { phase: phase as Phase, message };
  if (typeof event.url !== "string" || !/^https?:\/\//.test(event.url)) {
    return { phase: "failed", message };
  }
  const url = event.url.replace(/\/*$/, "/");
  return { phase: "ready", message, server: { url, token: String(event.token ?? "") } };
}

/** Where a build is asked for: `https://mybinder.org` and `gh/OWNER/NAME/REF`. */
export function buildAddress(service: string, spec: string): string {
  return `${service.replace(/\/*$/, "")}/build/${spec}`;
}

export interface Asking {
  service: string;
  spec: string;
  onEvent(event: BinderEvent): void;
  signal: AbortSignal;
  /** Milliseconds without a word until Binder is given up. */
  patience: number;
}

/** Ask Binder for a server, and wait until it has one. */
export function askBinder({ service, spec, onEvent, signal, patience }: Asking): Promise<Server> {
  return new Promise((resolve, reject) => {
    onEvent({ phase: "asking", message: "" });
    const stream = new EventSource(buildAddress(service, spec));
    let silence = 0;
    const end = (): void => {
      clearTimeout(silence);
      stream.close();
    };
    const fail = (error: LiveError): void => {
      end();
      reject(error);
    };
    const heard = (): void => {
      clearTimeout(silence);
      silence = window.setTimeout(() => fail(new LiveError("binder-silent")), patience);
    };
    heard();
    let phases = 0;
    stream.onopen = heard;
    stream.onmessage = ({ data }) => {
      heard();
      phases += 1;
      const event = readEvent(String(data));
      onEvent(event);
      if (event.phase === "failed") fail(new LiveError("binder-failed", event.message));
      if (event.server) {
        end();
        resolve(event.server);
      }
    };
    // The stream would ask again by itself, and so start a second build: a person decides that.
    stream.onerror = () => fail(new LiveError(phases > 0 ? "binder-lost" : "binder-unreachable"));
    signal.addEventListener("abort", () => fail(new LiveError("script", "stopped")));
  });
}
