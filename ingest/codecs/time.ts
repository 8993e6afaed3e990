import {utcFormat, utcParse} from "d3";
import {quote, type Codec, type Format} from "./codec.ts";

const iso = String.raw`\d{4}-\d{2}-\d{2}([ T]([01]\d|2[0-3]):\d{2}(:\d{2}(\.\d{1,6})?)?)?`;
const offset = String.raw` ?(Z|[+-]\d{2}:?\d{2})`;

/** A wall clock of the source's zone as a UTC timestamp. */
const toUtc = (timestamp: string, zone: string) =>
  zone === "UTC" ? timestamp : `timezone('UTC', timezone(${quote(zone)}, ${timestamp}))`;

const strptime = (x: string, patterns: readonly string[]) => `try_strptime(${x}, [${patterns.map(quote).join(", ")}])`;

/** 2026-05-01 10:00:00 +0200 as UTC: the clock minus its offset. */
const withOffset = (x: string) => {
  const tail = `regexp_extract(${x}, '([+-])(\\d{2}):?(\\d{2})$', `;
  const clock = `try_cast(regexp_extract(${x}, '^(${iso})', 1) as TIMESTAMP)`;
  const minutes = `(coalesce(try_cast(${tail}2) as INTEGER), 0) * 60 + coalesce(try_cast(${tail}3) as INTEGER), 0))`;
  return `${clock} - to_minutes(${minutes} * case when ${tail}1) = '-' then -1 else 1 end)`;
};

/** Whether a pattern reads an offset; then the source's zone does not count. */
const hasOffset = (pattern: string) => pattern.includes("%z");

const sqlInstant = (x: string, {dates, zone}: Format) => {
  const zoned = `case when regexp_full_match(${x}, '${iso}${offset}') then ${withOffset(x)} end`;
  if (dates.length) {
    const ways = [
      ...dates.filter((pattern) => !hasOffset(pattern)).map((pattern) => toUtc(strptime(x, [pattern]), zone)),
      ...dates.filter(hasOffset).map((pattern) => `timezone('UTC', ${strptime(x, [pattern])})`)
    ];
    // Spreadsheets and other typed formats give ISO whatever the export's texts look like.
    const clock = `case when regexp_full_match(${x}, '${iso}') then ${toUtc(`try_cast(${x} as TIMESTAMP)`, zone)} end`;
    return `coalesce(${[...ways, clock, zoned].join(", ")})`;
  }
  const clock = `try_cast(${x} as TIMESTAMP)`;
  // Writing a time back and comparing costs half of a pattern; only what is not written that way is matched.
  const usual = `strlen(${x}) = 19 and cast(${clock} as VARCHAR) = ${x}`;
  return `case when ${usual} or regexp_full_match(${x}, '${iso}') then ${toUtc(clock, zone)} else ${zoned} end`;
};

/** Milliseconds of an ISO wall clock, undefined where the calendar has no such moment. */
function isoMillis(text: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?)?$/.exec(text);
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as number[];
  const at = new Date(0);
  at.setUTCFullYear(year!, month! - 1, day!);
  at.setUTCHours(hour!, minute!, second!, Math.floor(Number(`0.${parts[7] ?? 0}`) * 1000));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month! - 1 && at.getUTCDate() === day;
  const clock = hour! < 24 && minute! < 60 && second! < 60;
  return same && clock ? at.getTime() : undefined;
}

// d3 rolls 31 February over into March; the engine refuses it. Leading zeros do not count.
const same = (a: string, b: string) => bare(a) === bare(b);
const bare = (text: string) => text.toLowerCase().replace(/(?<!\d)0+(?=\d)/g, "");

function parseInstant(text: string, {dates}: Format): string | undefined {
  for (const pattern of dates) {
    // d3 writes an offset as %Z.
    const parsed = utcParse(pattern.replace("%z", "%Z"))(text);
    const [clock, written] = hasOffset(pattern)
      ? [pattern.replace(/ ?%z/, ""), text.replace(/ ?(Z|[+-]\d{2}:?\d{2})$/, "")]
      : [pattern, text];
    const shown = parsed && (hasOffset(pattern) ? utcParse(clock)(written) : parsed);
    if (parsed && shown && same(utcFormat(clock)(shown), written)) return parsed.toISOString();
  }
  const zoned = new RegExp(`^(${iso})${offset}$`).exec(text);
  const millis = isoMillis(zoned ? zoned[1]! : text);
  if (millis === undefined) return undefined;
  const shift = /([+-])(\d{2}):?(\d{2})$/.exec(zoned ? text : "");
  const minutes = shift ? (shift[1] === "-" ? -1 : 1) * (Number(shift[2]) * 60 + Number(shift[3])) : 0;
  return new Date(millis - minutes * 60_000).toISOString();
}

const expected = ({dates}: Format) =>
  dates.length
    ? `a time written as ${dates.join(" or ")}, or 2026-06-24 14:05:00`
    : "a time such as 2026-06-24 14:05:00";

/** An instant: with its offset, or the wall clock of the source's zone; stored in UTC. */
export const instantCodec: Codec = {type: "timestamp", sql: sqlInstant, parse: parseInstant, expected};

/** A calendar day; the time of day, where there is one, does not count. */
export const dayCodec: Codec = {
  type: "date",
  sql: (x, format) => `cast(${sqlInstant(x, {...format, zone: "UTC"})} as DATE)`,
  parse: (text, format) => parseInstant(text, format)?.slice(0, 10),
  expected: ({dates}) =>
    dates.length ? `a day written as ${dates.join(" or ")}, or 2026-06-24` : "a day such as 2026-06-24"
};
