// The rules as the library wrote them for these pages.
import { load } from "../core/data";

export interface Column {
  name: string;
  type: string;
  required?: 1;
  unique?: 1;
  free?: 1; // A text that nothing else says the form of.
  pattern?: string;
  reference?: string;
  codes?: string[];
  longest?: number;
  says: Record<string, [problem: number, hint: number]>;
}
export interface Rules {
  repository: string;
  claimed: string[];
  tables: Record<string, { key: string[]; columns: Column[] }>;
  texts: string[];
  ids: Record<string, string[]>;
  homes: Record<string, string>;
  programme_rules: Record<string, [authority: string, party: string, kind: string]>;
  measure_tables: string[];
  dated: string[];
  ordered: [string, string][];
  precisions: [string, string][];
  printed: Record<string, string[]>;
  names: [string, string][];
  may_be_numbers: string[];
  countries: string[];
  expressions: Record<string, string>;
}
export interface RuleText { rule_id: string; severity: string; demands: string; fix: string }

/** A row as it was pasted: the line on which it begins, and its cells by column. */
export interface Row { line: number; cells: Record<string, string> }
export interface Issue { line: number; column: string; rule: string; found: string; problem?: string; hint?: string }

export const checkRules = (): Promise<Rules> => load<Rules>("check");
export const ruleTexts = (): Promise<RuleText[]> => load<RuleText[]>("rules");

const made = new Map<string, RegExp>();

/** An expression by the text of it, made once. */
export function expression(text: string, flags = "u"): RegExp {
  const known = made.get(flags + text) ?? new RegExp(text, flags);
  made.set(flags + text, known);
  return known;
}
