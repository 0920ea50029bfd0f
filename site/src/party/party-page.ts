// One party: who imposes what since when under which act, on a day, and who says so.
import { load } from "../core/data";
import { dayReason, dayStatus, isDay, STATUS_WORDS } from "../core/day-status";
import { h, link, show, type Child } from "../core/dom";
import { shardOf } from "../core/fold";
import { count, words, type Names } from "../core/names";
import { address, type Route } from "../core/route";
import { table } from "../core/table";
import { timeline } from "../core/timeline";
import { citation } from "./cite";
import { measuresOf, measuresWithId, type Cells, type Measure, type Shard } from "./party-data";
import { partyMatrix } from "./party-matrix";
import { whyOf } from "./why";

const MATCHED = 6; // The place of what matched a listing, in its row.

/** The page of a party, as of a day. */
export async function partyPage(place: Element, names: Names, route: Route): Promise<void> {
  const shard = await load<Shard>(`parties/${shardOf(route.id)}`);
  const party = shard.parties[route.id];
  if (!party) return show(place, h("h1", {}, "No such party"), h("p", {}, route.id));
  if (party.merged_into) {
    location.replace(address("party", party.merged_into, Object.fromEntries(route.query)));
    return;
  }
  const asked = route.query.get("on") ?? "";
  const day = isDay(asked) ? asked : names.facts.day;
  const own = measuresOf(shard, party, names);
  const classes = (party.attributes ?? []).filter(([what]) => what === "member_of").map(([, id]) => String(id));
  const through = await Promise.all(classes.map((id) => measuresWithId(id, names)));
  const all = [...own, ...through.flat()];
  show(place,
    h("h1", {}, h("bdi", {}, party.name)),
    h("p", {}, words(party.kind), party.country && `, ${names.country(party.country)}`),
    party.note && h("p", {}, party.note),
    dayForm(route.id, day, names),
    h("h2", {}, "At a glance"),
    partyMatrix(all, day, names, route.id),
    h("h2", {}, "Measures"),
    timeline(all.map((row) => ({ ...row, party: party.name, restriction_kind: names.kind(row["measure_type"] ?? "") })), day, names.facts.day, names),
    measureTable(all, day, names, route.id),
    facts("Names", ["name", "sort", "script", "lists"], party.names),
    facts("Numbers", ["sort", "number", "country", "lists"], party.numbers),
    facts("Other facts", ["what", "value", "lists"], party.attributes),
    facts("Listings", ["listing", "list", "printed name", "listed", "delisted", "first seen", "matched by"],
      party.listings?.map((cells) => cells.map((cell, i) => (i === MATCHED ? words(cell || "own_listing") : cell)))),
    sourceTable(all, route.id),
    h("h2", {}, "To cite"),
    citation(party.name, day, names.facts.version, address("party", route.id, { on: day, v: names.facts.version })));
}

function dayForm(id: string, day: string, names: Names): HTMLElement {
  const version = names.facts.version;
  const change = (event: Event): void => {
    const on = (event.target as HTMLInputElement).value;
    if (isDay(on)) location.hash = address("party", id, { on, v: version });
  };
  return h("p", { class: "day" },
    h("label", { for: "day" }, "On the day "),
    h("input", { id: "day", type: "date", value: day, change }));
}

function measureTable(rows: Measure[], day: string, names: Names, id: string): Child {
  if (!rows.length) return h("p", {}, "We know of no measure on it. This does not prove that there is none.");
  const status = (row: Measure): string => STATUS_WORDS[dayStatus(row, day)];
  const reason = (row: Measure): string => (dayStatus(row, day) === "cannot_be_told" ? dayReason(row, day) : "");
  const plain = (name: string, title: string) => ({ name, title, text: (row: Measure) => row[name] ?? "" });
  return table<Measure>([
    { name: "authority_id", title: "By", text: (row) => row["authority_id"] ?? "", cell: (row) => link(address("authority", row["authority_id"]), names.authority(row["authority_id"] ?? "")) },
    { name: "measure_type", title: "Measure", text: (row) => row["measure_type"] ?? "", cell: (row) => [names.kind(row["measure_type"] ?? ""), row["scope"] ? `: ${words(row["scope"])}` : ""] },
    { name: "day_status", title: `On ${day}`, text: status, cell: (row) => [h("b", {}, status(row)), reason(row) && `: ${reason(row)}`] },
    { ...plain("start", "Since"), short: true }, { ...plain("end", "Until"), short: true },
    { name: "act", title: "Act", text: (row) => row.act, cell: (row) => row.act && link(row.actUrl, row.act) },
    { name: "source", title: "Source", text: (row) => row.source, cell: (row) => link(row.sourceUrl, row.source) },
    ...["basis", "evidence", "listing_id", "note", "measure_id"].map((name) => ({ ...plain(name, name), fileOnly: true })),
  ], rows, { caption: `${count(rows.length, "measure")}, seen from ${day}`, file: `${id}-${day}`, under: whyOf });
}

/** The sources of the measures, with the number of measures that each is the source of. */
function sourceTable(rows: Measure[], id: string): Child {
  if (!rows.length) return null;
  const counts = new Map<string, { row: Measure; number: number }>();
  for (const row of rows) {
    const known = counts.get(row.sourceId);
    counts.set(row.sourceId, { row, number: (known?.number ?? 0) + 1 });
  }
  type Line = { row: Measure; number: number };
  return [h("h2", {}, "Sources"), table<Line>([
    { name: "source_id", title: "Id", text: ({ row }) => row.sourceId },
    { name: "title", title: "Source", text: ({ row }) => row.source, cell: ({ row }) => link(row.sourceUrl, h("bdi", {}, row.source)) },
    { name: "measures", title: "Measures", text: ({ number }) => String(number), number: true },
  ], [...counts.values()], { caption: count(counts.size, "source"), file: `${id}-sources`, name: "source-", page: 20 })];
}

function facts(title: string, header: string[], rows: Cells[] | undefined): Child {
  if (!rows?.length) return null;
  return [h("h2", {}, title), table<Cells>(
    header.map((name, i) => ({ name: `${title}-${name}`, title: name, text: (row) => [row[i] ?? ""].flat().join(", ") })),
    rows, { caption: count(rows.length, "row"), page: 20 })];
}
