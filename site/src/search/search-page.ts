// The first page: type a name, see parties, with what is in force by whom beside each.
import { h, link, show, type Child } from "../core/dom";
import { count, type Names } from "../core/names";
import { address } from "../core/route";
import { find, type Hit } from "./find";

const WAIT = 60; // Milliseconds without a key before the files are asked.

/** The page with the search. */
export function searchPage(place: Element, names: Names, query: string): void {
  const list = h("ul", { class: "hits" });
  let listed: string[] = [];
  // What is listed already stays in place: someone may be about to click it.
  const put = (hits: Hit[]): void => {
    const keys = hits.map((each) => JSON.stringify(each));
    let same = 0;
    while (same < keys.length && keys[same] === listed[same]) same += 1;
    while (list.children.length > same) list.lastChild?.remove();
    list.append(...hits.slice(same).map((each) => item(each, names)));
    listed = keys;
  };
  const told = h("p", { role: "status", class: "told" });
  let timer = 0;
  let asked = 0;
  const ask = async (text: string): Promise<void> => {
    const mine = ++asked;
    try {
      const early = (hits: Hit[]): void => {
        if (mine === asked) put(hits);
      };
      const hits = text.trim() ? await find(text, names.facts, early) : [];
      if (mine !== asked) return; // A later key was faster.
      show(told, text.trim() && summary(text, hits));
      put(hits);
    } catch (error) {
      told.textContent = `The search failed: ${String(error)}`;
    }
  };
  const input = h("input", {
    id: "query", type: "search", autocomplete: "off", spellcheck: "false", maxlength: 500,
    value: query,
    input: () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void ask((input as HTMLInputElement).value), WAIT);
    },
  });
  show(place,
    h("h1", {}, "Who is under which measure, by whom?"),
    h("label", { for: "query" }, "A name in any spelling, a number or a listing"),
    input, told, h("div", { id: "results" }, list),
    h("p", { class: "small" },
      `${count(names.facts.measures, "measure")} on ${count(names.facts.parties, "party", "parties")}. `,
      "What you type is compared in your browser and sent nowhere."));
  if (query) void ask(query);
}

function summary(text: string, hits: Hit[]): Child[] {
  if (hits.length) return [count(hits.length, "party", "parties"), hits.length >= 20 && " or more"];
  return ["Nothing found for “", h("bdi", {}, text.slice(0, 80)),
    "”. This does not prove that the party is under no measure."];
}

function item(each: Hit, names: Names): HTMLElement {
  const kinds = Object.entries(each.inForce);
  return h("li", {},
    link(address("party", each.entityId), h("bdi", {}, each.name)),
    h("span", { class: "small" }, ` ${each.kind}${each.country ? `, ${names.country(each.country)}` : ""}`,
      each.matched !== each.name && [" – found by ", h("bdi", {}, each.matched)]),
    h("div", { class: "small" }, kinds.length
      ? kinds.map(([kind, by]) => `${names.kind(kind)}: ${by.join(", ")}`).join("; ")
      : "nothing known to be in force"));
}
