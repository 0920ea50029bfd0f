// A table that sorts by its columns, shows its rows little by little, and downloads as CSV.
import { csv, download } from "./csv";
import { h, show, type Child } from "./dom";

export interface Column<T> {
  name: string;
  title: string;
  text: (row: T) => string;
  cell?: (row: T) => Child;
  number?: boolean;
  short?: boolean; // Never broken into lines.
  fileOnly?: boolean; // In the download alone.
}

export interface TableOptions<T> {
  caption: string;
  name?: string; // Tells the headings of one table of a page from those of another.
  under?: (row: T) => Child; // What stands below a row.
  file?: string;
  page?: number;
  sort?: string;
}

interface State {
  sort: string;
  down: boolean;
  shown: number;
}

/** The table; `rows` are in the order in which they are shown at first. */
export function table<T>(
  columns: readonly Column<T>[],
  rows: readonly T[],
  options: TableOptions<T>,
): HTMLElement {
  const step = options.page ?? 100;
  const seen = columns.filter((each) => !each.fileOnly);
  const state: State = { sort: options.sort ?? "", down: false, shown: step };
  const place = h("div", { class: "table" });
  const draw = (): void => {
    const sorted = sortRows(columns, rows, state);
    const rest = rows.length - state.shown;
    show(
      place,
      h(
        "div",
        { class: "scroll", tabindex: 0, role: "region", "aria-label": options.caption },
        h(
          "table",
          {},
          h("caption", {}, options.caption),
          h("thead", {}, h("tr", {}, seen.map((each) => heading(each, state, draw, options.name ?? "")))),
          h("tbody", {}, sorted.slice(0, state.shown).map((row) => lines(seen, row, options.under))),
        ),
      ),
      h(
        "p",
        { class: "actions" },
        rest > 0 &&
          h("button", { type: "button", click: () => more(state, step, draw) },
            `Show ${Math.min(step, rest)} more of ${rest.toLocaleString("en")}`),
        options.file && rows.length > 0 &&
          h("button", { type: "button", click: () => save(columns, sorted, options.file ?? "") },
            "Download as CSV"),
      ),
    );
  };
  draw();
  return place;
}

function more(state: State, step: number, draw: () => void): void {
  state.shown += step;
  draw();
}

function save<T>(columns: readonly Column<T>[], rows: readonly T[], file: string): void {
  const cells = rows.map((row) => columns.map((each) => each.text(row)));
  download(`${file}.csv`, csv(columns.map((each) => each.name), cells));
}

function heading<T>(column: Column<T>, state: State, draw: () => void, of: string): HTMLElement {
  const mine = state.sort === column.name;
  const order = mine ? (state.down ? "descending" : "ascending") : "none";
  const sort = (): void => {
    state.down = mine && !state.down;
    state.sort = column.name;
    draw();
    document.getElementById(id)?.focus();
  };
  const id = `sort-${of}${column.name}`;
  const arrow = mine ? (state.down ? " ▼" : " ▲") : "";
  return h("th", { scope: "col", "aria-sort": order, class: column.number ? "number" : "" },
    h("button", { type: "button", class: "sort", id, click: sort }, column.title, arrow));
}

function lines<T>(columns: readonly Column<T>[], row: T, under?: (row: T) => Child): HTMLElement[] {
  const below = under && h("tr", { class: "under" }, h("td", { colspan: columns.length }, under(row)));
  const line = h("tr", {}, columns.map((each) =>
    h("td", { "data-title": each.title, class: each.number ? "number" : each.short ? "short" : "" },
      each.cell ? each.cell(row) : h("bdi", {}, each.text(row)))));
  return below ? [line, below] : [line];
}

function sortRows<T>(columns: readonly Column<T>[], rows: readonly T[], state: State): readonly T[] {
  const by = columns.find((each) => each.name === state.sort);
  if (!by) return rows;
  const key = by.number ? (row: T) => Number(by.text(row) || 0) : by.text;
  const keyed = rows.map((row) => ({ row, key: key(row) }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  if (state.down) keyed.reverse();
  return keyed.map((each) => each.row);
}
