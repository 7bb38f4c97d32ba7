// Hands a file to the person: the browser asks where, or puts it among the downloads.

/** A browser may still be reading the file when the click returns. */
const KEEP_MS = 60_000;

export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
