import type { Plugin } from "esbuild";

export function conditionsInEm(css: string): string;
export function typeFollows(css: string): string;
export const textSize: Plugin;
