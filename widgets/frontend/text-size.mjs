/**
 * Makes sizes of type, and the widths at which a layout changes, follow the reader's text size.
 *
 * Style sheets are written in the pixels that a page has at the usual size. A browser set to larger
 * text knows nothing of pixels: `font-size: 15px` becomes fifteen times `--gb-px`, which the shared
 * tokens define, and a condition of `@media` is written in em.
 */
import { readFile } from "node:fs/promises";

const USUAL_PX = 16;
const DECLARATION = /((?:^|[;{\s])font(?:-size)?:[^;{}]*?)(\d*\.?\d+)px/g;
const CONDITION = /@media[^{]+/g;
const LENGTH = /(\d*\.?\d+)px/g;

/** Conditions of `@media` in em. */
export function conditionsInEm(css) {
  return css.replace(CONDITION, (condition) =>
    condition.replace(LENGTH, (_, size) => `${Number((size / USUAL_PX).toFixed(5))}em`),
  );
}

/** Sizes of type as multiples of `--gb-px`; only the first length of a `font` is its size. */
export function typeFollows(css) {
  return css.replace(DECLARATION, "$1calc($2 * var(--gb-px))");
}

/** For esbuild: our own style sheets only, since the map's library sizes its controls in pixels. */
export const textSize = {
  name: "text-size",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      if (path.includes("node_modules")) return undefined;
      const css = await readFile(path, "utf8");
      return { contents: conditionsInEm(typeFollows(css)), loader: "css" };
    });
  },
};
