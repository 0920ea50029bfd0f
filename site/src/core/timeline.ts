// Restrictions as bars over the years, one line for each authority.
import { h, s, link, type Child } from "./dom";
import type { Names } from "./names";
import { address } from "./route";
import type { Row } from "./data";
import type { Dated } from "./day-status";

const WIDTH = 900;
const LEFT = 10;
const LINE = 24;

/** The bars of the restrictions, from the first start to the day of the data. */
export function timeline(rows: (Row & Dated)[], day: string, last: string, names: Names): Child {
  const known = rows.filter((row) => row.start_latest);
  if (!known.length) return null;
  const end = yearOf(last) + 1;
  const first = Math.floor(Math.min(...known.map((row) => yearOf(row.start_earliest || row.start_latest))));
  const x = (on: string): number => LEFT + ((yearOf(on) - first) / (end - first)) * (WIDTH - 2 * LEFT);
  const authorities = [...new Set(known.map((row) => row["authority_id"] ?? ""))].sort();
  const height = authorities.length * LINE + 30;
  const step = Math.max(1, Math.ceil((end - first) / 12));
  const years = Array.from({ length: Math.floor((end - first) / step) + 1 }, (_, i) => Math.floor(first) + i * step);
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Timeline" },
    s("svg", { viewBox: `0 0 ${WIDTH} ${height}`, class: "timeline", role: "img", "aria-label": `Restrictions of ${authorities.length} authorities over time; the table has all of it` },
      years.map((year) => s("text", { x: x(`${year}-01-01`), y: height - 6, class: "year" }, year)),
      authorities.map((authority, line) => s("g", {},
        known.filter((row) => row["authority_id"] === authority).map((row) => bar(row, line, x, last)),
        s("text", { x: LEFT, y: line * LINE + 11, class: "name" }, names.authority(authority)))),
      s("line", { x1: x(day), x2: x(day), y1: 0, y2: height - 20, class: "today" })));
}

function bar(row: Row & Dated, line: number, x: (day: string) => number, last: string): SVGElement {
  const from = x(row.start_earliest || row.start_latest);
  const to = x(row.end_latest && row.end_latest < last ? row.end_latest : last);
  return s("rect", { x: from, y: line * LINE + 14, width: Math.max(2, to - from), height: 6, class: "bar" },
    s("title", {}, `${row["party"]}: ${row["restriction_kind"]}, ${row.start} to ${row.end || "now"}`));
}

/** The party of a restriction, linked. */
export const partyOf = (row: Row & Dated, day: string): Child =>
  link(address("party", row["entity_id"], { on: day }), h("bdi", {}, row["party"]));

function yearOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return year + (month - 1) / 12 + (date - 1) / 365;
}
