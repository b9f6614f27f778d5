/**
 * The map in a page is a part of its own, loaded when it is first looked at:
 *
 *     static/page/resources/explorer-map-HASH.js
 *
 * Its name changes with its content, so that a page never meets the code of another edition.
 */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const UNNAMED = "explorer-map-unnamed";

/**
 * Build the part.
 *
 * @param {import("esbuild").BuildOptions} shared What all builds share.
 * @param {string} folder Where resources of a page lie.
 * @returns {Promise<{plugin: import("esbuild").Plugin, metafile: import("esbuild").Metafile}>}
 *   the plugin for the explorer, which then asks for the part, and what is in the part.
 */
export async function buildMap(shared, folder) {
  const { outputFiles, metafile } = await esbuild.build({
    ...shared,
    format: "iife",
    write: false,
    outfile: path.join(folder, `${UNNAMED}.js`),
    stdin: {
      contents: `import * as part from "./GuideMap";
globalThis.guidebookPage.provide(${JSON.stringify(UNNAMED)}, part);`,
      resolveDir: here,
      loader: "ts",
    },
  });
  const script = outputFiles[0].text;
  const name = `explorer-map-${createHash("sha256").update(script).digest("hex").slice(0, 12)}`;
  const file = path.join(folder, `${name}.js`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, script.replace(UNNAMED, name));
  const plugin = {
    name: "map-in-a-part",
    setup(build) {
      build.initialOptions.define = {
        ...build.initialOptions.define,
        EXPLORER_MAP: JSON.stringify(name),
      };
      build.onResolve({ filter: /\/map\/code$/ }, () => ({
        path: path.join(here, "code.page.ts"),
      }));
    },
  };
  const [output] = Object.values(metafile.outputs);
  return { plugin, metafile: { ...metafile, outputs: { [path.relative(".", file)]: output } } };
}
