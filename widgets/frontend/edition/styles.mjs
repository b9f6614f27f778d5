/**
 * Makes the site's one style sheet: the given sheets in their order, without the rules that no
 * page uses, minified.
 *
 *     node styles.mjs SITE SHEET... > the style sheet
 *
 * SITE is the folder of the built pages. What scripts add to a page counts as used: their text is
 * searched for names too.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { transform } from "esbuild";
import { PurgeCSS } from "purgecss";
import { conditionsInEm } from "../text-size.mjs";

const [site, ...sheets] = process.argv.slice(2);
const css = sheets.map((sheet) => readFileSync(sheet, "utf8")).join("\n");
const [purged] = await new PurgeCSS().purge({
  content: [
    path.join(site, "**/*.html"),
    // What moves around every page, and the widgets; not the maps, which have sheets of their own.
    path.join(site, "_static/guidebook/*.js"),
  ],
  css: [{ raw: css }],
  // Values that scripts and browsers set, so that no page holds them as it was built.
  dynamicAttributes: [
    "data-theme",
    "data-mode",
    "data-text",
    "open",
    "hidden",
    "aria-current",
    "aria-expanded",
  ],
  fontFace: true,
  keyframes: true,
  // A rule for a state of whatever element names no element that could be looked for.
  // No icon font: the signs of the pages are drawn in them.
  blocklist: [/^fa-/, /^fa[sbr]?$/],
  safelist: {
    standard: [":is", ":where", ":not", ":focus-visible", ":focus", ":hover", ":target"],
  },
});
const ICON_FONT = /@font-face\s*\{[^}]*Font ?Awesome[^}]*\}/g;
const { code } = await transform(conditionsInEm(purged.css.replace(ICON_FONT, "")), {
  loader: "css",
  minify: true,
  target: ["chrome90", "safari14.1", "firefox88"],
  legalComments: "none",
  logLevel: "error",
});
process.stdout.write(code);
