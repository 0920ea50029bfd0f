// What the site says of a party, and its measures as rows.
import { load, named, type Row } from "../core/data";
import type { Dated } from "../core/day-status";
import { shardOf } from "../core/fold";
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
export type Measure = Row & Dated & Record<
  "act" | "actUrl" | "source" | "sourceId" | "sourceUrl" | "list" | "printed" | "matched", string>;

/** The measures of a party, with act, source and the listing that they rest on. */
export function measuresOf(shard: Shard, party: Party, names: Names): Measure[] {
  const columns = names.facts.measure_columns;
  const rows = party.measures.map((cells) => cells.map(String));
  const listings = new Map(party.listings?.map((each) => [each[0], each]));
  return named(columns, rows).map((row) => {
    const [, act = "", actUrl = ""] = shard.acts[Number(row["act"])] ?? [];
    const [sourceId = "", source = "", sourceUrl = ""] = shard.sources[Number(row["source"])] ?? [];
    const [, list = "", printed = "", , , , how] = listings.get(row["listing_id"] ?? "") ?? [];
    // What founded a party is the rule, and is not written.
    const matched = list && (how || "own_listing");
    return { ...row, act, actUrl, source, sourceId, sourceUrl, list, printed, matched } as Measure;
  });
}

/** The measures of a party by its id, its own alone. */
export async function measuresWithId(id: string, names: Names): Promise<Measure[]> {
  const shard = await load<Shard>(`parties/${shardOf(id)}`);
  const party = shard.parties[id];
  return party && !party.merged_into ? measuresOf(shard, party, names) : [];
}
