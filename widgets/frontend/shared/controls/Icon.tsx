/** Small line drawings. They repeat what words beside them or a spoken name already say. */

const PATHS = {
  back: "M15 5l-7 7 7 7",
  chevron: "M6 9l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  download: "M12 4v11m-5-5l5 5 5-5M5 20h14",
  fit: "M4 9V4h5m6 0h5v5m0 6v5h-5m-6 0H4v-5",
  flag: "M6 21V4h11l-2 4 2 4H6",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1m2 4a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  list: "M5 6h14M5 12h14M5 18h14",
  locate: "M12 3v4m0 10v4M3 12h4m10 0h4m-5 0a4 4 0 1 1-8 0 4 4 0 0 1 8 0",
  map: "M9 5L3 7v12l6-2 6 2 6-2V5l-6 2-6-2v12m6-10v12",
  minus: "M5 12h14",
  out: "M14 4h6v6m0-6l-9 9M18 14v6H4V6h6",
  plus: "M12 5v14M5 12h14",
  print: "M7 8V4h10v4M7 16H4V8h16v8h-3M7 13h10v7H7z",
  search: "M16 16l5 5M18 10.5a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="gb-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
