// In force on a day, not in force, or not to be told. The bounds come from the library; here they
// are only compared. Days are ISO texts, which sort as days do; an empty one is not known.

export interface Bounded {
  start_earliest: string;
  start_latest: string;
  end_earliest: string;
  end_latest: string;
}

export interface Dated extends Bounded {
  status: string;
  start: string;
  end: string;
}

export type DayStatus = "in_force" | "not_in_force" | "cannot_be_told";

export const STATUS_WORDS: Record<DayStatus, string> = {
  in_force: "in force",
  not_in_force: "not in force",
  cannot_be_told: "cannot be told",
};

/** What the library's `Bounds.on` says. */
export function dayStatus(of: Bounded, day: string): DayStatus {
  if (!of.start_latest) return "not_in_force";
  if (of.start_earliest && day < of.start_earliest) return "not_in_force";
  if (of.end_latest && day >= of.end_latest) return "not_in_force";
  if (day < of.start_latest) return "cannot_be_told";
  if (!of.end_latest || (of.end_earliest && day < of.end_earliest)) return "in_force";
  return "cannot_be_told";
}

/** Why it cannot be told, in the words of the library's `day_reason`. */
export function dayReason(of: Dated, day: string): string {
  const parts = [];
  if (day < of.start_latest) parts.push(startReason(of));
  if (of.end_latest && !(of.end_earliest && day < of.end_earliest)) parts.push(endReason(of));
  return parts.join("; ");
}

function startReason(of: Dated): string {
  let text: string;
  if (of.start === "unknown" || of.start === "")
    text = `start not known, first seen ${of.start_latest}`;
  else if (of.start.startsWith("by "))
    text = `began by ${of.start_latest}, start not known`;
  else return `began in ${of.start}, day not known`;
  return of.start_earliest ? `${text}, not before ${of.start_earliest}` : text;
}

function endReason(of: Dated): string {
  if (of.status === "suspended" && of.end === "") return "suspended on a day that is not known";
  if (/^\d{4}(-\d\d)?$/.test(of.end)) return `ended in ${of.end}, day not known`;
  if (of.status === "in_force") return `ends by ${of.end_latest}, day not known`;
  if (of.end_earliest > of.start_latest)
    return `last seen ${dayBefore(of.end_earliest)}, ended by ${of.end_latest}`;
  return `ended by ${of.end_latest}, day not known`;
}

/** The day before a day. */
export function dayBefore(day: string): string {
  const before = new Date(`${day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
