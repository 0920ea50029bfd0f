// Measures chosen by authority, kind, programme, act and what they were on a day.
import { askedDay, dayForm } from "../core/day-form";
import { dayReason, dayStatus, STATUS_WORDS, type Dated } from "../core/day-status";
import { h, link, show, type Child } from "../core/dom";
import { count, words, type Names } from "../core/names";
import { address, type Route } from "../core/route";
import { table } from "../core/table";
import { measuresBy, programmesOf, type Filter, type MeasureRow } from "./chunks";

/** The page of measures by filter. */
export async function measuresPage(place: Element, names: Names, route: Route): Promise<void> {
  const asked = (name: string): string => route.query.get(name) ?? "";
  const filter = { by: asked("by"), kind: asked("kind"), programme: asked("programme"), act: asked("act") };
  const programmes = filter.by || filter.kind || filter.programme ? await programmesOf(filter) : [];
  show(place, h("h1", {}, "Measures"), filters(route, names, filter, programmes),
    dayForm(route, askedDay(route, names.facts.day)),
    filter.by || filter.kind || filter.programme || filter.act
      ? await measuresOf(filter, names, route)
      : h("p", {}, "Choose an authority or a kind."));
}

/** A table of the measures that fit, on the day of the address. */
export async function measuresOf(filter: Filter, names: Names, route: Route): Promise<Child> {
  const day = askedDay(route, names.facts.day);
  const wanted = route.query.get("status") ?? "";
  const found = await measuresBy(filter);
  const rows = found.rows.filter((row) => !wanted || dayStatus(row, day) === wanted);
  const plain = (name: string, title: string) => ({ name, title, text: (row: MeasureRow) => row[name] ?? "" });
  const status = (row: MeasureRow): string => STATUS_WORDS[dayStatus(row, day)];
  const why = (row: MeasureRow): string =>
    dayStatus(row, day) === "cannot_be_told" ? `: ${dayReason(row as unknown as Dated, day)}` : "";
  return [
    found.left > 0 && h("p", { class: "warning" },
      `${count(found.left, "more measure")} fit: choose more narrowly, or use the Parquet export for all of them.`),
    table<MeasureRow>([
      { name: "party", title: "Party", text: (row) => row["party"] ?? "",
        cell: (row) => link(address("party", row["entity_id"], { on: day }), h("bdi", {}, row["party"])) },
      { name: "authority_id", title: "By", text: (row) => row["authority_id"] ?? "", cell: (row) => names.authority(row["authority_id"] ?? "") },
      { name: "measure_type", title: "Measure", text: (row) => row["measure_type"] ?? "",
        cell: (row) => [names.kind(row["measure_type"] ?? ""), row["scope"] ? `: ${words(row["scope"])}` : ""] },
      { name: "day_status", title: `On ${day}`, text: status, cell: (row) => [h("b", {}, status(row)), why(row)] },
      { ...plain("start", "Since"), short: true }, { ...plain("end", "Until"), short: true },
      { name: "instrument_id", title: "Act", text: (row) => row["instrument_id"] ?? "",
        cell: (row) => row["instrument_id"] && link(address("act", row["instrument_id"]), row["instrument_id"]) },
      plain("programme_id", "Programme"), plain("measure_id", "Id"),
    ], rows, { caption: `${count(rows.length, "measure")}, seen from ${day}`, file: `measures-${day}` }),
  ];
}

function filters(route: Route, names: Names, filter: Filter, programmes: string[]): HTMLElement {
  const query = Object.fromEntries(route.query);
  const choose = (name: string, title: string, value: string, options: string[][]): Child => {
    const change = (event: Event): void => {
      // Another authority has other programmes.
      const kept = name === "by" ? { ...query, programme: "" } : query;
      location.hash = address("measures", "", { ...kept, [name]: (event.target as HTMLSelectElement).value });
    };
    return h("label", {}, `${title} `, h("select", { id: `by-${name}`, change },
      h("option", { value: "" }, "any"),
      options.map(([id, text]) => h("option", { value: id, selected: id === value }, text))));
  };
  return h("p", { class: "actions" },
    choose("by", "Authority", filter.by, names.facts.authorities.map(([id, name]) => [id, name])),
    choose("kind", "Kind", filter.kind, names.facts.kinds.map(([id, title]) => [id, title])),
    programmes.length > 0 && choose("programme", "Programme", filter.programme, programmes.map((id) => [id, id])),
    choose("status", "Status", route.query.get("status") ?? "", Object.entries(STATUS_WORDS)),
    filter.act && h("span", {}, `Act ${filter.act}`));
}
