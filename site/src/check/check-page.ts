// Check rows before they are proposed: paste or drop CSV, and see what the project's check will say.
import { h, link, show, type Child } from "../core/dom";
import { count, type Names } from "../core/names";
import type { Route } from "../core/route";
import { table } from "../core/table";
import { check, headerOf, type Checked, type Pasted } from "./check";
import { tableOf } from "./read-rows";
import { checkRules, ruleTexts, type Issue, type Rules, type RuleText } from "./rules";

const FIRST = "flight_restrictions";
const MAXIMUM_BYTES = 2_000_000; // More than that is a table, not a contribution.

/** The page on which rows are checked. */
export async function checkPage(place: Element, _names: Names, route: Route): Promise<void> {
  const [rules, texts] = await Promise.all([checkRules(), ruleTexts()]);
  const headers = Object.fromEntries(Object.keys(rules.tables).map((name) => [name, headerOf(rules, name)]));
  const chosen = Object.hasOwn(headers, route.id) ? route.id : FIRST;
  const result = h("div", { id: "checked", role: "region", "aria-label": "Result", "aria-live": "polite" });
  const header = h("pre", { class: "columns", tabindex: 0 }, headers[chosen]?.join(","));
  const select = h("select", { id: "table", change: () => show(header, headers[select.value]?.join(",")) },
    Object.keys(headers).sort().map((name) => h("option", { value: name, selected: name === chosen }, name))) as HTMLSelectElement;
  const field = h("textarea", { id: "rows", rows: 10, spellcheck: "false", autocomplete: "off" }) as HTMLTextAreaElement;
  const run = async (pasted: Pasted[]): Promise<void> => {
    try {
      show(result, h("p", {}, "Checking …"));
      const found = await check(pasted);
      show(result, found.map((each) => verdict(each, texts)), proposal(found, rules));
    } catch (error) {
      show(result, h("p", { class: "warning" }, `The check failed: ${String(error)}`));
    }
  };
  const ofField = (): Pasted[] => {
    const named = tableOf(field.value, headers);
    if (named && named !== select.value) {
      select.value = named;
      show(header, headers[named]?.join(","));
    }
    return [{ table: select.value, text: field.value }];
  };
  const take = async (files: FileList | null): Promise<void> => {
    const pasted = await Promise.all([...(files ?? [])].filter((file) => file.size <= MAXIMUM_BYTES).map(async (file) => {
      const text = await file.text();
      return { table: tableOf(text, headers) ?? file.name.replace(/\.csv$/i, ""), text };
    }));
    const fit = pasted.filter((each) => Object.hasOwn(headers, each.table));
    if (fit.length) return run(fit);
    show(result, h("p", { class: "warning" }, "None of the files is a table of the project under 2 MB: its name or its first line must tell the table."));
  };
  const drop = (event: DragEvent): void => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    void take(event.dataTransfer.files);
  };
  show(place,
    h("h1", {}, "Check rows before you propose them"),
    h("p", {}, "Paste rows as CSV, with or without the line that names the columns, or drop files on the field. They are checked in your browser and sent nowhere."),
    h("p", {}, h("label", { for: "table" }, "Table "), select),
    h("p", { class: "small" }, "Its columns:"), header,
    h("label", { for: "rows" }, "Rows"),
    h("div", { dragover: (event: Event) => event.preventDefault(), drop }, field),
    h("p", { class: "actions" },
      h("button", { type: "button", id: "check", click: () => void run(ofField()) }, "Check the rows"),
      h("label", { for: "files" }, "or files "),
      h("input", { id: "files", type: "file", accept: ".csv,text/csv", multiple: true,
        change: (event: Event) => void take((event.target as HTMLInputElement).files) })),
    result, limits(rules, texts));
}

function verdict({ table: name, rows, issues, known }: Checked, texts: RuleText[]): Child {
  const of = new Map(texts.map((each) => [each.rule_id, each]));
  const plain = (title: string, text: (issue: Issue) => string) => ({ name: title.toLowerCase(), title, text });
  return [h("h2", {}, name),
    h("p", { class: `answer ${issues.length ? "no" : "yes"}` },
      `${count(rows.length, "row")} read, ${issues.length ? count(issues.length, "issue") : "no issue found"}`),
    known.length > 0 && h("p", { class: "warning" },
      `The data have ${known.length === 1 ? "a row" : "rows"} of the same id already (line ${known.slice(0, 20).join(", ")}): what you propose would change ${known.length === 1 ? "it" : "them"}.`),
    issues.length > 0 && table<Issue>([
      { ...plain("Line", (issue) => String(issue.line)), number: true }, plain("Column", (issue) => issue.column),
      plain("Found", (issue) => issue.found.slice(0, 80)),
      plain("Problem", (issue) => issue.problem ?? of.get(issue.rule)?.demands ?? ""),
      plain("How to fix it", (issue) => issue.hint ?? of.get(issue.rule)?.fix ?? ""),
      plain("Rule", (issue) => issue.rule),
    ], issues, { caption: count(issues.length, "issue"), file: `issues-${name}`, name: `issue-${name}-` })];
}

/** Where the rows are handed in; a sound one as well as one that a person shall look at. */
function proposal(found: Checked[], rules: Rules): Child {
  const tables = found.map((each) => each.table);
  return h("p", { class: "actions" },
    h("a", { class: "button", id: "propose", href: `${rules.repository}/compare`, rel: "noopener noreferrer external" }, "Open the pull request page"),
    tables.map((name) => link(`${rules.repository}/blob/main/data/${name}.csv`, `data/${name}.csv, where the rows go`)));
}

function limits(rules: Rules, texts: RuleText[]): Child {
  const left = texts.filter((each) => !rules.claimed.includes(each.rule_id));
  return [h("h2", {}, "What only the check of the pull request can tell"),
    h("p", {}, `This page checks ${rules.claimed.length} rules. ${left.length} more need all tables at once, or the library: `,
      "they are checked when you propose the rows, or by ", h("code", {}, "sanctions-data validate"), ". A row without an issue here may still have one there."),
    h("details", { class: "parts" }, h("summary", {}, `The ${left.length} rules`),
      h("ul", {}, left.map((each) => h("li", {}, h("b", {}, each.rule_id), ` ${each.demands}`))))];
}
