// The carrier or country that a question names, with the restrictions that may be on it.
import { load, named } from "../core/data";
import { shardOf } from "../core/fold";
import type { Names } from "../core/names";
import { measuresOf, type Shard } from "../party/party-data";
import { find } from "../search/find";
import type { Asked, Restriction } from "./may-fly";

export interface Question {
  asked: Asked;
  name: string;
  restrictions: Restriction[];
}

export interface FlightFacts {
  columns: string[];
  rows: string[][];
  members: string[][];
}

export const flightFacts = (): Promise<FlightFacts> => load<FlightFacts>("flights");

/** What is asked about; a text that may mean several parties is answered with their names. */
export async function questionOf(text: string, names: Names): Promise<Question | string> {
  const facts = await flightFacts();
  const restrictions = named(facts.columns, facts.rows) as Restriction[];
  const country = countryOf(text, names);
  if (country) return { asked: { id: "", country, classes: [] }, name: `carriers of ${names.country(country)}`, restrictions };
  const hits = await find(text, names.facts);
  const sure = hits.filter((each) => each.how !== "part of name");
  const [hit] = sure;
  if (!hit || sure.length > 1) {
    const meant = (sure.length ? sure : hits).slice(0, 5).map((each) => `${each.entityId} (${each.name})`);
    return meant.length ? `Several parties may be meant; write one of ${meant.join(", ")}.` : "No country or party has this name.";
  }
  const shard = await load<Shard>(`parties/${shardOf(hit.entityId)}`);
  const party = shard.parties[hit.entityId];
  if (!party) return "The files of the site do not fit together; make it anew.";
  const classes = (party.attributes ?? []).filter(([what]) => what === "member_of").map(([, id]) => String(id));
  const known = new Set(restrictions.map((row) => row["measure_id"]));
  const own = measuresOf(shard, party, names)
    .filter((row) => row["measure_type"] === "flight_restriction" && !known.has(row["measure_id"]))
    .map((row) => ({ ...row, restriction_kind: row["scope"], party: party.name, party_kind: party.kind,
      party_country: party.country, source_url: row.sourceUrl, act_url: row.actUrl }) as unknown as Restriction);
  return { asked: { id: hit.entityId, country: party.country, classes }, name: party.name, restrictions: [...restrictions, ...own] };
}

/** The code of a country by code or name; empty if there is none. */
export function countryOf(text: string, names: Names): string {
  const asked = text.trim().toLowerCase();
  if (asked === "eu" || asked === "european union") return "EU";
  return names.facts.countries.find(([code, name]) => [code.toLowerCase(), name.toLowerCase()].includes(asked))?.[0] ?? "";
}
