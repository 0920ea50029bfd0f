// What happened, who alleged, denied or admitted it, and which measures followed.
import { load, named, type Row } from "../core/data";
import { h, link, show, type Child } from "../core/dom";
import type { Names } from "../core/names";
import { address, type Route } from "../core/route";
import { table } from "../core/table";
import { claimSides, said, statementTable } from "./claims";

type Cells = string[][];
interface Events { events: Cells; measures: Cells; claims: Cells; statements: Cells; sources: Cells }

const EVENT = ["event_id", "title", "occurred_on", "date_precision", "part_of", "summary", "evidence", "source_id"];
const MEASURE = ["event_id", "measure_id", "relation", "entity_id", "authority_id", "measure_type", "scope", "status", "start", "end", "party"];
const CLAIM = ["claim_id", "proposition", "event_id", "note"];
const STATEMENT = ["statement_id", "claim_id", "speaker", "speaker_role", "on_behalf_of", "stance", "stated_on", "date_precision", "summary", "evidence", "source_id"];

/** All events, or one with its claims and measures. */
export async function eventPage(place: Element, names: Names, route: Route): Promise<void> {
  const all = await load<Events>("events");
  const events = named(EVENT, all.events);
  const event = events.find((each) => each["event_id"] === route.id);
  if (!event) {
    return show(place, h("h1", {}, "Events"), h("ul", { class: "hits" }, events.map((each) =>
      h("li", {}, each["occurred_on"], " ", link(address("event", each["event_id"]), each["title"])))));
  }
  const statements = named(STATEMENT, all.statements);
  const claims = named(CLAIM, all.claims).filter((each) => each["event_id"] === route.id).map((each) =>
    ({ claim: each, said: statements.filter((one) => one["claim_id"] === each["claim_id"]) }));
  claims.sort((one, other) => other.said.length - one.said.length); // What most spoke of first.
  const sources = new Map(all.sources.map(([id = "", title = "", , url = ""]) => [id, { title, url }]));
  const source = (row: Row): Child => {
    const found = sources.get(row["source_id"] ?? "");
    return found ? link(found.url, h("bdi", {}, found.title)) : row["source_id"];
  };
  show(place,
    h("h1", {}, event["title"]),
    h("p", {}, h("b", {}, said(event["occurred_on"], event["date_precision"])), `. ${event["summary"]} `, source(event)),
    related(event, events),
    h("h2", {}, "Who said what"),
    claims.length ? claims.map((each) => claimSides(each.claim, each.said, names, source))
      : h("p", {}, "The data has no claims about it."),
    statementTable(claims.flatMap((each) => each.said.map((row) => ({ ...row, proposition: each.claim["proposition"] ?? "" }))),
      names, source, route.id),
    h("h2", {}, "Measures that it brought"),
    measures(named(MEASURE, all.measures).filter((each) => each["event_id"] === route.id), names, route.id));
}

/** The event of which it is a part, and its own parts. */
function related(event: Row, events: Row[]): Child {
  const whole = events.find((each) => each["event_id"] === event["part_of"]);
  const parts = events.filter((each) => each["part_of"] === event["event_id"]);
  const linked = (each: Row): Child => [`${each["occurred_on"]} `, link(address("event", each["event_id"]), each["title"])];
  return [whole && h("p", {}, "Part of: ", linked(whole)),
    parts.length > 0 && h("details", { class: "parts" }, h("summary", {}, `Its ${parts.length} parts`), h("ul", {}, parts.map((each) => h("li", {}, linked(each)))))];
}

function measures(rows: Row[], names: Names, id: string): Child {
  const plain = (name: string, title: string) => ({ name, title, text: (row: Row) => row[name] ?? "" });
  return table<Row>([
    { ...plain("party", "Party"), cell: (row) => link(address("party", row["entity_id"]), h("bdi", {}, row["party"])) },
    { ...plain("authority_id", "By"), cell: (row) => names.authority(row["authority_id"] ?? "") },
    { ...plain("measure_type", "Measure"), cell: (row) => names.kind(row["measure_type"] ?? "") },
    plain("scope", "Scope"), plain("relation", "Relation"), plain("status", "Status"),
    { ...plain("start", "Since"), short: true }, { ...plain("end", "Until"), short: true }, plain("measure_id", "Id"),
  ], rows, { caption: `${rows.length} measures`, file: `event-${id}` });
}
