/** What Enter puts into code: the indentation of the line, and more after a colon. */
export function newLine(text: string, place: number): string {
  const start = text.lastIndexOf("\n", place - 1) + 1;
  const line = text.slice(start, place);
  const indent = /^ */.exec(line)![0];
  return `\n${indent}${/[:([{]\s*$/.test(line) ? "    " : ""}`;
}
