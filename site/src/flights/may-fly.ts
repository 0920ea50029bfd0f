// Whether a party may fly to a state on a day: the library's `may_fly`, on the rows of the site.
import { dayStatus, type Dated } from "../core/day-status";
import type { Row } from "../core/data";
import type { Names } from "../core/names";

export type Restriction = Row & Dated;
export type Effect = "forbids" | "may_forbid" | "limits";
export interface Answer {
  answer: "yes" | "no" | "cannot_be_told";
  rows: [Effect, Restriction][];
}

/** Who is asked about; `id` is empty for all carriers of a country. */
export interface Asked {
  id: string;
  country: string;
  classes: string[];
}

const KEEPS_OUT = new Set(["overflight", "landing", "operating_permit", "route_suspension", "no_fly_zone", "aircraft_ban"]);

/** The answer, and the restrictions that decide. */
export function mayFly(
  asked: Asked, to: string, day: string, restrictions: Restriction[], members: string[][], names: Names,
): Answer {
  const there = jurisdictionOf(to, day, members, names);
  const here = asked.country && asked.country !== to ? jurisdictionOf(asked.country, day, members, names) : null;
  const rows: [Effect, Restriction][] = [];
  for (const row of restrictions) {
    if (!KEEPS_OUT.has(row["restriction_kind"] ?? "") || dayStatus(row, day) === "not_in_force") continue;
    const effect = effectOf(row, asked, to, day, there, here);
    if (effect) rows.push([effect, row]);
  }
  const has = (effect: Effect): boolean => rows.some(([each]) => each === effect);
  return { answer: has("forbids") ? "no" : has("may_forbid") ? "cannot_be_told" : "yes", rows };
}

type Binds = (authority: string) => Effect | null;

function effectOf(row: Restriction, asked: Asked, to: string, day: string, there: Binds, here: Binds | null): Effect | null {
  const reach = reachOf(row, asked);
  const ofCountry = row["party_country"] === asked.country && asked.country !== "" && reach !== "";
  const onParty = (reach === "itself" || ofCountry) && row["applies_where"] !== "own_carriers";
  const by = row["authority_id"] ?? "";
  let effect = onParty ? there(by) : null;
  if (!onParty && here && row["party_country"] === to && (reach === "flights" || reach === "part")) effect = here(by);
  if (!effect) return null;
  if (reach === "part") return "limits";
  return dayStatus(row, day) === "in_force" ? effect : "may_forbid";
}

function reachOf(row: Restriction, asked: Asked): string {
  const isClass = row["party_kind"] === "class";
  if (!asked.id) return isClass ? (row["reach"] ?? "") : row["listing_id"] ? "" : "part";
  if ([asked.id, ...asked.classes].includes(row["entity_id"] ?? "")) return "itself";
  return isClass ? (row["reach"] ?? "") : "";
}

/** Whose measures bind a state; of bodies whose members are not known it cannot be told. */
function jurisdictionOf(state: string, day: string, members: string[][], names: Names): Binds {
  const sure = new Set(["un-sc"]);
  const bodies = new Set<string>();
  for (const [id, , kind, country] of names.facts.authorities) {
    if (country === state) sure.add(id);
    if (kind === "international") bodies.add(id);
  }
  const inUnion = members.some(([code, from = "", to = ""]) => code === state && from <= day && (!to || day < to));
  if (state === "EU" || inUnion) sure.add("eu");
  return (by) => (sure.has(by) ? "forbids" : bodies.has(by) ? "may_forbid" : null);
}
