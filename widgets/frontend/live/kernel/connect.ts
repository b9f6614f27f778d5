/** Reaches a Jupyter server and starts a kernel on it; says why where it cannot. */
import type { KernelMessage } from "@jupyterlab/services";
import { KernelConnection } from "@jupyterlab/services/lib/kernel/default";
import { ServerConnection } from "@jupyterlab/services/lib/serverconnection";
import { type Fault, type Found, LiveError, type Server } from "../model";
import { pythonOf, type Specs } from "./python";

/** Never a cookie, never a referrer: the token alone says who asks. */
const PRIVATELY: RequestInit = {
  cache: "no-store",
  credentials: "omit",
  mode: "cors",
  referrerPolicy: "no-referrer",
};

/**
 * Find out why a server's answer did not reach the page: a browser does not say.
 *
 * Any Jupyter server tells its version to whoever asks, and a page that it allows may read that:
 * then only the token was wrong, since refusals carry no leave to read them. A server whose answer
 * nobody may read is there, and refuses the page.
 */
async function reason(server: Server): Promise<Fault> {
  const reaches = (mode: RequestMode): Promise<boolean> =>
    fetch(`${server.url}api`, { ...PRIVATELY, mode }).then(
      () => true,
      () => false,
    );
  if (await reaches("cors")) return "token";
  return (await reaches("no-cors")) ? "origin" : "unreachable";
}

export async function ask(server: Server, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = {
    Authorization: `token ${server.token}`,
    ...(init.body ? { "Content-Type": "application/json" } : {}),
  };
  let response: Response;
  try {
    response = await fetch(`${server.url}${path}`, { ...PRIVATELY, ...init, headers });
  } catch {
    throw new LiveError(await reason(server));
  }
  if (response.status === 401 || response.status === 403) throw new LiveError("token");
  if (response.status === 404 || response.status === 405) throw new LiveError("no-jupyter");
  if (!response.ok) {
    const said: { message?: string } = await response.json().catch(() => ({}));
    throw new LiveError("server", said.message || `${response.status} ${response.statusText}`);
  }
  return response;
}

export interface Session {
  id: string;
  kernel: KernelConnection;
}

/** Start a kernel in the notebook's folder. */
export async function startSession(server: Server, notebook: string): Promise<Session> {
  const specs: Specs = await (await ask(server, "api/kernelspecs")).json().catch(() => {
    throw new LiveError("no-jupyter");
  });
  const name = pythonOf(specs);
  // Not the notebook's own path: a reader who has it open in JupyterLab keeps that kernel apart.
  const path = `${notebook.replace(/[^/]*$/, "")}in-the-page-${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
  const body = JSON.stringify({ path, name: "in the page", type: "console", kernel: { name } });
  const model = await (await ask(server, "api/sessions", { method: "POST", body })).json();
  const settings = ServerConnection.makeSettings({
    baseUrl: server.url,
    token: server.token,
    appendToken: true, // a browser can send a socket no header
    init: PRIVATELY,
  });
  const kernel = new KernelConnection({
    model: model.kernel,
    serverSettings: settings,
    commsOverSubshells: "disabled" as never,
  });
  return { id: model.id, kernel };
}

/** Wait until the kernel says what it is. */
export function hear(kernel: KernelConnection, patience: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const silent = setTimeout(() => reject(new LiveError("kernel-silent")), patience);
    kernel.info.then(
      () => {
        clearTimeout(silent);
        resolve();
      },
      () => reject(new LiveError("kernel-silent")),
    );
  });
}

// Expressions, so that no name of theirs stays in the reader's session.
const GUIDEBOOK = "__import__('importlib.util').util.find_spec('guidebook') is not None";
const TABLES = "__import__('os').path.isfile('../../data/directory.csv')";

/** Ask whether the server has what the book's cells expect. */
export async function look(kernel: KernelConnection): Promise<Found> {
  const future = kernel.requestExecute({
    code: "",
    silent: true,
    store_history: false,
    user_expressions: { guidebook: GUIDEBOOK, tables: TABLES },
  });
  const reply = (await future.done) as KernelMessage.IExecuteReplyMsg;
  const answers =
    reply.content.status === "ok"
      ? (reply.content.user_expressions as Record<string, { data?: Record<string, string> }>)
      : {};
  const is = (name: string): boolean => answers[name]?.data?.["text/plain"] === "True";
  return { guidebook: is("guidebook"), tables: is("tables") };
}
