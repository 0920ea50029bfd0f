// The field in which a reader picks a day, the same on every page.
import { isDay } from "./day-status";
import { h } from "./dom";
import { address, type Route } from "./route";

/** The day that an address asks for, or else the one of the data. */
export function askedDay(route: Route, otherwise: string): string {
  const asked = route.query.get("on") ?? "";
  return isDay(asked) ? asked : otherwise;
}

/** A field that opens the same page on another day. */
export function dayForm(route: Route, day: string, more: Record<string, string> = {}): HTMLElement {
  const change = (event: Event): void => {
    const on = (event.target as HTMLInputElement).value;
    if (isDay(on)) location.hash = address(route.page, route.id, { ...Object.fromEntries(route.query), ...more, on });
  };
  return h("p", { class: "day" }, h("label", { for: "day" }, "On the day "),
    h("input", { id: "day", type: "date", value: day, change }));
}
