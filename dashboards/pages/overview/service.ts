import type {martServiceMonth} from "../../../models/marts/mart_service_month.ts";
import type {RowOf} from "../../../models/model.ts";
import type {Context} from "../../context.ts";
import {usualRange, type UsualRange} from "./usualRange.ts";

export type ServiceRow = RowOf<typeof martServiceMonth>;

/** One measure of service in the last complete month, with the range of the twelve months before. */
export interface Served {
  name: string;
  month: Date;
  value: number;
  text: string;
  usual: UsualRange | undefined;
  /** Outside the usual range: worse (more hours, more tickets) or better. */
  outside: "bad" | "good" | undefined;
}

/** First reply, solution and tickets per 100 orders of the last complete month; less is better in all of them. */
export function servedOf(rows: readonly ServiceRow[], {t, f}: Context): Served[] {
  const complete = rows.filter((row) => !row.is_partial).toSorted((a, b) => +a.service_month - +b.service_month);
  const measures = [
    {
      name: t("First reply, median", "首次回复（中位数）"),
      of: (row: ServiceRow) => row.median_first_reply_hours,
      write: f.hours
    },
    {
      name: t("Solved after, median", "解决时长（中位数）"),
      of: (row: ServiceRow) => row.median_resolution_hours,
      write: f.hours
    },
    {
      name: t("Tickets per 100 orders", "每百单工单数"),
      of: (row: ServiceRow) => row.tickets_per_100_orders,
      write: (value: number) => f.number(value, 1)
    }
  ];
  return measures.flatMap(({name, of, write}): Served[] => {
    const known = complete.flatMap((row) => {
      const value = of(row);
      return value === null ? [] : [{month: row.service_month, value}];
    });
    const last = known.at(-1);
    if (!last) return [];
    const usual = usualRange(known.slice(0, -1).map(({value}) => value));
    const outside = usual && (last.value > usual.high ? "bad" : last.value < usual.low ? "good" : undefined);
    return [{name, ...last, text: write(last.value), usual, outside}];
  });
}
