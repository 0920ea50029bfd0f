// Codes as people read them.
import { about, type About } from "./data";

/** What codes stand for. */
export class Names {
  private constructor(
    private readonly of: Map<string, string>,
    readonly facts: About,
  ) {}

  static async load(): Promise<Names> {
    const facts = await about();
    const known = new Map<string, string>();
    for (const [id, name] of facts.authorities) known.set(`authority ${id}`, name);
    for (const [id, title] of facts.kinds) known.set(`kind ${id}`, title);
    for (const [code, name] of facts.countries) known.set(`country ${code}`, name);
    return new Names(known, facts);
  }

  authority = (id: string): string => this.of.get(`authority ${id}`) ?? id;
  kind = (id: string): string => this.of.get(`kind ${id}`) ?? words(id);
  country = (code: string): string => this.of.get(`country ${code}`) ?? code;
}

/** A code as words. */
export const words = (code: string): string => code.replaceAll("_", " ");

/** A number with its thing, in the plural where it is not one. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}
