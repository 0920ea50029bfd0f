// What happened, who alleged, denied or admitted it, side by side, and which measures followed.
import { load, named, type Row } from "../core/data";
import { h, link, show, type Child } from "../core/dom";
import { words, type Names } from "../core/names";
import { address, type Route } from "../core/route";
import { table } from "../core/table";

type Cells = string[][];
interface Events { events: Cells; measures: Cells; claims: Cells; statements: Cells; sources: Cells }

const EVENT = ["event_id", "title", "occurred_on", "part_of", "summary", "evidence", "source_id"];
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
  const claims = named(CLAIM, all.claims).filter((each) => each["event_id"] === route.id);
  const statements = named(STATEMENT, all.statements);
  const sources = new Map(all.sources.map(([id = "", title = "", , url = ""]) => [id, { title, url }]));
  const source = (row: Row): Child => {
    const found = sources.get(row["source_id"] ?? "");
    return found ? link(found.url, found.title) : row["source_id"];
  };
  show(place,
    h("h1", {}, event["title"]),
    h("p", {}, `${event["occurred_on"]}. ${event["summary"]} `, source(event)),
    h("h2", {}, "Claims, and who said what"),
    claims.length ? claims.map((each) =>
      claim(each, statements.filter((one) => one["claim_id"] === each["claim_id"]), source))
      : h("p", {}, "The data has no claims about it."),
    h("h2", {}, "Measures that it brought"),
    measures(named(MEASURE, all.measures).filter((each) => each["event_id"] === route.id), names, route.id));
}

function claim(of: Row, statements: Row[], source: (row: Row) => Child): Child {
  const stances = [...new Set(statements.map((each) => each["stance"] ?? ""))];
  return h("section", {}, h("h3", {}, of["proposition"]), of["note"] && h("p", { class: "small" }, of["note"]),
    h("div", { class: "sides" }, stances.map((stance) => h("div", {}, h("h4", {}, words(stance)),
      h("ul", {}, statements.filter((each) => each["stance"] === stance).map((each) => h("li", {},
        h("b", {}, each["stated_on"] || "day not known"), " ", h("bdi", {}, each["speaker"]),
        each["speaker_role"] && `, ${each["speaker_role"]}`, each["on_behalf_of"] && ` (for ${each["on_behalf_of"]})`,
        `: ${each["summary"]} `, source(each))))))));
}

function measures(rows: Row[], names: Names, id: string): Child {
  const plain = (name: string, title: string) => ({ name, title, text: (row: Row) => row[name] ?? "" });
  return table<Row>([
    { ...plain("party", "Party"), cell: (row) => link(address("party", row["entity_id"]), h("bdi", {}, row["party"])) },
    { ...plain("authority_id", "By"), cell: (row) => names.authority(row["authority_id"] ?? "") },
    { ...plain("measure_type", "Measure"), cell: (row) => names.kind(row["measure_type"] ?? "") },
    plain("scope", "Scope"), plain("relation", "Relation"), plain("status", "Status"),
    plain("start", "Since"), plain("end", "Until"), plain("measure_id", "Id"),
  ], rows, { caption: `${rows.length} measures`, file: `event-${id}` });
}
