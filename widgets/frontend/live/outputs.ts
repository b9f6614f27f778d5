/** The outputs of a cell as a list, changed by the kernel's messages; no page and no kernel. */

export interface Output {
  output_type: "stream" | "display_data" | "execute_result" | "error";
  [name: string]: unknown;
}

export interface Shown {
  outputs: readonly Output[];
  /** What stands is to go when the next output comes. */
  clearNext: boolean;
}

export const NOTHING: Shown = { outputs: [], clearNext: false };

/** The part of a message that says what to show. */
export interface Message {
  header: { msg_type: string };
  // biome-ignore lint/suspicious/noExplicitAny: each kind of message has its own content
  content: any;
}

/** Outputs that did not change stay the same objects, so that whoever draws them can tell. */
export function next(shown: Shown, { header, content }: Message): Shown {
  const before = shown.clearNext ? [] : shown.outputs;
  switch (header.msg_type) {
    case "clear_output":
      return content.wait ? { ...shown, clearNext: true } : NOTHING;
    case "stream": {
      const last = before[before.length - 1];
      const text = String(content.text);
      if (last?.output_type === "stream" && last.name === content.name) {
        const joined = { ...last, text: `${last.text}${text}` };
        return { outputs: [...before.slice(0, -1), joined], clearNext: false };
      }
      return with_(before, { output_type: "stream", name: content.name, text });
    }
    case "display_data":
    case "execute_result":
      return with_(before, {
        output_type: header.msg_type,
        data: content.data,
        metadata: content.metadata ?? {},
        display_id: content.transient?.display_id,
      });
    case "update_display_data": {
      const id = content.transient?.display_id;
      return {
        clearNext: shown.clearNext,
        outputs: shown.outputs.map((one) =>
          id !== undefined && one.display_id === id
            ? { ...one, data: content.data, metadata: content.metadata ?? {} }
            : one,
        ),
      };
    }
    case "error":
      return with_(before, {
        output_type: "error",
        ename: content.ename,
        evalue: content.evalue,
        traceback: content.traceback,
      });
    default:
      return shown;
  }
}

function with_(before: readonly Output[], output: Output): Shown {
  return { outputs: [...before, output], clearNext: false };
}

/** Text as a terminal would show it: what a carriage return or a backspace overwrites is gone. */
export function overwritten(text: string): string {
  if (!/[\r\b]/.test(text)) return text;
  return text
    .replace(/\r+\n/g, "\n")
    .split("\n")
    .map((line) => {
      let cells: string[] = [];
      let place = 0;
      for (const letter of line) {
        if (letter === "\r") place = 0;
        else if (letter === "\b") place = Math.max(0, place - 1);
        else {
          cells = place > cells.length ? [...cells, " "] : cells;
          cells[place] = letter;
          place += 1;
        }
      }
      return cells.join("");
    })
    .join("\n");
}
