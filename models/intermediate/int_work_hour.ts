import {z} from "zod";
import {appendDoubles} from "../../warehouse/appendDoubles.ts";
import * as c from "../../warehouse/columns.ts";
import {workHours} from "../clock/workHours.ts";
import {workSpans} from "../clock/workSpans.ts";
import {model} from "../model.ts";
import {stgTickets} from "../staging/stg_tickets.ts";
import {intAsOf} from "./int_as_of.ts";
import {intTicketEvent} from "./int_ticket_event.ts";

/** How far beyond as_of the calendar is laid out, so that what is due can be dated. */
const ahead = 366 * 86_400;

/**
 * The working calendar in UTC, one row per stretch within an hour that is all working time or none; none where there are no tickets.
 *
 * From the first ticket or event (not before 1900) until a year after as_of, without a gap. Stretches are cut at full hours of UTC, where
 * work begins or ends, and at full hours of work done, so that the working time up to an instant is found by an equality join on its
 * hour, and the working time between two instants is a difference of two running totals.
 */
export const intWorkHour = model({
  name: "int_work_hour",
  title: {
    en: "The working calendar in UTC, one row per stretch within an hour.",
    zh: "工作日历（UTC），每小时内的每个时段一行。"
  },
  from: [intAsOf, stgTickets, intTicketEvent],
  grain: ["stretch_from_at"],
  columns: z.strictObject({
    hour_at: c.instant("The full hour in which it lies.", "所在整点。"),
    stretch_from_at: c.instant("When it begins.", "时段开始。"),
    stretch_to_at: c.instant("When it ends.", "时段结束。"),
    is_working: c.flag("It is working time.", "是否为工作时间。"),
    work_seconds_before: c.count("Seconds of working time before it.", "此前的累计工作秒数。"),
    work_hour: c
      .count("Full hours of work done before it, where it is working time.", "此前完整工作小时数。")
      .nullable()
  }),
  procedure: {
    version: ({service}) => [1, service.calendars],
    make: async ({warehouse, settings, table}) => {
      const {from_s, to_s} = await warehouse.row<{from_s: number | null; to_s: number | null}>(
        `select cast(floor(epoch(date_trunc('hour', greatest(timestamp '1900-01-01', min(seen_at))))) as double) as from_s,
           cast(floor(epoch(date_trunc('hour', max(as_of_at)))) as double) + ${ahead} as to_s
         from (select min(opened_at) as seen_at from stg_tickets union all select min(happened_at) from int_ticket_event), int_as_of
         where seen_at is not null`
      );
      const rows =
        from_s === null || to_s === null
          ? []
          : workHours(workSpans(settings.service.calendars, from_s, to_s), from_s, to_s);
      await appendDoubles(warehouse, "work_hour_rows", {
        from_s: Float64Array.from(rows, ({from}) => from),
        to_s: Float64Array.from(rows, ({to}) => to),
        before_s: Float64Array.from(rows, ({before}) => before),
        is_working: Float64Array.from(rows, ({isWorking}) => Number(isWorking))
      });
      const at = (seconds: string) => `timestamp '1970-01-01' + to_seconds(cast(${seconds} as bigint))`;
      await warehouse.run(
        `create or replace table ${table} as
         select date_trunc('hour', ${at("from_s")}) as hour_at, ${at("from_s")} as stretch_from_at, ${at("to_s")} as stretch_to_at,
           is_working = 1 as is_working, cast(before_s as bigint) as work_seconds_before,
           case when is_working = 1 then cast(floor(before_s / 3600) as bigint) end as work_hour
         from temp.work_hour_rows`
      );
      await warehouse.run("drop table temp.work_hour_rows");
    }
  }
});
