/** Which of a server's kernels runs the book's cells. */
import { LiveError } from "../model";

export interface Specs {
  default?: string;
  kernelspecs?: Record<string, { name: string; spec?: { language?: string } }>;
}

/** The name of a Python kernel of the server's: its default, if that is one. */
export function pythonOf({ default: usual, kernelspecs = {} }: Specs): string {
  const pythons = Object.values(kernelspecs).filter(
    ({ spec }) => spec?.language?.toLowerCase() === "python",
  );
  const chosen = pythons.find(({ name }) => name === usual) ?? pythons[0];
  if (!chosen) throw new LiveError("no-python");
  return chosen.name;
}
