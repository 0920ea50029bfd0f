// Rules of a row: its cells among each other, and against the party that it is on.
import type { KnownIds } from "./known-ids";
import type { Issue, Row, Rules } from "./rules";

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** What is wrong between the cells of a row. */
export async function rowIssues(table: string, row: Row, rules: Rules, known: KnownIds): Promise<Issue[]> {
  const isMeasure = rules.measure_tables.includes(table);
  return [
    ...(rules.dated.includes(table) ? [...disorder(row, rules), ...unfitPrecisions(row, rules)] : []),
    ...(isMeasure ? [...wrongTable(table, row, rules), ...(await wrongRule(row, rules, known))] : []),
    ...(table === "travel_bans" ? await noPerson(row, known) : []),
  ];
}

function issue(row: Row, column: string, rule: string, problem: string, hint: string): Issue {
  return { line: row.line, column, rule, found: row.cells[column] ?? "", problem, hint };
}

function disorder(row: Row, rules: Rules): Issue[] {
  const told = new Map<string, Issue>();
  for (const [first, last] of rules.ordered) {
    const [begins = "", ends = ""] = [row.cells[first], row.cells[last]];
    if (!DAY.test(begins) || !DAY.test(ends) || begins < ends || told.has(last)) continue;
    const precision = rules.precisions.find(([day]) => day === last)?.[1] ?? "";
    // Listed and gone within a day: it was over by then, if not before.
    if (begins === ends && row.cells[precision] === "on_or_before") continue;
    told.set(last, issue(row, last, "dates-in-order", `${begins === ends ? "the same day as" : "before"} ${first} ${begins}`,
      "write a date after it or leave it empty"));
  }
  return [...told.values()];
}

function unfitPrecisions(row: Row, rules: Rules): Issue[] {
  const found: Issue[] = [];
  for (const [day, precision] of rules.precisions) {
    const [when, exact] = [row.cells[day], row.cells[precision]];
    if (when === undefined || exact === undefined) continue;
    const ending = { month: "-01", year: "-01-01" }[exact];
    const isKnown = exact !== "" && exact !== "unknown";
    const tell = (column: string, problem: string, hint: string): number =>
      found.push(issue(row, column, "precision-fits-date", problem, hint));
    if (ending && DAY.test(when) && !when.endsWith(ending))
      tell(day, `${precision} is ${exact}, of which this is not the first day`, `write ${when.slice(0, 10 - ending.length)}${ending}, or the precision day if the day is known`);
    if (when && !isKnown) tell(precision, `${day} is ${when}`, "write how exact the date is: day, month, year or on_or_before");
    if (!when && isKnown) tell(day, `${precision} is ${exact}`, `write the date, or ${precision} unknown, or leave both empty`);
  }
  return found;
}

function wrongTable(table: string, row: Row, rules: Rules): Issue[] {
  const home = rules.homes[row.cells["measure_type"] ?? ""];
  if (!home || home === table) return [];
  return [issue(row, "measure_type", "type-in-its-table", `its rows belong in ${home}.csv`, "move the row there, or fix the type")];
}

async function wrongRule(row: Row, rules: Rules, known: KnownIds): Promise<Issue[]> {
  const { basis, rule_id: rule = "", authority_id: by, measure_type: kind, entity_id: party = "" } = row.cells;
  const tell = (problem: string, hint: string): Issue => issue(row, "rule_id", "derived-names-rule", problem, hint);
  if (basis === "derived" && !rule) return [tell("basis is derived", "name the rule of programme_measures, or write basis stated")];
  const found = basis === "stated" && rule ? [tell("basis is stated", "leave it empty, or write basis derived")] : [];
  const [authority, on, brings] = rules.programme_rules[rule] ?? [];
  if (authority && authority !== by) found.push(tell(`this rule is about a list of ${authority}`, `name a rule about a list of ${by}`));
  const is = on && on !== "any" ? await known.kindOf(party) : "";
  if (is && is !== on) found.push(tell(`this rule is about a party of kind ${on}`, `name a rule about a party of kind ${is}`));
  if (brings && brings !== kind) found.push(tell(`this rule is about ${brings}`, "name a rule about the measure_type of the row"));
  return found;
}

async function noPerson(row: Row, known: KnownIds): Promise<Issue[]> {
  const kind = await known.kindOf(row.cells["entity_id"] ?? "");
  if (!kind || kind === "person") return [];
  return [issue(row, "entity_id", "travel-ban-on-person", `this party is of kind ${kind}`,
    "a travel ban is on a person: fix the party, or write what is printed in other_measures")];
}
