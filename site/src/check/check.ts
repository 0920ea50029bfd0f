// Pasted rows held to the rules: the verdicts of the library's `validate` for the rules it names.
import { cellRules, isPrinted, issueAt, textRules } from "./check-cells";
import { rowIssues } from "./check-rows";
import { KnownIds } from "./known-ids";
import { readRows } from "./read-rows";
import { checkRules, type Issue, type Row, type Rules } from "./rules";

export interface Pasted { table: string; text: string }
export interface Checked { table: string; rows: Row[]; issues: Issue[]; known: number[] }

/** The issues of pasted tables; each may refer to the rows of the others. */
export async function check(pasted: readonly Pasted[]): Promise<Checked[]> {
  const rules = await checkRules();
  const read = pasted.map(({ table, text }) => ({ table, ...readRows(text, headerOf(rules, table)) }));
  const ids: Record<string, string[]> = {};
  for (const { table, rows } of read) {
    const key = rules.tables[table]?.key[0] ?? "";
    ids[table] = rows.map((row) => row.cells[key] ?? "");
  }
  const known = new KnownIds(rules, ids);
  const data = new KnownIds(rules);
  return Promise.all(read.map(async ({ table, rows, issues }) => {
    const found = await Promise.all(rows.map((row) => issuesOf(table, row, rules, known)));
    const all = [...issues, ...found.flat(), ...repeated(table, rows, rules)];
    const there = await Promise.all(rows.map((row) => isThere(table, row, rules, data)));
    return { table, rows, known: rows.filter((_, i) => there[i]).map((row) => row.line),
      issues: all.sort((one, other) => one.line - other.line) };
  }));
}

export const headerOf = (rules: Rules, table: string): string[] => rules.tables[table]?.columns.map(({ name }) => name) ?? [];

async function issuesOf(table: string, row: Row, rules: Rules, known: KnownIds): Promise<Issue[]> {
  const found: Issue[] = [];
  for (const column of rules.tables[table]?.columns ?? []) {
    const value = row.cells[column.name] ?? "";
    const broken = await cellRules(column, value, known);
    if (column.free && value) broken.push(...textRules(table, column.name, row, await isPrinted(table, column.name, row, rules, known), rules));
    found.push(...broken.map((rule) => issueAt(column, rule, row, rules)));
  }
  return [...found, ...(await rowIssues(table, row, rules, known))];
}

/** Rows whose key an earlier row has. */
function repeated(table: string, rows: Row[], rules: Rules): Issue[] {
  const { key = [], columns = [] } = rules.tables[table] ?? {};
  const last = columns.find((each) => each.name === key.at(-1));
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const mine = JSON.stringify(key.map((name) => row.cells[name]));
    const again = seen.has(mine) && key.some((name) => row.cells[name]);
    seen.add(mine);
    return again && last ? [issueAt(last, "unique-key", row, rules)] : [];
  });
}

/** Whether the data have a row of this key already; where it cannot be told, not. */
async function isThere(table: string, row: Row, rules: Rules, data: KnownIds): Promise<boolean> {
  const [key = "", more] = rules.tables[table]?.key ?? [];
  if (more) return false;
  const id = row.cells[key] ?? "";
  if (rules.measure_tables.includes(table)) return data.hasMeasure(row.cells["entity_id"] ?? "", id);
  return data.has(table, id);
}
