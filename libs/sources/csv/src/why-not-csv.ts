const OTHER_KINDS: readonly { readonly starts: readonly number[]; readonly kind: string }[] = [
  { starts: [0x50, 0x4b, 0x03, 0x04], kind: 'a zip archive or spreadsheet' },
  { starts: [0x42, 0x5a, 0x68], kind: 'compressed with bzip2' },
  { starts: [0xfd, 0x37, 0x7a, 0x58, 0x5a], kind: 'compressed with xz' },
  { starts: [0x28, 0xb5, 0x2f, 0xfd], kind: 'compressed with zstd' },
];

/** How a file that is obviously not CSV goes on after its name, with what to do; null when it may be CSV. */
export function whyNotCsv(head: Buffer): string | null {
  const other = OTHER_KINDS.find(({ starts }) => starts.every((byte, index) => head[index] === byte));
  if (other !== undefined) return `is ${other.kind}; give it as plain or gzipped CSV.`;
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return 'is UTF-16 text; save it as UTF-8.';
  if (head.includes(0)) return 'is a binary file, not CSV; export the CELs as CSV with a header line.';
  // A byte order mark counts as space.
  const start = head.toString('utf8').trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return 'is JSON, not CSV; export the CELs as CSV with a header line.';
  if (start.startsWith('<')) return 'is HTML or XML, not CSV; export the CELs as CSV with a header line.';
  return null;
}
