import type { Model } from "./model";

/** How long a host may take; a stopped kernel never answers. */
const PATIENCE_MS = 30_000;

interface Answer {
  kind?: unknown;
  id?: unknown;
  name?: unknown;
  data?: unknown;
  error?: unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: any widget's model
type AnyModel = Model<any>;

const known = new WeakMap<AnyModel, Map<string, Promise<unknown>>>();
let asked = 0;

/**
 * Data that is looked up at run time, such as `basemap/world-110m`.
 *
 * Asked once a model and name; a failure is forgotten, so that asking again tries again.
 */
export function resource(model: AnyModel, name: string): Promise<unknown> {
  let answers = known.get(model);
  if (answers === undefined) {
    answers = new Map();
    known.set(model, answers);
  }
  let answer = answers.get(name);
  if (answer === undefined) {
    answer = ask(model, name);
    answers.set(name, answer);
    answer.catch(() => answers.delete(name));
  }
  return answer;
}

function ask(model: AnyModel, name: string): Promise<unknown> {
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer);
      model.off("msg:custom", hear);
    };
    const hear = (content: Answer): void => {
      // Every view of a widget hears every answer.
      if (content?.kind !== "resource" || content.id !== id || content.name !== name) return;
      finish();
      if (content.error === undefined) resolve(content.data);
      else reject(new Error(String(content.error)));
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error(`No answer when asking for ${name}.`));
    }, PATIENCE_MS);
    model.on("msg:custom", hear);
    model.send({ kind: "resource", id, name });
  });
}
