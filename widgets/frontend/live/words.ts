/** What the page says while code is live: every state and every fault, in words. */
import type { Phase } from "./binder";
import type { Fault, Found, KernelStatus } from "./model";

const PHASES: Record<Phase, string> = {
  asking: "Asking Binder for a computer.",
  waiting: "Binder has the request and waits for its turn.",
  fetching: "Binder is fetching this book’s files.",
  building:
    "Binder is building what the notebooks need. It does so once after each change of the book, and it may take ten minutes or more.",
  pushing: "Binder is storing what it built.",
  built: "Binder has this book ready from before.",
  launching: "Binder is starting the computer.",
  ready: "The computer is there.",
  failed: "Binder could not do it.",
  unknown: "Binder is at work.",
};

/** Where Binder is, and for how long it has been asked. */
export function binderWords(phase: Phase, seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const since =
    minutes < 1 ? "" : ` ${minutes === 1 ? "One minute" : `${minutes} minutes`} so far.`;
  return `${PHASES[phase]}${since} You can read on meanwhile: the page works as before.`;
}

const STATUSES: Record<KernelStatus, string> = {
  starting: "Python is starting.",
  ready: "Ready. Change any cell, and run it.",
  busy: "Python is working.",
  reconnecting: "The connection was lost. Trying to reach the server again.",
  lost: "The server could not be reached again. Your cells are still here. Check your connection, then connect again.",
  restarted:
    "Python ended by itself and was started again. What earlier cells made is gone: run the cells again from the top.",
  dead: "Python has ended and did not come back. Your cells are still here; start it again to run them.",
};

export function statusWords(status: KernelStatus): string {
  return STATUSES[status];
}

const FAULTS: Record<Fault, string> = {
  address:
    "This is not the address of a server. It begins with https:// or, for a server on this device, with http://localhost and a number, such as http://localhost:8888.",
  insecure:
    "An address that begins with http:// is allowed for this device only (localhost), since others could read the token and the code on their way. Use the server’s https:// address.",
  unreachable:
    "No server answered at this address. Is it running, is the address right, and are you connected? Some browsers do not let a page reach a server on the same device; Safari is one.",
  origin:
    "A server is there, but it does not allow this page to use it, or it wants you to log in first. What it must allow is written below.",
  token:
    "The server did not accept the token. Copy it again; it may have changed since the server was last started.",
  "no-jupyter":
    "Something answers at this address, but it is not a Jupyter server. Leave out what stands behind the server’s own address, such as /lab.",
  "no-python": "This Jupyter server has no Python to run the cells with.",
  server: "The server reported a fault of its own.",
  "kernel-silent":
    "The server answered, but Python did not start in time. The server may be short of memory, or something between you and it may block web sockets. Try again, or ask whoever runs it.",
  "binder-unreachable":
    "Binder did not answer, or does not know this book. Are you connected? Try again later, or use a server of your own.",
  "binder-failed": "Binder could not start this book.",
  "binder-lost":
    "The connection to Binder broke off before the computer was ready. Trying again often helps: what Binder has built by now is kept.",
  "binder-silent": "Binder has said nothing for ten minutes. It may be busy; try again later.",
  script:
    "A part of this page could not be loaded from the book’s own site. Are you connected? Load the page again and retry.",
};

export function faultWords(fault: Fault, said = ""): string {
  return said ? `${FAULTS[fault]} It said: “${said}”` : FAULTS[fault];
}

/** What the server lacks of what the cells expect; nothing where all is there. */
export function foundWords({ guidebook, tables }: Found, repository: string): string {
  const from = repository ? ` (${repository})` : "";
  if (!guidebook) {
    return `This server does not have the book’s package: cells with “import guidebook” will fail. Whoever runs it can install it from the book’s files${from} with “pip install .”.`;
  }
  if (!tables) {
    return `The book’s files do not lie where this server looks: cells that read “../../data” will fail. Stop, and give the folder in which the book’s files${from} lie on that server.`;
  }
  return "";
}

/** How the run of one cell ended, for its line of state. */
export function cellWords(kind: "waiting" | "running" | "done" | "error" | "lost"): string {
  return {
    waiting: "Waits for its turn.",
    running: "Running …",
    done: "Done.",
    error: "Stopped with an error; it stands below.",
    lost: "Not finished: Python ended.",
  }[kind];
}

/** How a run of all cells ended. */
export function allWords(ran: number, of: number, kind: "done" | "error" | "lost"): string {
  if (kind === "done") return `All ${of} cells have run.`;
  if (kind === "error")
    return `Cell ${ran} of ${of} stopped with an error; the cells after it were not run.`;
  return `Cell ${ran} of ${of} was not finished: Python ended. The cells after it were not run.`;
}
