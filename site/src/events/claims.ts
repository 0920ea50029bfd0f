// A claim with its statements side by side: who alleged, confirmed, denied, admitted it, and when.
import type { Row } from "../core/data";
import { h, type Child } from "../core/dom";
import { count, words, type Names } from "../core/names";
import { table } from "../core/table";

// From those who said that it is so to those who said that it is not, then the rest.
const STANCES: [stance: string, title: string][] = [
  ["alleged", "Alleged"], ["confirmed", "Confirmed"], ["admitted", "Admitted, of the accused side"],
  ["denied", "Denied"], ["commented", "Commented, without asserting or denying"],
];
const EVIDENCE: Record<string, string> = {
  primary: "read in the statement itself", secondary: "read in a report", unverified: "read nowhere",
};
type Source = (row: Row) => Child;

/** A claim, and a side for each stance that somebody took. */
export function claimSides(claim: Row, statements: Row[], names: Names, source: Source): Child {
  const sides = STANCES.map(([stance, title]) => ({ title, stance, own: statements.filter((each) => each["stance"] === stance) }));
  return h("section", {}, h("h3", {}, claim["proposition"]),
    claim["note"] && h("p", { class: "small" }, claim["note"]),
    h("div", { class: "sides" }, sides.filter((each) => each.own.length).map(({ title, stance, own }) =>
      h("div", { class: stance }, h("h4", {}, `${title} (${own.length})`),
        h("ul", {}, own.map((each) => statement(each, names, source)))))));
}

function statement(row: Row, names: Names, source: Source): HTMLElement {
  return h("li", {},
    h("b", {}, said(row["stated_on"], row["date_precision"])), " ", h("bdi", {}, row["speaker"]),
    row["speaker_role"] && h("span", { class: "small" }, `, ${row["speaker_role"]}`),
    row["on_behalf_of"] && h("span", { class: "small" }, `, for ${names.country(row["on_behalf_of"])}`),
    h("div", {}, row["summary"]), h("div", { class: "small" }, source(row), ` – ${EVIDENCE[row["evidence"] ?? ""] ?? row["evidence"]}`));
}

/** A day in as many words as its precision needs. */
export function said(day = "", precision = ""): string {
  if (!day) return "day not known";
  if (precision === "on_or_before") return `by ${day}`;
  return { month: day.slice(0, 7), year: day.slice(0, 4) }[precision] ?? day;
}

/** All statements in order of time, to sort and to download. */
export function statementTable(rows: Row[], names: Names, source: Source, id: string): Child {
  if (!rows.length) return null;
  const plain = (name: string, title: string) => ({ name, title, text: (row: Row) => row[name] ?? "" });
  const inOrder = [...rows].sort((one, other) => ((one["stated_on"] ?? "") < (other["stated_on"] ?? "") ? -1 : 1));
  return h("details", { class: "parts" }, h("summary", {}, `The same in order of time: ${count(rows.length, "statement")}`), table<Row>([
    { ...plain("stated_on", "Said"), cell: (row) => said(row["stated_on"], row["date_precision"]), short: true },
    plain("speaker", "Who"),
    { ...plain("on_behalf_of", "For"), cell: (row) => names.country(row["on_behalf_of"] ?? "") },
    { ...plain("stance", "Stance"), cell: (row) => words(row["stance"] ?? "") },
    plain("proposition", "Claim"), plain("summary", "What was said"),
    { ...plain("source_id", "Source"), cell: source },
    { ...plain("evidence", "evidence"), fileOnly: true }, { ...plain("statement_id", "id"), fileOnly: true },
  ], inOrder, { caption: count(rows.length, "statement"), file: `statements-${id}`, name: "statement-" }));
}
