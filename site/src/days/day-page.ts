// How many measures were in force on a day, by authority and kind; counted from bounds alone.
import { load } from "../core/data";
import { dayStatus, isDay, type DayStatus } from "../core/day-status";
import { h, link, show } from "../core/dom";
import { count, type Names } from "../core/names";
import { address, type Route } from "../core/route";
import { table } from "../core/table";

type Chunk = [string, string, string, number, number[], number[]];
interface Counts {
  days: string[];
  chunks: Chunk[];
}
type Line = Record<DayStatus, number> & { authority: string; kind: string };

/** The page of a day. */
export async function dayPage(place: Element, names: Names, route: Route): Promise<void> {
  const asked = route.query.get("on") ?? "";
  const day = isDay(asked) ? asked : names.facts.day;
  const lines = countOn(await load<Counts>("rows/counts"), day);
  const sum = (status: DayStatus): number => lines.reduce((total, each) => total + each[status], 0);
  const change = (event: Event): void => {
    const on = (event.target as HTMLInputElement).value;
    if (isDay(on)) location.hash = address("day", "", { on });
  };
  const number = (status: DayStatus, title: string) => ({
    name: status, title, number: true, text: (row: Line) => String(row[status]),
  });
  show(place,
    h("h1", {}, `What was in force on ${day}`),
    h("p", { class: "day" }, h("label", { for: "day" }, "Day "),
      h("input", { id: "day", type: "date", value: day, change })),
    h("p", { id: "sum" }, `${count(sum("in_force"), "measure")} in force; of ${sum("cannot_be_told").toLocaleString("en")} it cannot be told; ${sum("not_in_force").toLocaleString("en")} not in force.`),
    table<Line>([
      { name: "authority_id", title: "By", text: (row) => row.authority, cell: (row) => names.authority(row.authority) },
      { name: "measure_type", title: "Measure", text: (row) => row.kind, 
        cell: (row) => link(address("measures", "", { by: row.authority, kind: row.kind, on: day }), names.kind(row.kind)) },
      number("in_force", "In force"), number("cannot_be_told", "Cannot be told"),
      number("not_in_force", "Not in force"),
    ], lines, { caption: `Measures by authority and kind on ${day}`, file: `day-${day}`, page: 200 }));
}

/** Numbers of measures by authority and kind. */
export function countOn(counts: Counts, day: string): Line[] {
  const found = new Map<string, Line>();
  for (const [authority, kind, , , , bounds] of counts.chunks) {
    const key = `${authority} ${kind}`;
    const line = found.get(key) ?? { authority, kind, in_force: 0, cannot_be_told: 0, not_in_force: 0 };
    found.set(key, line);
    for (let i = 0; i < bounds.length; i += 5) {
      const at = (place: number): string => counts.days[bounds[i + place] ?? -1] ?? "";
      const of = { start_earliest: at(0), start_latest: at(1), end_earliest: at(2), end_latest: at(3) };
      line[dayStatus(of, day)] += bounds[i + 4] ?? 0;
    }
  }
  return [...found.values()];
}
