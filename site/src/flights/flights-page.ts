// May X fly to Y on day D? The answer with its rows, the map of all states, and the timeline.
import { askedDay } from "../core/day-form";
import { dayReason, dayStatus, STATUS_WORDS } from "../core/day-status";
import { h, link, show, type Child } from "../core/dom";
import { count, words, type Names } from "../core/names";
import { address, type Route } from "../core/route";
import { table } from "../core/table";
import { countryOf, flightFacts, questionOf, type Question } from "./asked";
import { mayFly, type Answer, type Restriction } from "./may-fly";
import { partyOf, timeline } from "../core/timeline";
import { loadWorld, worldMap, type World } from "./world-map";

const FIRST_YEAR = 1990;
const DAY = 86_400_000;

/** The page of flights. */
export async function flightsPage(place: Element, names: Names, route: Route): Promise<void> {
  const day = askedDay(route, names.facts.day);
  const who = route.query.get("who") || "RU";
  const to = route.query.get("to") || "DE";
  const question = await questionOf(who, names);
  const state = countryOf(to, names);
  const head = [h("h1", {}, "Who may fly where"), form(who, to, day)];
  if (typeof question === "string") return show(place, head, h("p", { class: "warning", id: "answer" }, question));
  if (!state) return show(place, head, h("p", { class: "warning", id: "answer" }, `No country is called “${to}”.`));
  const [{ members }, world] = await Promise.all([flightFacts(), loadWorld()]);
  const answer = mayFly(question.asked, state, day, question.restrictions, members, names);
  const mine = question.restrictions.filter((row) => concerns(row, question));
  const map = h("div", { id: "map" });
  const drawMap = (on: string): void => show(map, mapOf(world, question, on, members, names));
  drawMap(day);
  show(place, head,
    h("p", { id: "answer", class: `answer ${answer.answer}` }, sentence(answer, question.name, names.country(state), day)),
    answer.rows.length > 0 && rowsOf(answer.rows.map(([, row]) => row), day, names, "deciding restrictions"),
    h("h2", {}, `Who has closed the sky to ${question.name}`), slider(day, names.facts.day, drawMap, route), map,
    h("h2", {}, "Over time"), timeline(mine, day, names.facts.day, names),
    rowsOf(mine, day, names, `restrictions on ${question.name}`));
}

function form(who: string, to: string, day: string): HTMLElement {
  const value = (id: string): string => (document.getElementById(id) as HTMLInputElement).value;
  const ask = (event: Event): void => {
    event.preventDefault();
    location.hash = address("flights", "", { who: value("who"), to: value("to"), on: value("day") });
  };
  return h("form", { class: "actions", submit: ask },
    h("label", {}, "May ", h("input", { id: "who", value: who, maxlength: 200 })),
    h("label", {}, " fly to ", h("input", { id: "to", value: to, maxlength: 80 })),
    h("label", {}, " on ", h("input", { id: "day", type: "date", value: day })),
    h("button", { type: "submit" }, "Ask"));
}

function sentence(of: Answer, name: string, state: string, day: string): string {
  const fly = `fly to ${state} on ${day}`;
  if (of.answer === "no") return `No: ${name} may not ${fly}.`;
  if (of.answer === "cannot_be_told") return `It cannot be told whether ${name} may ${fly}.`;
  const text = `Yes, as far as this data tells: nothing in it forbids ${name} to ${fly}`;
  return of.rows.length ? `${text}, but a part of its flights is limited.` : `${text}.`;
}

function slider(day: string, last: string, draw: (on: string) => void, route: Route): Child {
  const told = h("output", { for: "slider" }, day);
  const dayOf = (event: Event): string => new Date(Number((event.target as HTMLInputElement).value) * DAY).toISOString().slice(0, 10);
  const days = (on: string): number => Date.parse(`${on}T00:00:00Z`) / DAY;
  const move = (event: Event): void => {
    told.textContent = dayOf(event);
    draw(dayOf(event));
  };
  const set = (event: Event): void => {
    location.hash = address("flights", "", { ...Object.fromEntries(route.query), on: dayOf(event) });
  };
  return h("p", { class: "slider" }, h("label", { for: "slider" }, "Day "),
    h("input", { id: "slider", type: "range", min: days(`${FIRST_YEAR}-01-01`), max: days(last), value: days(day), input: move, change: set }), " ", told);
}

function mapOf(world: World, question: Question, day: string, members: string[][], names: Names): Child {
  const byNumber = new Map(names.facts.countries.map(([code, , number]) => [number, code]));
  const tally = { yes: 0, no: 0, cannot_be_told: 0 };
  const map = worldMap(world, `States by whether ${question.name} may fly there on ${day}`, (number) => {
    const code = byNumber.get(number);
    if (!code) return { mark: "land", told: "" };
    if (code === question.asked.country) return { mark: "land home", told: "its own country" };
    const { answer } = mayFly(question.asked, code, day, question.restrictions, members, names);
    tally[answer]++;
    return { mark: `land ${answer}`, told: words(answer) };
  });
  return [map, h("p", { class: "legend small" },
    h("span", { class: "key no" }, `closed: ${tally.no}`), h("span", { class: "key cannot_be_told" }, `cannot be told: ${tally.cannot_be_told}`),
    h("span", { class: "key yes" }, `no ban known: ${tally.yes}`), " Shapes and borders are those of Natural Earth, which draws who holds a land, not whose it is; small states are not drawn.")];
}

function concerns(row: Restriction, { asked }: Question): boolean {
  if (asked.id) return [asked.id, ...asked.classes].includes(row["entity_id"] ?? "") || (row["party_kind"] === "class" && row["party_country"] === asked.country);
  return row["party_country"] === asked.country;
}

function rowsOf(rows: Restriction[], day: string, names: Names, what: string): Child {
  const plain = (name: string, title: string) => ({ name, title, text: (row: Restriction) => row[name] ?? "" });
  const status = (row: Restriction): string => STATUS_WORDS[dayStatus(row, day)];
  return table<Restriction>([
    { ...plain("party", "On"), cell: (row) => partyOf(row, day) },
    { ...plain("authority_id", "By"), cell: (row) => names.authority(row["authority_id"] ?? "") },
    { ...plain("restriction_kind", "Restriction"), cell: (row) => words(row["restriction_kind"] ?? "") },
    { name: "day_status", title: `On ${day}`, text: status, cell: (row) => [h("b", {}, status(row)), dayStatus(row, day) === "cannot_be_told" && `: ${dayReason(row, day)}`] },
    { ...plain("start", "Since"), short: true }, { ...plain("end", "Until"), short: true },
    { ...plain("act", "Act"), cell: (row) => row["act"] && link(row["act_url"] ?? "", row["act"]) },
    { ...plain("source", "Source"), cell: (row) => link(row["source_url"] ?? "", row["source"]) },
    plain("evidence", "Evidence"), plain("measure_id", "Id"),
  ], rows, { caption: `${count(rows.length, "row")}: ${what}`, file: `flights-${day}`, page: 25 });
}
