/**
 * Build the browser side into `widgets/guidebook/static`.
 *
 * Every folder here with an `index.tsx` (or `index.ts`) is a widget. From widget NAME come
 *
 *     static/NAME.js        the ES module that anywidget loads
 *     static/NAME.css       from NAME/NAME.css, for both hosts
 *     static/page/NAME.js   the same module as a classic script for the static page, the explorer's
 *                           without its map (`explorer/map/builds.mjs`)
 *
 * and once for all `static/page/host.js`, `static/page/chrome.js`, `search.js`, `hub.js`, `keep.js` and `worker.js` beside
 * it, the extension of JupyterLab (static/jupyterlab), live code (`live/builds.mjs`), the basemap and the licences of what is
 * bundled.
 *
 *     node build.mjs [--watch] [--analyze]
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { writeBasemap } from "./basemap.mjs";
import { buildMap } from "./explorer/map/builds.mjs";
import { liveBuilds } from "./live/builds.mjs";
import { textSize } from "./text-size.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(here, "../guidebook/static");
const modules = path.resolve(here, "../../node_modules");
const watch = process.argv.includes("--watch");
const analyze = process.argv.includes("--analyze");

const widgets = readdirSync(here).filter((name) => entry(name) !== undefined);

/** @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  minify: true,
  sourcemap: false,
  metafile: true,
  // Browsers of 2021: old phones read this book.
  target: ["chrome90", "safari14.1", "firefox88"],
  charset: "utf8",
  legalComments: "none", // they stand in licences.txt, with the licences that have no comment
  loader: { ".png": "dataurl", ".svg": "dataurl" },
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [textSize],
  tsconfig: path.join(here, "tsconfig.json"),
  logLevel: "warning",
};

// What JupyterLab looks for in its folder `labextensions`.
const extension = {
  name: "where-theyre-at",
  folder: "jupyterlab/where-theyre-at",
  load: "static/main.js",
};

await mkdir(out, { recursive: true });
await rm(path.join(out, "page"), { recursive: true, force: true });
// While sources are watched the map stays in the explorer's script, and so is as new as that.
const map = watch ? null : await buildMap(shared, path.join(out, "page/resources"));

/** @type {esbuild.BuildOptions[]} */
const builds = [
  {
    ...shared,
    format: "esm",
    outdir: out,
    entryPoints: Object.fromEntries(widgets.map((name) => [name, entry(name)])),
  },
  {
    ...shared,
    outdir: out,
    entryPoints: Object.fromEntries(
      widgets
        .map((name) => [name, path.join(here, name, `${name}.css`)])
        .filter(([, file]) => existsSync(file)),
    ),
  },
  {
    ...shared,
    format: "iife",
    outdir: path.join(out, "page"),
    entryPoints: {
      host: path.join(here, "hosts/main.ts"),
      chrome: path.join(here, "chrome/main.ts"),
      search: path.join(here, "search/main.ts"),
      hub: path.join(here, "hub/main.ts"),
      keep: path.join(here, "offline/main.ts"),
      worker: path.join(here, "offline/worker.ts"),
    },
  },
  {
    ...shared,
    format: "iife",
    outfile: path.join(out, extension.folder, extension.load),
    entryPoints: [path.join(here, "jupyterlab/main.ts")],
  },
  ...widgets.map((name) => ({
    ...shared,
    format: /** @type {const} */ ("iife"),
    outfile: path.join(out, `page/${name}.js`),
    plugins: [...shared.plugins, ...(map ? [map.plugin] : [])],
    stdin: {
      contents: `import widget from ${JSON.stringify(entry(name))};
import { register } from "./hosts/register";
register(${JSON.stringify(name)}, widget);`,
      resolveDir: here,
      loader: /** @type {const} */ ("ts"),
    },
  })),
  ...liveBuilds(shared, out),
].filter(({ entryPoints, stdin }) => stdin || Object.keys(entryPoints ?? {}).length > 0);

await writeExtension();
for (const line of await writeBasemap(path.join(out, "resources/basemap"))) console.log(line);

if (watch) {
  for (const build of builds) {
    const context = await esbuild.context({ ...build, logLevel: "info" });
    await context.watch();
  }
} else {
  const results = [map, ...(await Promise.all(builds.map((build) => esbuild.build(build))))];
  const inputs = new Set();
  for (const { metafile } of results) {
    for (const file of Object.keys(metafile.outputs)) console.log(size(path.resolve(file)));
    for (const file of Object.keys(metafile.inputs)) inputs.add(file);
    if (analyze) console.log(await esbuild.analyzeMetafile(metafile));
  }
  await writeFile(path.join(out, "licences.txt"), licences(inputs));
}

/** The module of a widget, if the folder is one. */
function entry(name) {
  return ["index.tsx", "index.ts"]
    .map((file) => path.join(here, name, file))
    .find((file) => existsSync(file));
}

function size(file) {
  const content = readFileSync(file);
  const name = path.relative(out, file).padEnd(34);
  const raw = content.length.toLocaleString("en").padStart(10);
  const zipped = gzipSync(content, { level: 9 }).length.toLocaleString("en").padStart(10);
  return `${name}${raw} bytes${zipped} gzipped`;
}

/** What JupyterLab reads before it loads the extension. */
async function writeExtension() {
  const folder = path.join(out, extension.folder);
  await mkdir(folder, { recursive: true });
  const described = {
    name: extension.name,
    version: "1.0.0",
    license: "MIT",
    jupyterlab: { _build: { load: extension.load, extension: "./extension" } },
  };
  await writeFile(path.join(folder, "package.json"), `${JSON.stringify(described, null, 2)}\n`);
}

/** The licence of every package that has a part in the bundles or the basemap. */
function licences(inputs) {
  const packages = new Set(["world-atlas", "us-atlas"]);
  for (const file of inputs) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file);
    if (found) packages.add(found[1]);
  }
  const texts = [...packages].sort().map((name) => {
    const folder = path.join(modules, name);
    const { version, license } = JSON.parse(
      readFileSync(path.join(folder, "package.json"), "utf8"),
    );
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    const text = file ? readFileSync(path.join(folder, file), "utf8").trim() : license;
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `The widgets contain parts of these packages.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}
