// Addresses of the pages: "#/party/iran-air?on=2024-10-14". What stands after "#" never reaches a
// server, so that nobody is told what is asked, and the pages work from any folder.

export interface Route {
  page: string;
  id: string;
  query: URLSearchParams;
}

/** The page that an address names. */
export function routeOf(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [page = "", ...rest] = path.split("/");
  return { page, id: decode(rest.join("/")), query: new URLSearchParams(query) };
}

/** The address of a page. */
export function address(page: string, id = "", query: Record<string, string> = {}): string {
  const filled = Object.entries(query).filter(([, value]) => value !== "");
  const asked = filled.length ? `?${new URLSearchParams(filled)}` : "";
  return `#/${page}${id ? `/${encodeURIComponent(id)}` : ""}${asked}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // An address that someone cut short.
  }
}
