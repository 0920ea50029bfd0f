// What the data know already: ids that cells may refer to, and of what kind a party is.
import { load } from "../core/data";
import { shardOf } from "../core/fold";
import type { Shard } from "../party/party-data";
import type { Rules } from "./rules";

type Codes = Record<string, number[]>;

/** The ids of the data and of what was pasted beside it. */
export class KnownIds {
  private readonly ids = new Map<string, Set<string>>();

  constructor(rules: Rules, pasted: Record<string, readonly string[]> = {}) {
    for (const [table, ids] of Object.entries(rules.ids)) this.ids.set(table, new Set(ids));
    for (const [table, ids] of Object.entries(pasted)) {
      const known = this.ids.get(table) ?? new Set();
      for (const id of ids) known.add(id);
      this.ids.set(table, known);
    }
  }

  /** Whether a table has a row of this id. */
  async has(table: string, id: string): Promise<boolean> {
    if (this.ids.get(table)?.has(id)) return true;
    const key = { entities: `e${id}`, listings: `l${id.toLowerCase()}` }[table];
    if (!key) return false;
    return Object.hasOwn(await load<Codes>(`codes/${shardOf(key)}`), key);
  }

  /** The kind of a party of the data; empty if it has none of this id. */
  async kindOf(id: string): Promise<string> {
    return (await load<Shard>(`parties/${shardOf(id)}`)).parties[id]?.kind ?? "";
  }

  /** Whether the data have a measure of this id on a party. */
  async hasMeasure(party: string, id: string): Promise<boolean> {
    const found = (await load<Shard>(`parties/${shardOf(party)}`)).parties[party];
    return found?.measures?.some(([measure]) => measure === id) ?? false;
  }
}
