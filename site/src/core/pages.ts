// Which page an address opens.
import { checkPage } from "../check/check-page";
import { dayPage } from "../days/day-page";
import { eventPage } from "../events/event-page";
import { flightsPage } from "../flights/flights-page";
import { coveragePage } from "../handbook/coverage-page";
import { dictionaryPage, feedPage, rulesPage } from "../handbook/handbook-pages";
import { codePage, SORTS } from "../lists/code-pages";
import { measuresPage } from "../measures/measures-page";
import { partyPage } from "../party/party-page";
import { searchPage } from "../search/search-page";
import type { Names } from "./names";
import type { Route } from "./route";

type Page = (place: Element, names: Names, route: Route) => Promise<void>;

const PAGES: Record<string, Page> = {
  party: partyPage, day: dayPage, measures: measuresPage, flights: flightsPage, event: eventPage,
  coverage: coveragePage, feed: feedPage, dictionary: dictionaryPage, rules: rulesPage,
  check: checkPage,
};

/** The pages in the order of the menu. */
export const MENU: [page: string, title: string][] = [
  ["", "Search"], ["day", "A day"], ["measures", "Measures"], ["flights", "Flights"],
  ["event", "Events"], ["authority", "Authorities"], ["programme", "Programmes"], ["kind", "Kinds"],
  ["act", "Acts"], ["coverage", "Coverage"], ["feed", "Changes"], ["dictionary", "Dictionary"],
  ["rules", "Rules"], ["check", "Check rows"],
];

/** Show the page of an address. */
export async function showPage(place: Element, names: Names, route: Route): Promise<void> {
  const sort = Object.hasOwn(SORTS, route.page) ? SORTS[route.page] : undefined;
  if (sort) return codePage(place, names, route, sort);
  const page = Object.hasOwn(PAGES, route.page) ? PAGES[route.page] : undefined;
  if (page) return page(place, names, route);
  searchPage(place, names, route.query.get("q") ?? "");
}
