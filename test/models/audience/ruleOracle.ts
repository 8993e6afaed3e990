import type {AudienceRule} from "../../../ingest/audienceConfig.ts";

type Row = Record<string, unknown>;
const reserved = ["any", "all", "not"];

/** Whether a row meets a rule, decided in TypeScript row by row; days are ISO text, `asOf` too. */
export function meets(row: Row, rule: AudienceRule, asOf: string): boolean {
  const {any, all, not} = rule as {any?: AudienceRule[]; all?: AudienceRule[]; not?: AudienceRule};
  for (const [name, test] of Object.entries(rule)) {
    if (reserved.includes(name)) continue;
    if (!passes(row[name] ?? null, test, asOf)) return false;
  }
  if (any && !any.some((one) => meets(row, one, asOf))) return false;
  if (all && !all.every((one) => meets(row, one, asOf))) return false;
  return !(not && meets(row, not, asOf));
}

function passes(value: unknown, test: unknown, asOf: string): boolean {
  if (test === null) return value === null;
  if (Array.isArray(test)) return value !== null && test.includes(value);
  if (typeof test !== "object") return value === test;
  const {not, at_least, at_most, above, below, within_days, older_than_days} = test as Record<string, never>;
  if (not !== undefined && passes(value, not, asOf)) return false;
  const bounded = [at_least, at_most, above, below, within_days, older_than_days].some((bound) => bound !== undefined);
  if (!bounded) return true;
  if (value === null) return false;
  const v = value as number;
  const age = within_days === undefined && older_than_days === undefined ? 0 : daysTo(String(value), asOf);
  return (
    !(at_least !== undefined && v < at_least) &&
    !(at_most !== undefined && v > at_most) &&
    !(above !== undefined && v <= above) &&
    !(below !== undefined && v >= below) &&
    !(within_days !== undefined && (age < 0 || age > within_days)) &&
    !(older_than_days !== undefined && age <= older_than_days)
  );
}

const daysTo = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
