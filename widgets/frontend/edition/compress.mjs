/**
 * Lays `.br` and `.gz` beside every text file of a site, for servers that can hand them out.
 *
 *     node compress.mjs SITE
 *
 * A file whose compressed copies are newer than itself is left alone. Prints how many were made.
 */
import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";

const TEXT = /\.(html|css|js|mjs|json|svg|xml|txt|csv|md|ipynb|geojson|webmanifest)$/;
/** Below this a copy saves less than a packet of the network holds. */
const SMALL = 1000;

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const [site] = process.argv.slice(2);

const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
const present = new Set(files);

// A copy whose file is gone would be handed out for ever.
for (const file of files) {
  const original = file.replace(/\.(br|gz)$/, "");
  if (original !== file && TEXT.test(original) && !present.has(original)) rmSync(file);
}

const waiting = files.filter((file) => TEXT.test(file) && isStale(file));
let made = 0;
await Promise.all(Array.from({ length: 4 }, work));
process.stdout.write(`${made}\n`);

function isStale(file) {
  const { mtimeMs, size } = statSync(file);
  if (size < SMALL) return false;
  return [".br", ".gz"].some((end) => {
    const copy = file + end;
    return !present.has(copy) || Math.abs(statSync(copy).mtimeMs - mtimeMs) > 1;
  });
}

async function work() {
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const content = readFileSync(file);
    const { atime, mtime } = statSync(file);
    const copies = {
      ".br": await brotli(content, {
        params: {
          [zlib.constants.BROTLI_PARAM_QUALITY]: 9,
          [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
      }),
      ".gz": await gzip(content, { level: 9 }),
    };
    for (const [end, copy] of Object.entries(copies)) {
      writeFileSync(file + end, copy);
      // The same time as the file's own: that is how the next build knows them.
      utimesSync(file + end, atime, mtime);
    }
    made += 1;
  }
}
