/** Codes as text; the same form as `guidebook.directory.codes`. */

const FIRST = "#".charCodeAt(0);
const LAST = "~".charCodeAt(0);

/** The 90 digits: plain letters that JSON and HTML take as they are. */
export const ALPHABET = Array.from({ length: LAST - FIRST + 1 }, (_, i) =>
  String.fromCharCode(FIRST + i),
)
  .filter((letter) => letter !== "<" && letter !== "\\")
  .join("");

/** The digit that each character is. */
const DIGITS = new Uint8Array(LAST + 1);
for (let digit = 0; digit < ALPHABET.length; digit += 1) DIGITS[ALPHABET.charCodeAt(digit)] = digit;

/** How many letters a code takes, if there are so many codes. */
export function width(distinct: number): number {
  let letters = 1;
  while (ALPHABET.length ** letters < distinct) letters += 1;
  return letters;
}

/** The codes that a text holds, the last digit of each first. */
export function unpack(text: string, distinct: number): Uint8Array | Uint16Array | Uint32Array {
  const letters = width(distinct);
  const length = text.length / letters;
  const codes =
    distinct <= 1 << 8
      ? new Uint8Array(length)
      : distinct <= 1 << 16
        ? new Uint16Array(length)
        : new Uint32Array(length);
  for (let i = 0; i < length; i += 1) {
    let code = 0;
    for (let at = (i + 1) * letters - 1; at >= i * letters; at -= 1) {
      code = code * ALPHABET.length + DIGITS[text.charCodeAt(at)]!;
    }
    codes[i] = code;
  }
  return codes;
}
