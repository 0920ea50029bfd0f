// Which parties a text means: the steps of the library's lookup, on files of a few kilobytes.
import { load, type About } from "../core/data";
import { foldName, foldNumber, foldWords, shardOf } from "../core/fold";

export interface Hit {
  entityId: string;
  name: string;
  matched: string;
  how: "entity" | "listing" | "identifier" | "name" | "part of name";
  kind: string;
  country: string;
  inForce: Record<string, string[]>;
}

type Brief = [number, string, string, string, Record<string, string[]>, string[]];
const PARTIES_A_FILE = 16;
const MANY_FILES = 4;
const MAXIMUM = 20;
const FIRST = 4;

/** The parties that a text may mean, best first; those of the whole text before parts of names. */
export async function find(query: string, facts: About, early?: (hits: Hit[]) => void): Promise<Hit[]> {
  const text = query.trim();
  const words = foldWords(text);
  // Both are asked at once: on a slow line each round costs more than the few kilobytes.
  const wholes = findExact(text);
  // What has a digit is mostly a number or a listing, and found whole.
  const parts = /\d/.test(text) ? null : namesOf(words, facts);
  parts?.catch(() => undefined); // It is waited for below, unless the whole name is found.
  const exact = await wholes;
  return exact.length ? exact : hitsOf(await (parts ?? namesOf(words, facts)), facts, early);
}

async function findExact(text: string): Promise<Hit[]> {
  const number = foldNumber(text);
  const numbers = /\p{N}/u.test(number) ? [number, number.replace(/^imo/, "")] : [];
  // No id and no listing has a space in it.
  const isCode = !/\s/.test(text);
  const steps: [Hit["how"], string[]][] = [
    ["entity", isCode ? [`e${text}`] : []],
    ["listing", isCode ? [`l${text.toLowerCase()}`] : []],
    ["identifier", [...new Set(numbers)].map((each) => `n${each}`)],
    ["name", [`w${foldName(text)}`]],
  ];
  const found = await Promise.all(steps.map(([, keys]) => Promise.all(keys.map(ofCode))));
  for (const [place, [how]] of steps.entries()) {
    const parties = [...new Set(found[place]?.flat() ?? [])].slice(0, MAXIMUM);
    if (parties.length) return Promise.all(parties.map((each) => hitOf(each, how, text)));
  }
  return [];
}

async function ofCode(key: string): Promise<number[]> {
  if (key.length < 2) return [];
  const shard = await load<Record<string, number[]>>(`codes/${shardOf(key)}`);
  return shard[key] ?? [];
}

async function hitOf(party: number, how: Hit["how"], text: string): Promise<Hit> {
  const brief = (await briefs(Math.floor(party / PARTIES_A_FILE)))[party % PARTIES_A_FILE];
  if (!brief) throw new Error("the files of the site do not fit together; make it anew");
  const same = brief[5].find((name) => foldName(name) === foldName(text));
  return hit(brief, how, how === "name" && same ? same : text);
}

const briefs = (file: number): Promise<Brief[]> => load<Brief[]>(`names/briefs/${file}`);

function hit(brief: Brief, how: Hit["how"], matched: string): Hit {
  const [, entityId, kind, country, inForce, names] = brief;
  return { entityId, name: names[0] ?? entityId, matched, how, kind, country, inForce };
}

/** Numbers of the names that have all words; the last one may be unfinished. */
async function namesOf(words: string[], facts: About): Promise<number[]> {
  const last = words.at(-1);
  if (!last || (words.length === 1 && last.length < 2)) return [];
  const [from, to] = filesOf(last, facts);
  // Of a few letters after other words only the whole word is asked for; else only the others count.
  const isWide = words.length > 1 && to - from >= MANY_FILES;
  const [ending, ...others] = await Promise.all([
    namesWith(last, facts, !isWide),
    ...words.slice(0, -1).map((word) => namesWith(word, facts, false)),
  ]);
  const all = common([ending, ...others]);
  return isWide && !all.length ? common(others) : all;
}

function common(lists: number[][]): number[] {
  const [first = [], ...rest] = [...lists].sort((one, other) => one.length - other.length);
  const sets = rest.map((list) => new Set(list));
  return first.filter((each) => sets.every((set) => set.has(each)));
}

/** The parties of names, some at a time: the first are shown while the rest are on their way. */
async function hitsOf(numbers: number[], facts: About, early?: (hits: Hit[]) => void): Promise<Hit[]> {
  const hits = new Map<string, Hit>();
  let from = 0;
  while (from < numbers.length && hits.size < MAXIMUM) {
    const size = from === 0 ? FIRST : MAXIMUM;
    for (const found of await Promise.all(numbers.slice(from, from + size).map((each) => ofName(each, facts)))) {
      if (found && !hits.has(found.entityId) && hits.size < MAXIMUM) hits.set(found.entityId, found);
    }
    from += size;
    early?.([...hits.values()]);
  }
  return [...hits.values()];
}

/** The first and the last file with words that begin so. */
function filesOf(word: string, facts: About): [from: number, to: number] {
  const { words } = facts.index;
  const from = Math.max(0, lastNotAfter(words, word));
  return [from, Math.max(from, lastNotAfter(words, `${word}\uffff`))];
}

/** Numbers of the names that have a word, or one that begins so; of too many, the best. */
async function namesWith(word: string, facts: About, begins: boolean): Promise<number[]> {
  const [from, last] = filesOf(word, facts);
  const to = begins ? last : from;
  if (to - from >= MANY_FILES) {
    const best = (await load<Record<string, number[]>>("names/short"))[word];
    if (best) return best;
  }
  const files = Array.from({ length: Math.min(MANY_FILES, to - from + 1) }, (_, i) => from + i);
  const found = new Set<number>();
  for (const file of await Promise.all(files.map((each) => load<[string, ...number[]][]>(`names/words/${each}`)))) {
    for (const [known, ...steps] of file) {
      if (begins ? !known.startsWith(word) : known !== word) continue;
      let number = 0;
      for (const step of steps) found.add((number += step));
    }
  }
  return [...found].sort((one, other) => one - other);
}

async function ofName(number: number, facts: About): Promise<Hit | null> {
  const file = lastNotAfter(facts.index.names, number);
  const brief = (await briefs(file)).findLast((each) => each[0] <= number);
  const name = brief?.[5][number - brief[0]];
  return brief && name ? hit(brief, "part of name", name) : null;
}

/** The last place whose value is not after the one asked for; -1 if all are. */
function lastNotAfter<T extends string | number>(values: readonly T[], asked: T): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as T) <= asked) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
