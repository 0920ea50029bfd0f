// Who imposes what at a glance: kinds of measure by authority, as of a day.
import { dayReason, dayStatus, type DayStatus } from "../core/day-status";
import { h, link, type Child } from "../core/dom";
import { words, type Names } from "../core/names";
import { address } from "../core/route";
import { table, type Column } from "../core/table";
import type { Measure } from "./party-data";

export interface Cell { status: DayStatus; text: string; more: number }

// What is in force counts before what may be, and that before what is over.
const RANK: DayStatus[] = ["in_force", "cannot_be_told", "not_in_force"];
const MARKS: Record<DayStatus, string> = { in_force: "●", cannot_be_told: "?", not_in_force: "○" };

/** For each authority and kind what counts most on a day, and how many measures more there are. */
export function matrixOf(rows: Measure[], day: string): Map<string, Map<string, Cell>> {
  const found = new Map<string, Map<string, Cell>>();
  for (const [authority, own] of grouped(rows, "authority_id")) {
    const kinds = new Map<string, Cell>();
    for (const [kind, of] of grouped(own, "measure_type")) kinds.set(kind, cellOf(of, day));
    found.set(authority, kinds);
  }
  return found;
}

function cellOf(rows: Measure[], day: string): Cell {
  const status = RANK.find((each) => rows.some((row) => dayStatus(row, day) === each)) ?? "not_in_force";
  const same = rows.filter((row) => dayStatus(row, day) === status);
  // Of those in force the earliest, of those that are over the latest.
  const inOrder = same.sort((one, other) => (key(one) < key(other) ? -1 : 1));
  const first = status === "in_force" ? inOrder[0] : inOrder.at(-1);
  return { status, text: first ? told(first, status, day) : "", more: rows.length - 1 };
}

const key = (row: Measure): string => row.start_latest || row["announced_on"] || "";

function told(row: Measure, status: DayStatus, day: string): string {
  if (status === "cannot_be_told") return `cannot be told: ${dayReason(row, day)}`;
  const start = row.start && row.start !== "unknown" ? row.start : "";
  if (status === "in_force") return start ? `in force since ${start}`.replace("since by", "by") : "in force";
  if (!row.start_latest) return words(row.status);
  if (row.start_earliest && day < row.start_earliest) return `not yet: from ${start}`;
  return row.end && row.end !== "unknown" ? `ended ${row.end}` : "ended";
}

function grouped(rows: Measure[], column: string): [string, Measure[]][] {
  const found = new Map<string, Measure[]>();
  for (const row of rows) found.set(row[column] ?? "", [...(found.get(row[column] ?? "") ?? []), row]);
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The matrix as a table: a row for each authority, a column for each kind. */
export function partyMatrix(rows: Measure[], day: string, names: Names, id: string): Child {
  if (!rows.length) return null;
  const found = matrixOf(rows, day);
  const kinds = [...new Set(rows.map((row) => row["measure_type"] ?? ""))].sort();
  type Line = [string, Map<string, Cell>];
  const columns: Column<Line>[] = kinds.map((kind) => ({
    name: kind, title: names.kind(kind), text: ([, cells]) => cells.get(kind)?.text ?? "",
    cell: ([, cells]) => shown(cells.get(kind)),
  }));
  const by: Column<Line> = { name: "authority_id", title: "By", text: ([authority]) => authority,
    cell: ([authority]) => link(address("authority", authority), names.authority(authority)) };
  return table<Line>([by, ...columns], [...found],
    { caption: `Who has which kind of measure on ${day}: ● in force, ? cannot be told, ○ not in force, empty none known`,
      file: `${id}-${day}-matrix`, name: "matrix" });
}

function shown(cell: Cell | undefined): Child {
  if (!cell) return "";
  return h("span", { class: `mark ${cell.status}` }, h("b", { "aria-hidden": "true" }, MARKS[cell.status]), " ", cell.text,
    cell.more > 0 && h("span", { class: "small" }, ` (and ${cell.more} more)`));
}
