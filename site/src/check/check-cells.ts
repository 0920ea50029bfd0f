// Rules of single cells: what the definition of a column says, and what free text may hold.
import { isDay } from "../core/day-status";
import type { KnownIds } from "./known-ids";
import { expression, type Column, type Issue, type Row, type Rules } from "./rules";

/** What the definition of a column forbids. */
export async function cellRules(column: Column, value: string, known: KnownIds): Promise<string[]> {
  if (value === "") return column.required ? ["required"] : [];
  const broken: string[] = [];
  if (column.type === "date" && (!isDay(value) || value.startsWith("0000"))) broken.push("cell-date");
  if (column.type === "boolean" && value !== "true" && value !== "false") broken.push("cell-boolean");
  if (column.type === "integer" && !/^(?:0|[1-9]\d*)$/.test(value)) broken.push("cell-integer");
  if (column.pattern && !expression(column.pattern).test(value)) broken.push("cell-pattern");
  if (column.codes && !column.codes.includes(value)) broken.push("cell-enum");
  if (column.longest && [...value].length > column.longest) broken.push("cell-length");
  if (column.reference && !(await known.has(column.reference, value))) broken.push("foreign-key");
  return broken;
}

/** Whether a cell holds what a list printed, which is held to less. */
export async function isPrinted(table: string, column: string, row: Row, rules: Rules, known: KnownIds): Promise<boolean> {
  if (!rules.printed[table]?.includes(column)) return false;
  if (table === "entities") return known.has("entities", row.cells["entity_id"] ?? "");
  if ("list_id" in row.cells && table.startsWith("entity_")) return row.cells["list_id"] !== "curated";
  return true;
}

/** What free text may not hold. */
export function textRules(table: string, column: string, row: Row, printed: boolean, rules: Rules): string[] {
  const value = row.cells[column] ?? "";
  const has = (name: string, flags = "u"): boolean => expression(rules.expressions[name] ?? "$^", flags).test(value);
  const broken: string[] = [];
  const never = has("never", "iu");
  if (value !== trim(value) || value.includes("  ") || (!printed && has("odd_space"))) broken.push("blank-around");
  if (has("line_break")) broken.push("one-line");
  if (has("invisible") || (!printed && has("marks") && !needsJoiners(value, rules))) broken.push("invisible-character");
  if (has("formula") && !never && !(table === "entity_identifiers" && has("phone"))) broken.push("no-formula");
  if ((never || (!printed && has("seldom", "iu"))) && !mayStand(table, column, row, never, rules)) broken.push("no-placeholder");
  return broken;
}

// As Python strips, which keeps a byte order mark.
const trim = (text: string): string => text.replace(/^[^\S\ufeff]+|[^\S\ufeff]+$/gu, "");

function needsJoiners(value: string, rules: Rules): boolean {
  const marks = value.match(expression(rules.expressions["marks"] ?? "$^", "gu")) ?? [];
  return marks.every((each) => each === "\u200c" || each === "\u200d") && /[\u0600-\u0dff]/.test(value);
}

function mayStand(table: string, column: string, row: Row, never: boolean, rules: Rules): boolean {
  const value = row.cells[column] ?? "";
  if (rules.may_be_numbers.includes(column) && /^\d+$/.test(value)) return true;
  if (rules.names.some(([of, name]) => of === table && name === column)) {
    if (never ? value === "Null" : expression(rules.expressions["name"] ?? "$^").test(value) || /^\d+$/.test(value)) return true;
  }
  return table === "entity_attributes" && rules.countries.includes(row.cells["attribute"] ?? "");
}

/** An issue at a cell in the words of its column. */
export function issueAt(column: Column, rule: string, row: Row, rules: Rules): Issue {
  const [problem, hint] = column.says[rule] ?? [];
  return { line: row.line, column: column.name, rule, found: row.cells[column.name] ?? "",
    ...(problem === undefined ? {} : { problem: rules.texts[problem] ?? "" }),
    ...(hint === undefined ? {} : { hint: rules.texts[hint] ?? "" }) };
}
