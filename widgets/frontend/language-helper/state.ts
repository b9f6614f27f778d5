import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Model } from "../shared/model";
import { carry, type Left } from "./edits";
import type { TermsPayload } from "./terms";

export interface Options {
  /** Only the static page says so: there is no kernel that the text goes to. */
  address?: boolean;
  list_url?: string;
}

/** The traits of `LanguageHelper`. */
export interface HelperState {
  text: string;
  left: Left[];
  _terms: TermsPayload;
  _options: Options;
}

export type HelperModel = Model<HelperState>;

/** What can be taken back. */
interface Moment {
  text: string;
  left: readonly Left[];
}

interface Helper extends Moment {
  /** Typing is one step back, however many letters it was. */
  type: (text: string) => void;
  set: (next: Partial<Moment>) => void;
  /** Says whether there is more to take back. */
  undo: (() => boolean) | null;
}

/** Python is told of typing after a pause: a long text need not be sent with every letter. */
const PAUSE_MS = 250;
const MOMENTS = 200;

function read(model: HelperModel): Moment {
  return { text: model.get("text") ?? "", left: model.get("left") ?? [] };
}

/** The text and what is left in it, as the model has them, and the ways to change them. */
export function useHelper(model: HelperModel): Helper {
  const [now, setNow] = useState(() => read(model));
  const history = useRef<Moment[]>([]);
  const typing = useRef(false);
  const timer = useRef(0);

  useEffect(() => {
    const update = () => setNow(read(model));
    for (const name of ["text", "left"]) model.on(`change:${name}`, update);
    update();
    return () => {
      for (const name of ["text", "left"]) model.off(`change:${name}`, update);
      if (timer.current) model.save_changes();
      clearTimeout(timer.current);
    };
  }, [model]);

  const write = useCallback(
    ({ text, left }: Moment, pause = 0) => {
      model.set("text", text);
      model.set("left", [...left]);
      clearTimeout(timer.current);
      timer.current = 0;
      if (pause === 0) {
        model.save_changes();
        return;
      }
      timer.current = window.setTimeout(() => {
        timer.current = 0;
        model.save_changes();
      }, pause);
    },
    [model],
  );
  const remember = useCallback(() => {
    history.current = [...history.current.slice(1 - MOMENTS), read(model)];
  }, [model]);

  const set = useCallback(
    (next: Partial<Moment>) => {
      remember();
      typing.current = false;
      const { text, left } = read(model);
      write({
        text: next.text ?? text,
        left: next.left ?? carry(left, text, next.text ?? text),
      });
    },
    [model, remember, write],
  );
  const type = useCallback(
    (wanted: string) => {
      if (!typing.current) remember();
      typing.current = true;
      const { text, left } = read(model);
      write({ text: wanted, left: carry(left, text, wanted) }, PAUSE_MS);
    },
    [model, remember, write],
  );
  const undo = useCallback(() => {
    const before = history.current.pop();
    typing.current = false;
    if (before) write(before);
    return history.current.length > 0;
  }, [write]);
  return { ...now, type, set, undo: history.current.length > 0 ? undo : null };
}
