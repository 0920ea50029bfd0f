// The feed of releases, the dictionary of tables, and the rules that rows keep.
import { load } from "../core/data";
import { h, show, type Child } from "../core/dom";
import { grid } from "./coverage-page";

interface Release { version: string; released_on: string; rows: (string | number)[][] }
interface Column { name: string; type: string; required: boolean; description: string; example: string; codes: Record<string, unknown> }
interface Table { name: string; group: string; description: string; key: string[]; columns: Column[] }
interface Rule { rule_id: string; severity: string; demands: string; reason: string; fix: string; bad_file: string; good_file: string }

/** What each release changed. */
export async function feedPage(place: Element): Promise<void> {
  const releases = await load<Release[]>("feed");
  show(place, h("h1", {}, "What each release changed"), releases.map((each, i) =>
    folded(`${each.version}, released on ${each.released_on}`, i === 0,
      grid(["table", "action", "rows"], each.rows, `feed-${each.version}`))));
}

/** Every table, column and code. */
export async function dictionaryPage(place: Element): Promise<void> {
  const tables = await load<Table[]>("dictionary");
  show(place, h("h1", {}, "Dictionary"), tables.map((each) => folded(`${each.name} (${each.group})`, false,
    h("p", {}, each.description, ` Key: ${each.key.join(", ")}.`),
    grid(["name", "type", "required", "description", "example", "codes"],
      each.columns.map((of) => [of.name, of.type, of.required ? "yes" : "no", of.description, of.example, Object.keys(of.codes).join(", ")]),
      each.name))));
}

/** Every rule in words, with a bad example and a good one. */
export async function rulesPage(place: Element): Promise<void> {
  const rules = await load<Rule[]>("rules");
  show(place, h("h1", {}, "Rules that rows keep"), rules.map((each) => folded(`${each.rule_id} (${each.severity})`, false,
    h("p", {}, each.demands), h("p", {}, each.reason), h("p", {}, h("b", {}, "Fix: "), each.fix),
    example("Bad", each.bad_file), example("Good", each.good_file))));
}

const example = (title: string, text: string): Child =>
  text && [h("p", { class: "small" }, title), h("pre", { tabindex: 0 }, text)];

function folded(title: string, open: boolean, ...children: Child[]): HTMLElement {
  return h("details", { open }, h("summary", {}, title), ...children);
}
