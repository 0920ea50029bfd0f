import "./style.css";
import { h, link, show } from "./core/dom";
import { learnSeparators } from "./core/fold";
import { Names } from "./core/names";
import { address, routeOf } from "./core/route";
import { MENU, showPage } from "./core/pages";

// For tests, and for those who look under the hood.
export { dayReason, dayStatus } from "./core/day-status";
export { foldName, foldNumber } from "./core/fold";
export { flightFacts, questionOf } from "./flights/asked";
export { mayFly } from "./flights/may-fly";
export { find } from "./search/find";
export { Names } from "./core/names";
export { check } from "./check/check";
export { countOn } from "./days/day-page";
export { measuresWithId } from "./party/party-data";
export { matrixOf } from "./party/party-matrix";
export { whyFacts, whySteps } from "./party/why";

const main = (): HTMLElement => document.getElementById("main") ?? document.body;

let shown = ""; // The page on show, without what its address asks of it.
let opened = 0;

async function open(): Promise<void> {
  const route = routeOf(location.hash);
  const focused = document.activeElement?.id ?? "";
  const mine = ++opened;
  const place = h("div");
  try {
    const names = await Names.load();
    learnSeparators(names.facts.separators);
    frame(names);
    await showPage(place, names, route);
    if (mine !== opened) return; // A later page was faster.
    show(main(), place);
    const made = route.query.get("v");
    if (made && made !== names.facts.version)
      main().prepend(h("p", { class: "warning" }, `The link was made with version ${made}; these pages show ${names.facts.version}.`));
    keepFocus(focused, `${route.page}/${route.id}`);
    document.title = `${main().querySelector("h1")?.textContent ?? ""} – sanctions-data`;
  } catch (error) {
    if (mine !== opened) return;
    const why = location.protocol === "file:"
      ? "A browser lets a page that was opened as a file read no other files. Serve the folder: python -m http.server --directory DIR"
      : String(error);
    show(main(), h("h1", {}, "The page cannot be shown"), h("p", {}, why));
  }
}

/** Who works by keyboard stays in the field that was changed, and is led to a page that is new. */
function keepFocus(focused: string, page: string): void {
  const again = focused ? document.getElementById(focused) : null;
  if (again && page === shown) again.focus();
  else if (shown && page !== shown) main().focus();
  shown = page;
}

function frame(names: Names): void {
  const top = document.getElementById("top");
  const foot = document.getElementById("foot");
  if (top) show(top, h("nav", { "aria-label": "Pages" }, MENU.map(([page, title]) => link(address(page), title))));
  if (foot) show(foot, h("p", {}, `Version ${names.facts.version}, data of ${names.facts.day}. A listing is a decision of an authority, not a finding of guilt.`));
}

addEventListener("hashchange", () => void open());
addEventListener("DOMContentLoaded", () => {
  // Its address would be taken for that of a page.
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    event.preventDefault();
    main().focus();
  });
  void open();
});
