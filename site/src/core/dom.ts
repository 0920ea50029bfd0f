// Elements made from plain values. Text is always text: no string ever becomes markup, since names
// come from lists that others write.

export type Child = Node | string | number | null | undefined | false | readonly Child[];
type Value = string | number | boolean | null | undefined | ((event: never) => void);
type Properties = Record<string, Value>;

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element. A property that is a function listens to the event that it is named after. */
export function h(tag: string, properties: Properties = {}, ...children: Child[]): HTMLElement {
  return fill(document.createElement(tag), properties, children);
}

/** An element of a picture. */
export function s(tag: string, properties: Properties = {}, ...children: Child[]): SVGElement {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

/** A link within the pages, or out of them, which no list can turn into a script. */
export function link(href: string, ...children: Child[]): HTMLElement {
  if (href.startsWith("#")) return h("a", { href }, ...children);
  if (!/^https?:\/\//.test(href)) return h("span", {}, ...children);
  return h("a", { href, rel: "noopener noreferrer external" }, ...children);
}

/** Replace what an element holds. */
export function show(place: Element, ...children: Child[]): void {
  place.replaceChildren();
  append(place, children);
}

function fill<E extends Element>(element: E, properties: Properties, children: Child[]): E {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name, value as EventListener);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value));
  }
  append(element, children);
  return element;
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child as readonly Child[]);
    else element.append(child instanceof Node ? child : String(child));
  }
}
