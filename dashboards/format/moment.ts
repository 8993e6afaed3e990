/** An instant or a calendar day, as databases and contracts give it. */
export type Moment = Date | string | number;

/**
 * `moment` as a Date whose UTC fields are the ones to print.
 *
 * Text is an ISO month, day or instant; without a zone it is read as UTC, because marts hold UTC or business days.
 * @throws when the text is no date
 */
export function dateOf(moment: Moment): Date {
  const zoned = typeof moment === "string" && /[T ]\d/.test(moment) && !/(Z|[+-]\d\d:?\d\d)$/i.test(moment);
  const date = new Date(zoned ? `${moment.replace(" ", "T")}Z` : moment);
  if (Number.isNaN(date.getTime())) throw new Error(`invalid date "${moment}"`);
  return date;
}

/** Calendar fields in UTC; month counts from 1. */
export function fields(moment: Moment): {year: number; month: number; day: number; hour: string; minute: string} {
  const date = dateOf(moment);
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: two(date.getUTCHours()),
    minute: two(date.getUTCMinutes())
  };
}
