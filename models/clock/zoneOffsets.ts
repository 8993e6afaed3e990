/** A span of UTC in which a zone's clock keeps its distance: seconds since 1970, `to` excluded; `ahead` of UTC, in seconds. */
export interface OffsetSpan {
  from: number;
  to: number;
  ahead: number;
}

const daylong = 86_400;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric"
  });
  formats.set(zone, made);
  return made;
}

/** Seconds that the clock of an IANA zone is ahead of UTC at a whole second since 1970. Throws a RangeError where the zone is unknown. */
export function offsetAt(zone: string, at: number): number {
  const field: Record<string, number> = {};
  for (const {type, value} of formatOf(zone).formatToParts(at * 1000)) field[type] = Number(value);
  const clock = Date.UTC(field.year!, field.month! - 1, field.day, field.hour, field.minute, field.second);
  return clock / 1000 - at;
}

/**
 * The spans of one offset that make up from … to (whole seconds), in order. Changes are looked for day by day and found to the
 * second; two on one day that cancel each other would be missed, and no zone has had any.
 */
export function offsetSpans(zone: string, from: number, to: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let [start, ahead] = [from, offsetAt(zone, from)];
  for (let day = from; day < to; day += daylong) {
    const end = Math.min(day + daylong, to);
    const next = offsetAt(zone, end);
    if (next === ahead) continue;
    const change = firstWith(zone, next, day, end);
    spans.push({from: start, to: change, ahead});
    [start, ahead] = [change, next];
  }
  if (start < to) spans.push({from: start, to, ahead});
  return spans;
}

/** The first second in low … high of an offset that does not hold at low, but at high. */
function firstWith(zone: string, ahead: number, low: number, high: number): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === ahead) high = middle;
    else low = middle;
  }
  return high;
}
