// Names and numbers folded to the form in which they are compared: what fold_name and fold_number
// of the library do, held to them by a test on names in every script.

// Marks that stand by themselves part words; those that belong to the letter before are dropped.
let separators = /[^\s\S]/gu;

/** Take the marks that part words from the data, which the library wrote. */
export function learnSeparators(ranges: string): void {
  separators = ranges ? new RegExp(`[${ranges}]`, "gu") : separators;
}

/** The words of a name without case, accents and punctuation, in their order. */
export function foldWords(name: string): string[] {
  const bare = name.replaceAll("’", "").replaceAll("'", "").normalize("NFKD");
  const marked = bare.replace(separators, " ").replace(/\p{M}/gu, "");
  const lower = marked.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  return lower.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** A name without case, accents, punctuation and word order. */
export const foldName = (name: string): string => foldWords(name).sort(byCodePoint).join(" ");

/** A number or code without case, spaces and punctuation. */
export const foldNumber = (number: string): string =>
  number.toLowerCase().replaceAll("ß", "ss").replace(/[^\p{L}\p{N}]+/gu, "");

/** The shard in which a key stands: FNV-1a of its bytes, as the library computes it. */
export function shardOf(key: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(key)) value = Math.imul(value ^ byte, 0x01000193);
  return (value >>> 0) % 1024;
}

function byCodePoint(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const step = (a[i]?.codePointAt(0) ?? 0) - (b[i]?.codePointAt(0) ?? 0);
    if (step !== 0) return step;
  }
  return a.length - b.length;
}
