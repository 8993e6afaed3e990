import {z} from "zod";
import type {AudienceRule, AudienceTest} from "../../ingest/audienceConfig.ts";
import {nearest} from "../../ingest/nearest.ts";
import type {Column} from "../../warehouse/columns.ts";
import {UserError} from "../../warehouse/error.ts";
import {segmentNames} from "../intermediate/segmentOf.ts";
import type {Settings} from "../settings.ts";
import {audienceColumns, kindOf} from "./columns.ts";
import {isBounds, partsOf, type Bounds} from "./rules.ts";

type Known = Pick<Settings, "rfm">;
interface Problem {
  path: string;
  message: string;
}

/** Throws a UserError with one line for everything that is wrong with the rules of the audiences. */
export function refuseBadAudiences({audiences, rfm}: Pick<Settings, "audiences" | "rfm">): void {
  const problems = audiences.flatMap(({name, where}) =>
    problemsOf(where, {rfm}).map(({path, message}) => `config: audiences: ${name}: ${path}: ${message}`)
  );
  if (problems.length) throw new UserError(problems.join("\n"));
}

/** What is wrong with a rule, by the path of its keys. */
export function problemsOf(rule: AudienceRule, known: Known, path = "where"): Problem[] {
  const {tests, any, all, not} = partsOf(rule);
  return [
    ...tests.flatMap(({column, test}) => testProblems(column, test, known, `${path}.${column}`)),
    ...any.flatMap((one, i) => problemsOf(one, known, `${path}.any.${i}`)),
    ...all.flatMap((one, i) => problemsOf(one, known, `${path}.all.${i}`)),
    ...(not ? problemsOf(not, known, `${path}.not`) : [])
  ];
}

function testProblems(name: string, test: AudienceTest, known: Known, path: string): Problem[] {
  const column = audienceColumns.get(name);
  if (!column) {
    const near = nearest(name, [...audienceColumns.keys()]);
    const advice = near
      ? `did you mean "${near}"?`
      : "the columns are those of mart_customer_360, which the glossary lists";
    return [{path, message: `unknown column "${name}"; ${advice}`}];
  }
  const said = isBounds(test) ? boundsProblems(column, test, known) : valuesOf(test).map(valueProblem(column, known));
  return said.flatMap((message) => (message === undefined ? [] : [{path, message}]));
}

type Scalar = string | number | boolean | null;
const valuesOf = (test: Exclude<AudienceTest, Bounds>): Scalar[] => (Array.isArray(test) ? test : [test]);

function boundsProblems(column: Column, {not, ...bounds}: Bounds, known: Known): (string | undefined)[] {
  const kind = kindOf(column);
  const denied = not === undefined ? [] : valuesOf(not).map(valueProblem(column, known));
  const {within_days, older_than_days, ...limits} = bounds;
  const asked = Object.keys(bounds).filter((key) => bounds[key as keyof typeof bounds] !== undefined);
  if (asked.length && (kind === "text" || kind === "flag"))
    return [...denied, `${column.name} holds ${nouns[kind]}, which has no ${asked[0]}; name the values instead`];
  if (kind === "number" && (within_days ?? older_than_days) !== undefined)
    return [
      ...denied,
      `${column.name} is a number, not a day; write at_least, at_most, above or below instead of ${asked[0]}`
    ];
  const entries = Object.entries(limits).filter(([, limit]) => limit !== undefined) as [string, string | number][];
  const wrong = entries.map(([key, limit]) => limitProblem(column, key, limit));
  return [...denied, ...wrong, wrong.some(Boolean) ? undefined : crossed(bounds)];
}

const nouns = {text: "text", flag: "true or false", number: "a number", day: "a day"} as const;

function limitProblem(column: Column, key: string, limit: string | number): string | undefined {
  if (kindOf(column) === "day") return isDay(limit) ? undefined : `${key}: ${notDay(limit)}`;
  if (typeof limit !== "number") return `${key}: "${limit}" is no number; write it without quotes`;
  return numberProblem(column, limit);
}

/** Bounds between which nothing lies. */
function crossed(bounds: Omit<Bounds, "not">): string | undefined {
  const {at_least, at_most, above, below, within_days, older_than_days} = bounds;
  const [low, high] = [above ?? at_least, below ?? at_most];
  const isOpen = above !== undefined || below !== undefined;
  if (low !== undefined && high !== undefined && (low > high || (low === high && isOpen)))
    return `nothing lies from ${low} to ${high}; swap the bounds or take one off`;
  if (within_days !== undefined && older_than_days !== undefined && older_than_days >= within_days)
    return `no day is within ${within_days} days and older than ${older_than_days}; swap the numbers or take one off`;
  return undefined;
}

const valueProblem =
  (column: Column, {rfm}: Known) =>
  (value: Scalar): string | undefined => {
    const kind = kindOf(column);
    if (value === null)
      return column.nullable ? undefined : `${column.name} is always known, so null matches nobody; leave it out`;
    if (kind === "day") return isDay(value) ? undefined : notDay(value);
    if (kind === "flag")
      return typeof value === "boolean"
        ? undefined
        : `${quoted(value)} is neither true nor false; write true, false or null, without quotes`;
    if (kind === "number")
      return typeof value === "number"
        ? numberProblem(column, value)
        : `${quoted(value)} is no number; write a number without quotes`;
    if (typeof value !== "string") return `${quoted(value)} is no text; write it in quotes`;
    const words = column.schema instanceof z.ZodEnum ? (column.schema.options as string[]) : undefined;
    const offered = words ?? (column.name === "segment" ? segmentNames({rfm}) : undefined);
    if (!offered || offered.includes(value)) return undefined;
    const near = nearest(value, offered);
    return `unknown value "${value}"; ${near ? `did you mean "${near}"? ` : ""}${column.name} is one of ${offered.join(", ")}`;
  };

const quoted = (value: Scalar): string => (typeof value === "string" ? `"${value}"` : String(value));

function numberProblem({unit, sql, name}: Column, value: number): string | undefined {
  if (!Number.isFinite(value)) return `${value} is no number; write digits`;
  if (unit === "share" && (value < 0 || value > 1))
    return `${name} is a share from 0 to 1; write 0.2 for 20 %, not ${value}`;
  if (Math.abs(value) >= 1e14) return `${value} is beyond every amount; write less than 14 digits`;
  if (sql === "money" && Math.round(value * 1e4) / 1e4 !== value)
    return `${value} has more than the four decimals of an amount; round it`;
  return undefined;
}

const isDay = (value: unknown): boolean => typeof value === "string" && z.iso.date().safeParse(value).success;
const notDay = (value: unknown): string =>
  `${typeof value === "string" ? `"${value}"` : String(value)} is no day; write it as "2026-06-30"`;
