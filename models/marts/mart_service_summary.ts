import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intTicket} from "../intermediate/int_ticket.ts";
import {intTicketClock} from "../intermediate/int_ticket_clock.ts";
import {intTicketTarget} from "../intermediate/int_ticket_target.ts";
import {stgOrders} from "../staging/stg_orders.ts";
import {keptColumns, share} from "./keptColumns.ts";
import {keptPromises} from "./keptPromises.ts";

const minutes = (en: string, zh: string) => c.minutes(en, zh).nullable();

/**
 * The service desk at as_of and over its last 90 days, one row.
 *
 * Windows end with the day of as_of. Kept promises, reply and resolution times, reopened, one-touch and first-contact shares are of tickets
 * opened in the last 90 days, or in the 90 before (previous_); times are working minutes. Promises of open tickets with time left are not
 * decided and in no share. Intervals are Wilson's at 95 %. running_breached counts open tickets with any promise past its target, due_within_day
 * those that will pass one within the next 24 hours. A ticket that ended nobody knows when is undated: neither open nor solved on any day.
 * Merged, spam and deleted tickets are in no share of promises, of the reopened and of those solved at once.
 */
export const martServiceSummary = model({
  name: "mart_service_summary",
  title: {en: "The service desk at as_of, one row.", zh: "客服概况，共一行。"},
  from: [intAsOf, intTicket, intTicketClock, intTicketTarget, stgOrders],
  grain: [],
  columns: z.strictObject({
    tickets: c.count("Tickets so far.", "累计工单数。"),
    unlisted_tickets: c.count("Of them only the log tells.", "其中仅见于日志。"),
    undated_tickets: c.count("Of them ended nobody knows when.", "其中已结但无解决时间。"),
    discarded_tickets: c.count("Of them merged, spam or deleted.", "其中合并、垃圾或删除。"),
    has_log: c.flag("A log of events is there.", "是否有事件日志。"),
    has_targets: c.flag("Promises are configured.", "是否配置了服务承诺。"),
    open_tickets: c.count("Open at as_of.", "当前未结工单数。"),
    old_days: c.wholeDays("Open for longer is old.", "超过该天数视为久未解决。"),
    old_open_tickets: c.count("Open for longer than that.", "久未解决的工单数。"),
    unassigned_tickets: c.count("Open without an agent.", "未分配的未结工单数。"),
    running_breached: c.count("Open and late.", "已超时的未结工单数。"),
    due_within_day: c.count("Open and due within 24 hours.", "24 小时内到期的未结工单数。"),
    opened_30d: c.count("Opened in the last 30 days.", "近 30 天新建。"),
    opened_previous_30d: c.count("Opened in the 30 days before.", "此前 30 天新建。"),
    solved_30d: c.count("Solved in the last 30 days.", "近 30 天解决。"),
    ...keptColumns("first_reply", "first replies", "首次回复"),
    ...keptColumns("resolution", "solutions", "解决"),
    median_first_reply_work_minutes: minutes("Median to the first reply.", "首次回复中位数（工作分钟）。"),
    p90_first_reply_work_minutes: minutes("90th percentile of it.", "首次回复 90 分位数（工作分钟）。"),
    median_resolution_work_minutes: minutes("Median to the last solution.", "解决用时中位数（工作分钟）。"),
    p90_resolution_work_minutes: minutes("90th percentile of it.", "解决用时 90 分位数（工作分钟）。"),
    previous_median_first_reply_work_minutes: minutes("Median of the 90 days before.", "此前 90 天的首次回复中位数。"),
    previous_median_resolution_work_minutes: minutes("Median of the 90 days before.", "此前 90 天的解决用时中位数。"),
    reopened_share: share("Of the solved, those opened again.", "已解决工单中重开的比例。"),
    reopened_low: share("Lower end of its interval.", "区间下限。"),
    reopened_high: share("Upper end of its interval.", "区间上限。"),
    reopened_n: c.count("Solved tickets of which it is known.", "可判定的已解决工单数。"),
    previous_reopened_share: share("Share of the 90 days before.", "此前 90 天的重开比例。"),
    one_touch_share: share("Of the solved, those with at most one reply.", "一次回复解决的比例。"),
    first_contact_share: share("Of the solved, those where the customer wrote once.", "首次联系即解决的比例。"),
    solved_n: c.count("Solved tickets of which both are known.", "可判定的已解决工单数。"),
    orders_90d: c.count("Orders of the last 90 days.", "近 90 天订单数。"),
    tickets_90d: c.count("Tickets opened in the last 90 days.", "近 90 天新建工单数。"),
    tickets_per_100_orders: c.number("Tickets per 100 orders of the last 90 days.", "近 90 天每百单工单数。").nullable()
  }),
  query: (db, {service}) =>
    db
      .with("kept", (db) => keptPromises(db))
      .with("due", (db) =>
        db
          .selectFrom("int_ticket_target")
          .crossJoin("int_as_of")
          .where("is_running", "=", true)
          .groupBy("ticket_id")
          .select(({ref}) => [
            "ticket_id as due_ticket_id",
            s.anyTrue(ref("is_breached")).as("is_late"),
            s
              .coalesce(
                s.anyTrue(
                  s.both(
                    s.not(ref("is_breached")),
                    s.compare(ref("due_at"), "<=", s.addSeconds(ref("as_of_at"), s.num(86_400)))
                  )
                ),
                s.no
              )
              .as("is_due")
          ])
      )
      .with("orders", (db) =>
        db
          .selectFrom("stg_orders")
          .crossJoin("int_as_of")
          .where("is_cancelled", "=", false)
          .whereRef("ordered_at", "<=", "as_of_at")
          .where(({ref}) => s.compare(s.daysBetween(ref("ordered_on"), ref("as_of_on")), "<", s.num(90)))
          .select(s.countRows().as("orders_90d"))
      )
      .with("counted", (db) =>
        db
          .selectFrom("int_ticket as ticket")
          .innerJoin("int_ticket_clock as clock", "clock.ticket_id", "ticket.ticket_id")
          .leftJoin("kept", "kept_ticket_id", "ticket.ticket_id")
          .leftJoin("due", "due_ticket_id", "ticket.ticket_id")
          .crossJoin("int_as_of")
          .select(({ref}) => {
            const age = s.daysBetween(ref("opened_on"), ref("as_of_on"));
            const inDays = (on: s.Value<Date | null>, from: number, to: number) => {
              const ago = s.daysBetween(on, ref("as_of_on"));
              return s.both(s.compare(ago, ">=", s.num(from)), s.compare(ago, "<", s.num(to)));
            };
            const those = (...conditions: s.Value<any>[]) =>
              s.count(s.onlyWhen(s.both(...conditions), ref("ticket.ticket_id")));
            const windows = {"": inDays(ref("opened_on"), 0, 90), previous_: inDays(ref("opened_on"), 90, 180)};
            const isReopened = s.compare(ref("ticket.reopens"), ">", s.num(0));
            const isSolved = s.isKnown(ref("solved_at"));
            const isServed = s.both(isSolved, s.not(ref("is_discarded")));
            return [
              s.countRows().as("tickets"),
              those(s.not(ref("is_listed"))).as("unlisted_tickets"),
              those(s.not(ref("is_open")), s.not(isSolved)).as("undated_tickets"),
              those(ref("is_discarded")).as("discarded_tickets"),
              s.coalesce(s.anyTrue(ref("is_logged")), s.no).as("has_log"),
              those(ref("is_open")).as("open_tickets"),
              those(ref("is_open"), s.compare(age, ">", s.num(service.oldDays))).as("old_open_tickets"),
              those(ref("is_open"), s.isNull(ref("agent_key"))).as("unassigned_tickets"),
              those(s.coalesce(ref("is_late"), s.no)).as("running_breached"),
              those(s.coalesce(ref("is_due"), s.no)).as("due_within_day"),
              those(inDays(ref("opened_on"), 0, 30)).as("opened_30d"),
              those(inDays(ref("opened_on"), 30, 60)).as("opened_previous_30d"),
              those(inDays(ref("solved_on"), 0, 30)).as("solved_30d"),
              those(windows[""]).as("tickets_90d"),
              ...(["", "previous_"] as const).flatMap((which) => {
                const within = windows[which];
                const of = (x: s.Value<number | null>) => s.onlyWhen(within, x);
                return [
                  ...(["first_reply", "resolution"] as const).flatMap((target) => {
                    const kept = ref(`${target}_kept`);
                    return [
                      those(within, s.coalesce(kept, s.no)).as(`${which}${target}_kept`),
                      those(within, s.isKnown(kept)).as(`${which}${target}_kept_n`),
                      s.median(of(ref(`${target}_work_minutes`))).as(`${which}median_${target}_work_minutes`),
                      s.p90(of(ref(`${target}_work_minutes`))).as(`${which}p90_${target}_work_minutes`)
                    ];
                  }),
                  those(within, isServed, s.coalesce(isReopened, s.no)).as(`${which}reopened`),
                  those(within, isServed, s.isKnown(ref("ticket.reopens"))).as(`${which}reopened_n`)
                ];
              }),
              those(windows[""], s.coalesce(ref("is_one_touch"), s.no)).as("one_touch"),
              those(windows[""], s.coalesce(ref("is_first_contact"), s.no)).as("first_contact"),
              those(windows[""], s.isKnown(ref("is_one_touch"))).as("solved_n")
            ];
          })
      )
      .selectFrom("int_as_of")
      .crossJoin("counted")
      .crossJoin("orders")
      .select(({ref: typed}) => {
        const ref = typed as unknown as (name: string) => s.Value<any>;
        const interval = (name: string, n: string, base: string) => {
          const some = <T>(x: s.Value<T>) => s.onlyWhen(s.compare(ref(n), ">", s.num(0)), x);
          return [
            s.ratio(ref(name), ref(n)).as(`${base}_share`),
            some(wilsonLow(ref(name), ref(n))).as(`${base}_low`),
            some(wilsonHigh(ref(name), ref(n))).as(`${base}_high`),
            ref(n).as(`${base}_n`)
          ];
        };
        return [
          ...plainColumns.map((name) => ref(name).as(name)),
          (service.targets.length ? s.yes : s.no).as("has_targets"),
          s.num(service.oldDays).as("old_days"),
          ...(["first_reply", "resolution"] as const).flatMap((target) =>
            ["", "previous_"].flatMap((which) =>
              interval(`${which}${target}_kept`, `${which}${target}_kept_n`, `${which}${target}_kept`)
            )
          ),
          ...interval("reopened", "reopened_n", "reopened"),
          s.ratio(ref("previous_reopened"), ref("previous_reopened_n")).as("previous_reopened_share"),
          s.ratio(ref("one_touch"), ref("solved_n")).as("one_touch_share"),
          s.ratio(ref("first_contact"), ref("solved_n")).as("first_contact_share"),
          s.ratio(s.multiply(s.num(100), ref("tickets_90d")), ref("orders_90d")).as("tickets_per_100_orders")
        ];
      }) as never
});

const plainColumns = [
  "tickets",
  "unlisted_tickets",
  "undated_tickets",
  "discarded_tickets",
  "has_log",
  "open_tickets",
  "old_open_tickets",
  "unassigned_tickets",
  "running_breached",
  "due_within_day",
  "opened_30d",
  "opened_previous_30d",
  "solved_30d",
  "median_first_reply_work_minutes",
  "p90_first_reply_work_minutes",
  "median_resolution_work_minutes",
  "p90_resolution_work_minutes",
  "previous_median_first_reply_work_minutes",
  "previous_median_resolution_work_minutes",
  "solved_n",
  "orders_90d",
  "tickets_90d"
];
