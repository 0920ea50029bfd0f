// Which lists were read and how fresh they are, how exact measures are, and how authorities lag.
import { load } from "../core/data";
import { h, link, show, type Child } from "../core/dom";
import type { Names } from "../core/names";
import { address } from "../core/route";
import { table } from "../core/table";

interface Coverage { lists: string[][]; exactness: (string | number)[][] }

const LISTS = ["list_id", "authority_id", "title", "publisher", "url", "licence", "oldest", "newest",
  "snapshots", "listings", "completeness", "note"];
const EXACT = ["authority_id", "measures", "in force", "start known to the day", "with its act", "primary evidence", "stated by the list"];
const LAGS = ["measure", "first", "then", "parties", "a quarter within days", "half within days", "three quarters within days"];

/** The page of coverage and freshness. */
export async function coveragePage(place: Element, names: Names): Promise<void> {
  const [coverage, lags] = await Promise.all([load<Coverage>("coverage"), load<(string | number)[][]>("lags")]);
  show(place, h("h1", {}, "Coverage and freshness"),
    h("p", {}, `The data are of ${names.facts.day}. “Newest” is the day of the last snapshot that was read: what a list changed later is not known here.`),
    h("h2", {}, "Lists"), grid(LISTS, coverage.lists, "lists"),
    h("h2", {}, "How exact the measures are"), grid(EXACT, coverage.exactness, "exactness"),
    h("h2", {}, "How long one authority took after another"),
    h("p", {}, "Parties on which both have the measure, with a first start known to the day."),
    grid(LAGS, lags, "lags"));
}

/** A table from names of columns and cells: an address is the link of the title, a note stands below. */
export function grid(columns: string[], rows: (string | number)[][], file: string): Child {
  const [title, url, note] = ["title", "url", "note"].map((name) => columns.indexOf(name)) as [number, number, number];
  const text = (row: (string | number)[], i: number): string => String(row[i] ?? "");
  const all = (i: number, form: RegExp): boolean => rows.every((row) => form.test(text(row, i)));
  return table<(string | number)[]>(columns.map((name, i) => ({
    name: `${file}-${name}`, title: name.replaceAll("_", " "), number: all(i, /^\d*$/), short: all(i, /^(?:\d{4}-\d\d-\d\d)?$/),
    fileOnly: i === note || (i === url && title >= 0),
    text: (row) => text(row, i),
    cell: (row) => (i === title && url >= 0 ? link(text(row, url), h("bdi", {}, text(row, i))) : cell(name, text(row, i))),
  })), rows, { caption: `${rows.length.toLocaleString("en")} rows`, file,
    ...(note < 0 ? {} : { under: (row: (string | number)[]) => h("span", { class: "small" }, text(row, note)) }) });
}

function cell(name: string, text: string): Child {
  if (name === "url") return link(text, text);
  if (name === "authority_id" || name === "first" || name === "then") return link(address("authority", text), text);
  return h("bdi", {}, text);
}
