// The data of the pages: JSON files beside them, each loaded once.

export interface About {
  version: string;
  day: string;
  parties: number;
  measures: number;
  authorities: [id: string, name: string, kind: string, country: string][];
  kinds: [id: string, title: string, definition: string, notToConfuse: string][];
  countries: [code: string, name: string, number: string][];
  measure_columns: string[];
  separators: string;
  index: { words: string[]; names: number[] };
}

const loading = new Map<string, Promise<unknown>>();

/** A file of the site by its name within the folder, without "data/" and ".json". */
export function load<T>(name: string): Promise<T> {
  return loadFile<T>(`data/${name}.json`);
}

/** A file of the site by its path. */
export function loadFile<T>(path: string): Promise<T> {
  const known = loading.get(path);
  if (known) return known as Promise<T>;
  const found = fetch(path).then((answer) => {
    if (!answer.ok) throw new Error(`${path}: the server answered ${answer.status}`);
    return answer.json() as Promise<T>;
  });
  loading.set(path, found);
  // What failed may be asked for again.
  found.catch(() => loading.delete(path));
  return found;
}

let known: Promise<About> | undefined;

/** What every page needs; the first numbers of names are written as steps. */
export function about(): Promise<About> {
  known ??= load<About>("about").then((facts) => {
    let number = 0;
    return { ...facts, index: { ...facts.index, names: facts.index.names.map((step) => (number += step)) } };
  });
  known.catch(() => (known = undefined));
  return known;
}

/** A row of a table whose columns are named once. */
export type Row = Record<string, string>;

/** Rows as objects, from cells and the names of their columns. */
export function named(columns: readonly string[], rows: readonly (readonly string[])[]): Row[] {
  return rows.map((cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ""])));
}
