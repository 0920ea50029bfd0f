// Why the data say that a measure was imposed: the steps of the library's `why`, in its words.
import { load } from "../core/data";
import { h, link, show, type Child } from "../core/dom";
import { words } from "../core/names";
import type { Measure } from "./party-data";

export interface WhyFacts {
  sources: Record<string, [publisher: string, day: string, sha256: string, bytes: string]>;
  rules: Record<string, [act: string, article: string]>;
  terms: [list: string, field: string, term: string, kind: string, programme: string][];
  corrections: Record<string, [table: string, column: string, was: string, is: string, source: string][]>;
  decisions: Record<string, [decision: string, day: string, source: string][]>;
  events: Record<string, [title: string, day: string]>;
  brought: Record<string, string[]>;
}
export type Step = [label: string, parts: string[], url?: string];

const MAXIMUM_TERMS = 5;
const EVIDENCE: Record<string, string> = {
  primary: "read in the act or list itself",
  secondary: "read in a report or a copy",
  unverified: "general knowledge, read nowhere",
};

export const whyFacts = (): Promise<WhyFacts> => load<WhyFacts>("why");

/** The steps from a measure back to its source; what is not known is left out. */
export function whySteps(row: Measure, facts: WhyFacts): Step[] {
  const steps: Step[] = [["Act", [row.act || "none is named"], row.actUrl]];
  const rule = facts.rules[row["rule_id"] ?? ""];
  if (rule) steps.push(["Rule", [row["rule_id"] ?? "", ...rule]]);
  steps.push(...listingSteps(row, facts));
  const [publisher = "", day = "", sha256 = "", bytes = ""] = facts.sources[row.sourceId] ?? [];
  steps.push(["Source", [row.source, publisher, day]]);
  if (row.sourceUrl) steps.push(["Address", [row.sourceUrl], row.sourceUrl]);
  if (sha256) steps.push(["File", [`SHA-256 ${sha256}`, `${bytes} bytes`]]);
  steps.push(["Evidence", [EVIDENCE[row["evidence"] ?? ""] ?? "", row["basis"] ?? ""]]);
  for (const id of facts.brought[row["measure_id"] ?? ""] ?? []) steps.push(["Event", facts.events[id] ?? [id]]);
  for (const key of new Set([row["measure_id"], row["entity_id"], row["listing_id"]])) {
    for (const [table, column, was, is, source] of (key && facts.corrections[key]) || [])
      steps.push(["Corrected", [`${table}.${column}: ${was || "nothing"} → ${is || "nothing"}`, source]]);
  }
  if (row["note"]) steps.push(["Note", [row["note"]]]);
  return steps.map(([label, parts, url]) => [label, parts.filter(Boolean), ...(url ? [url] : [])] as Step);
}

function listingSteps(row: Measure, facts: WhyFacts): Step[] {
  const id = row["listing_id"] ?? "";
  if (!id) return [["Entered by contributors", ["no list's entry stands behind it."]]];
  const terms = facts.terms.filter(([of, , , kind, programme]) => of === row.list &&
    (row["basis"] === "derived" ? programme !== "" && programme === row["programme_id"] : kind === row["measure_type"]));
  return [
    ["Listing", [id, `printed as ${row.printed}`]],
    ["Matched", [words(row.matched)]],
    ...(facts.decisions[id] ?? []).map((each): Step => ["Decided", each]),
    ...terms.slice(0, MAXIMUM_TERMS).map(([, field, term]): Step => ["May be printed as", [`${field}: ${term}`]]),
  ];
}

/** What opens to the steps of a measure; the facts are loaded when it is opened first. */
export function whyOf(row: Measure): HTMLElement {
  const place = h("div", {});
  const toggle = async (): Promise<void> => {
    if (place.hasChildNodes()) return;
    try {
      show(place, steps(row, await whyFacts()));
    } catch (error) {
      show(place, h("p", {}, `It could not be loaded: ${String(error)}`));
    }
  };
  return h("details", { class: "why", toggle: () => void toggle() },
    h("summary", {}, "Why", h("span", { class: "aside" }, ` is ${row["measure_id"]} in the data?`)), place);
}

function steps(row: Measure, facts: WhyFacts): Child {
  const listed = whySteps(row, facts).map(([label, parts, url]) => [
    h("dt", {}, label), h("dd", {}, url ? link(url, h("bdi", {}, parts.join(", "))) : h("bdi", {}, parts.join(", "))),
  ]);
  const inferred = row["start_rule"] ? [h("dt", {}, "Start"), h("dd", {}, `by rule ${row["start_rule"]}`)] : null;
  return [h("dl", {}, inferred, listed),
    row["listing_id"] && h("p", { class: "small" }, "The position in the file is told where the file is: ",
      h("code", {}, `sanctions-data why ${row["measure_id"]} --snapshots DIR`))];
}
