/** Instants here are milliseconds since 1970 UTC; a local time is the same number read as if London were UTC. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

const formatter = new Intl.DateTimeFormat("en-GB", {timeZone: "Europe/London", timeZoneName: "longOffset"});
const offsets = new Map<number, number>();

/** London's offset from UTC in milliseconds, asked of Intl once an hour of history: clocks change inside a day. */
export function londonOffset(instant: number): number {
  const hour = Math.floor(instant / HOUR);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    const name = formatter.formatToParts(hour * HOUR).find(({type}) => type === "timeZoneName")?.value;
    offset = name === "GMT+01:00" ? HOUR : 0;
    offsets.set(hour, offset);
  }
  return offset;
}

export const toLondon = (instant: number): number => instant + londonOffset(instant);

/** The instant of a London local time; in the hour that does not exist in spring, one hour later on the clock. */
export const fromLondon = (local: number): number => local - londonOffset(local - londonOffset(local));

/** The instant at which a London day, `2026-06-24`, begins. */
export const startOfDay = (day: string): number => fromLondon(Date.parse(`${day}T00:00:00Z`));

export const londonYear = (instant: number): number => new Date(toLondon(instant)).getUTCFullYear();

/** The month of an instant in London, 1 to 12. */
export const londonMonth = (instant: number): number => new Date(toLondon(instant)).getUTCMonth() + 1;

/** `2026-05-01 10:00:00`, in UTC. */
export const naive = (instant: number): string => new Date(instant).toISOString().slice(0, 19).replace("T", " ");

/** `2026-05-01 10:00:00 +0100`, as Shopify writes an instant. */
export const withOffset = (instant: number): string =>
  `${naive(toLondon(instant))} ${londonOffset(instant) === 0 ? "+0000" : "+0100"}`;

/** `01/05/2026 10:00` in London, as British office programs write it. */
export const dayFirst = (instant: number): string => {
  const [day, time] = naive(toLondon(instant)).split(" ") as [string, string];
  return `${day.split("-").reverse().join("/")} ${time.slice(0, 5)}`;
};

/** An instant in UTC, `2026-05-01T09:00:00Z`. */
export const utc = (instant: number): string => `${naive(instant).replace(" ", "T")}Z`;
