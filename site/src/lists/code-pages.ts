// Authorities, programmes, kinds and acts: a table of all, and a page of each with its measures.
import { load } from "../core/data";
import { dayForm, askedDay } from "../core/day-form";
import { h, link, show, type Child } from "../core/dom";
import { type Names } from "../core/names";
import { address, type Route } from "../core/route";
import { table } from "../core/table";
import { measuresOf } from "../measures/measures-page";
import type { Filter } from "../measures/chunks";

interface Sort {
  title: string;
  columns: string[];
  filter: keyof Filter;
  rows: (names: Names) => Promise<string[][]>;
  name: number; // The place of the column that names a row.
}

/** The kinds of code that have pages. */
export const SORTS: Record<string, Sort> = {
  authority: {
    title: "Authorities", columns: ["authority_id", "name", "kind", "country"], filter: "by", name: 1,
    rows: async (names) => names.facts.authorities,
  },
  kind: {
    title: "Kinds of measure", columns: ["measure_type", "title", "definition", "not_to_confuse"],
    filter: "kind", name: 1, rows: async (names) => names.facts.kinds,
  },
  programme: {
    title: "Programmes", filter: "programme", name: 2,
    columns: ["programme_id", "authority_id", "name", "instrument_id", "source_id", "note"],
    rows: async () => (await load<{ programmes: string[][] }>("programmes")).programmes,
  },
  act: {
    title: "Acts", filter: "act", name: 4,
    columns: ["instrument_id", "authority_id", "kind", "number", "title", "adopted_on",
      "in_force_on", "ended_on", "replaces", "url", "evidence", "note", "measures"],
    rows: async () => (await load<(string | number)[][]>("acts")).map((row) => row.map(String)),
  },
};

/** All codes of a sort, or one with its measures. */
export async function codePage(place: Element, names: Names, route: Route, sort: Sort): Promise<void> {
  const rows = await sort.rows(names);
  if (!route.id) return show(place, h("h1", {}, sort.title), all(rows, sort, route.page));
  const row = rows.find(([id]) => id === route.id);
  if (!row) return show(place, h("h1", {}, "No such code"), h("p", {}, h("bdi", {}, route.id)));
  const filter: Filter = { by: "", kind: "", programme: "", act: "", [sort.filter]: route.id };
  show(place, h("h1", {}, h("bdi", {}, row[sort.name] || route.id)),
    h("dl", {}, sort.columns.map((name, i) => row[i] && [
      h("dt", {}, name.replaceAll("_", " ")), h("dd", {}, cell(name, row[i] ?? ""))])),
    dayForm(route, askedDay(route, names.facts.day)),
    await measuresOf(filter, names, route));
}

function all(rows: string[][], sort: Sort, page: string): Child {
  return table<string[]>(sort.columns.map((name, i) => ({
    name, title: name.replaceAll("_", " "), number: name === "measures",
    text: (row) => row[i] ?? "",
    cell: (row) => i === 0 ? link(address(page, row[0]), row[0]) : cell(name, row[i] ?? ""),
  })), rows, { caption: `${rows.length.toLocaleString("en")} ${sort.title.toLowerCase()}`, file: page });
}

function cell(name: string, text: string): Child {
  if (name === "url") return link(text, text);
  if (name === "authority_id") return link(address("authority", text), text);
  if (name === "instrument_id" || name === "replaces") return text && link(address("act", text), text);
  return h("bdi", {}, text);
}
