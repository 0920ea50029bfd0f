// A link that can be cited: party, day and version, with a button that copies it.
import { h } from "../core/dom";

/** The link with its citation; `hash` is the address within the pages. */
export function citation(title: string, day: string, version: string, hash: string): HTMLElement {
  const url = new URL(hash, location.href).href;
  const text = `${title}, as of ${day}, in: sanctions-data ${version}, ${url}`;
  const field = h("input", { id: "cite", type: "text", readonly: true, value: text,
    "aria-label": "Citation", focus: (event: Event) => (event.target as HTMLInputElement).select() }) as HTMLInputElement;
  const told = h("span", { role: "status", class: "small" });
  const copy = async (): Promise<void> => {
    told.textContent = (await copied(text, field)) ? "Copied." : "Copy it from the field.";
  };
  return h("p", { class: "cite" }, h("a", { href: hash }, `Link to this party, day and version ${version}`), " ",
    field, " ", h("button", { type: "button", click: () => void copy() }, "Copy citation"), " ", told);
}

/** Whether a text went to the clipboard; pages without TLS may only copy what is selected. */
async function copied(text: string, field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.select();
    return document.execCommand("copy");
  }
}
