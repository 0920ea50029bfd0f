// What the site says of a party, and its measures as rows.
import { named, type Row } from "../core/data";
import type { Dated } from "../core/day-status";
import type { Names } from "../core/names";

export type Cells = (string | string[])[];
export interface Party {
  name: string;
  kind: string;
  country: string;
  note?: string;
  merged_into?: string;
  names?: Cells[];
  numbers?: Cells[];
  attributes?: Cells[];
  listings?: string[][];
  measures: (string | number)[][];
}
export interface Shard {
  parties: Record<string, Party>;
  acts: [id: string, title: string, url: string][];
  sources: [id: string, title: string, url: string, day: string][];
}
export type Measure = Row & Dated & { act: string; actUrl: string; source: string; sourceUrl: string };

/** The measures of a party, with act and source. */
export function measuresOf(shard: Shard, party: Party, names: Names): Measure[] {
  const columns = names.facts.measure_columns;
  const rows = party.measures.map((cells) => cells.map(String));
  return named(columns, rows).map((row) => {
    const act = shard.acts[Number(row["act"])];
    const source = shard.sources[Number(row["source"])];
    return { ...row, act: act?.[1] ?? "", actUrl: act?.[2] ?? "", source: source?.[1] ?? "",
      sourceUrl: source?.[2] ?? "" } as Measure;
  });
}
