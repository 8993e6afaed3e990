import type {Context} from "../../context.ts";

const DAY = 86_400_000;

/** Whole days from an instant to a business day; negative where the instant lies after it. */
export const daysBetween = (from: Date, asOf: Date): number =>
  Math.floor(asOf.getTime() / DAY) - Math.floor(from.getTime() / DAY);

/** How long before as_of an event was. Its UTC day may be the business day's neighbour, which counts as the same day. */
export function agePhrase(at: Date, {asOf, t, f}: Context): string {
  const days = daysBetween(at, asOf);
  if (days < -1) return t("after as of, so not counted", "晚于截止日，不计入");
  return days < 1 ? t("on the as-of day", "截止日当天") : t(`${f.days(days)} before as of`, `截止日前 ${f.days(days)}`);
}
