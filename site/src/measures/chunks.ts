// The measures by authority, kind, programme and act: only the files that can hold them are loaded.
import { load } from "../core/data";
import type { Bounded } from "../core/day-status";

type Chunk = [authority: string, kind: string, programme: string, rows: number, acts: number[], bounds: number[]];
interface Counts {
  columns: string[];
  acts: string[];
  chunks: Chunk[];
}

export interface Filter {
  by: string;
  kind: string;
  programme: string;
  act: string;
}

export type MeasureRow = Record<string, string> & Bounded;

export interface Found {
  rows: MeasureRow[];
  left: number;
}

// Some 200 bytes each: more would make a reader on a slow line wait for long.
const MAXIMUM_ROWS = 10_000;

/** The measures that fit, and how many were left out where they are too many for a page. */
export async function measuresBy(filter: Filter): Promise<Found> {
  const counts = await load<Counts>("rows/counts");
  const act = counts.acts.indexOf(filter.act);
  const fits = ([authority, kind, programme, , acts]: Chunk): boolean =>
    (!filter.by || filter.by === authority) && (!filter.kind || filter.kind === kind) &&
    (!filter.programme || filter.programme === programme) && (!filter.act || acts.includes(act));
  const places = counts.chunks.flatMap((chunk, place) => (fits(chunk) ? [place] : []));
  const rowsIn = (place: number): number => counts.chunks[place]?.[3] ?? 0;
  let sum = 0;
  const taken = places.filter((place) => (sum += rowsIn(place)) <= MAXIMUM_ROWS);
  const files = await Promise.all(taken.map((place) => load<string[][]>(`rows/${place}`)));
  const rows = files.flatMap((file, i) => file.map((cells) => rowOf(counts, taken[i] ?? 0, cells)));
  const left = sum - files.reduce((total, file) => total + file.length, 0);
  return { rows: filter.act ? rows.filter((row) => row["instrument_id"] === filter.act) : rows, left };
}

/** The programmes under which an authority has measures of a kind. */
export async function programmesOf(filter: Filter): Promise<string[]> {
  const { chunks } = await load<Counts>("rows/counts");
  const fit = chunks.filter(([authority, kind]) => (!filter.by || filter.by === authority) && (!filter.kind || filter.kind === kind));
  return [...new Set(fit.map(([, , programme]) => programme))].filter(Boolean).sort();
}

function rowOf(counts: Counts, place: number, cells: string[]): MeasureRow {
  const [authority_id = "", measure_type = "", programme_id = ""] = counts.chunks[place] ?? [];
  const row = Object.fromEntries(counts.columns.map((name, i) => [name, cells[i] ?? ""]));
  return { ...(row as MeasureRow), authority_id, measure_type, programme_id };
}
