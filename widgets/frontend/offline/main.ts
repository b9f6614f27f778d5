import { Keeper } from "./keep";

const place = globalThis as { guidebookKept?: ConstructorParameters<typeof Keeper>[1] };

for (const box of document.querySelectorAll<HTMLElement>(".book-keep")) {
  if (place.guidebookKept) void new Keeper(box, place.guidebookKept).start();
}
