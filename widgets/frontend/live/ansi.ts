/** Reads the colours of a terminal (ECMA-48, "select graphic rendition") in what a kernel says. */

export interface Stretch {
  text: string;
  bold: boolean;
  /** 0–7: black, red, green, yellow, blue, magenta, cyan, white. */
  colour: number | null;
  /** It has a background, as the place of an error has. */
  marked: boolean;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these sequences begin with one
const SEQUENCE = /\u001b\[([\d;:]*)([A-Za-z])|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g;

/** Cut text into stretches of one look; sequences that are not about looks are dropped. */
export function stretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  let look = { bold: false, colour: null as number | null, marked: false };
  let place = 0;
  const upTo = (end: number): void => {
    if (end > place) found.push({ text: text.slice(place, end), ...look });
  };
  for (const sequence of text.matchAll(SEQUENCE)) {
    upTo(sequence.index);
    place = sequence.index + sequence[0].length;
    if (sequence[2] === "m") look = changed(look, sequence[1]!);
  }
  upTo(text.length);
  return found;
}

function changed<Look extends { bold: boolean; colour: number | null; marked: boolean }>(
  look: Look,
  written: string,
): Look {
  const codes = written.split(/[;:]/).map(Number);
  const now = { ...look };
  for (let place = 0; place < codes.length; place += 1) {
    const code = codes[place]!;
    if (code === 0) Object.assign(now, { bold: false, colour: null, marked: false });
    else if (code === 1) now.bold = true;
    else if (code === 22) now.bold = false;
    else if (code >= 30 && code <= 37) now.colour = code - 30;
    else if (code >= 90 && code <= 97) now.colour = code - 90;
    else if (code === 39) now.colour = null;
    else if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) now.marked = true;
    else if (code === 49) now.marked = false;
    else if (code === 38 || code === 48) {
      // 38;5;N names one of 256 colours, of which the first sixteen have names; 38;2;R;G;B none.
      const named = codes[place + 1] === 5;
      const colour = codes[place + 2] ?? 16;
      if (code === 38) now.colour = named && colour < 16 ? colour % 8 : null;
      else now.marked = true;
      place += named ? 2 : 4;
    }
  }
  return now;
}
