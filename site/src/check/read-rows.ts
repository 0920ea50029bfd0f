// Rows from a text as RFC 4180 has it, with the line of each; what spreadsheets paste is read too.
import type { Issue, Row } from "./rules";

interface Record_ { line: number; cells: string[] }
export interface Read { rows: Row[]; issues: Issue[] }

/** Rows of a table, with or without its header. */
export function readRows(text: string, header: readonly string[]): Read {
  const separator = separatorOf(text);
  const { records, open } = split(text.replace(/^\ufeff/, ""), separator);
  const issues: Issue[] = [];
  if (separator !== ",") issues.push({ line: 1, column: "", rule: "delimiter", found: separator });
  if (open) issues.push({ line: open, column: "", rule: "csv", found: '"' });
  const first = records[0]?.cells ?? [];
  // A first line that names columns is a header, and must be the table's.
  const named = first.filter((cell) => header.includes(cell.trim())).length > first.length / 2;
  if (named && (first.length !== header.length || first.some((cell, i) => cell !== header[i]))) {
    return { rows: [], issues: [...issues, { line: 1, column: "", rule: "header", found: first.join(separator),
      problem: "the columns are not those of the table", hint: `the first line must be ${header.join(",")}` }] };
  }
  const rows: Row[] = [];
  for (const { line, cells } of named ? records.slice(1) : records) {
    if (cells.length === header.length) rows.push({ line, cells: Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ""])) });
    else issues.push({ line, column: "", rule: "row-width", found: cells.join(separator),
      problem: `the row has ${cells.length} cells instead of ${header.length}`, hint: "put a cell that holds a comma in quotes; two commas in a row are an empty cell" });
  }
  return { rows, issues };
}

/** The table whose header a text begins with. */
export function tableOf(text: string, headers: Record<string, readonly string[]>): string | undefined {
  const first = split(text.replace(/^\ufeff/, "").split("\n", 1)[0] ?? "", separatorOf(text)).records[0]?.cells ?? [];
  return Object.keys(headers).find((table) => headers[table]?.join() === first.join());
}

function separatorOf(text: string): string {
  const first = text.split("\n", 1)[0] ?? "";
  const count = (mark: string): number => first.split(mark).length;
  const [most = ","] = [",", "\t", ";"].sort((one, other) => count(other) - count(one));
  return most;
}

function split(text: string, separator: string): { records: Record_[]; open: number } {
  const records: Record_[] = [];
  let [cells, cell, quoted] = [[] as string[], "", false];
  let [line, begun, opened] = [1, 1, 0];
  const end = (): void => {
    records.push({ line: begun, cells: [...cells, cell] });
    [cells, cell] = [[], ""];
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? "";
    if (sign === "\n") line++;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (sign === '"' && cell === "") [quoted, opened] = [true, line];
    else if (sign === separator) {
      cells.push(cell);
      cell = "";
    }
    else if (sign === "\n") {
      end();
      begun = line;
    }
    else if (sign !== "\r" || text[i + 1] !== "\n") cell += sign;
  }
  if (cell !== "" || cells.length) end();
  // An empty line at the end of what was pasted is no row.
  return { records: records.filter((each) => each.cells.length > 1 || each.cells[0] !== ""), open: quoted ? opened : 0 };
}
