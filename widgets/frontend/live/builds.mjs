/**
 * Live code in the page, in parts that are loaded one after the other as a reader asks:
 *
 *     static/page/live-offer.js    on each notebook's page: shows the offer, loads the next on a press
 *     static/page/live.js          what will be sent to whom, the cells, Binder's protocol
 *     static/page/live-kernel.js   the kernel's connection and its widgets
 *     static/page/live-frame.js    in the frames that show maps
 *     static/live.css, static/live-kernel.css
 */
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));

/** Leave out of the Jupyter packages what no page with live code uses; see the modules named. */
const lean = {
  name: "lean",
  setup(build) {
    build.onResolve({ filter: /^\.\.$/ }, ({ importer }) =>
      /@jupyterlab\/services\/lib\/kernel\/default\.js$/.test(importer)
        ? { path: path.join(here, "kernel/services.ts") }
        : undefined,
    );
    build.onResolve({ filter: /^sanitize-html$/ }, () => ({
      path: path.join(here, "kernel/clean.ts"),
    }));
  },
};

/**
 * @param {import("esbuild").BuildOptions} shared What all builds share.
 * @param {string} out The folder `static`.
 * @returns {import("esbuild").BuildOptions[]}
 */
export function liveBuilds(shared, out) {
  const plugins = [...(shared.plugins ?? []), lean];
  return [
    {
      ...shared,
      plugins,
      format: "iife",
      outdir: path.join(out, "page"),
      // A fault in the jumble of older module kinds shows here and not in a reader's page.
      logOverride: { "import-is-undefined": "error" },
      define: { ...shared.define, global: "globalThis" },
      entryPoints: {
        "live-offer": path.join(here, "offer/main.ts"),
        live: path.join(here, "panel/main.tsx"),
        "live-kernel": path.join(here, "kernel/main.ts"),
        "live-frame": path.join(here, "frame/main.ts"),
      },
    },
    {
      ...shared,
      outdir: out,
      entryPoints: {
        live: path.join(here, "panel/live.css"),
        "live-kernel": path.join(here, "kernel/kernel.css"),
      },
    },
  ];
}
