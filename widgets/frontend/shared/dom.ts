/** What stands between text from data and the page, and between the page and a file. */

/** An address that may stand in a link: absolute http(s), or `null` for anything else. */
export function safeHref(address: string): string | null {
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/** The host name a reader recognises, without `www.`; "" when the address is not http(s). */
export function hostName(address: string): string {
  const href = safeHref(address);
  return href === null ? "" : new URL(href).hostname.replace(/^www\./, "");
}

/** Hand the reader a file made in the browser. */
export function download(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Safari reads the file after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
