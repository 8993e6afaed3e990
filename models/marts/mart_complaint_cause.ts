import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {differenceHigh, differenceLow} from "../differenceIntervals.ts";
import {wilsonHigh, wilsonLow} from "../intervals.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intTicket} from "../intermediate/int_ticket.ts";
import {withinDays} from "../intermediate/withinDays.ts";
import {namedBesideAll} from "./namedBesideAll.ts";

/** Causes of each kind that a page can hold. */
const mostShown = 200;

/**
 * What tickets are about, the most frequent first, one row per category and subcategory; all is the whole category.
 *
 * Tickets opened in the last 365 days against the 365 before. Categories are shares of all tickets, subcategories too; the cumulative share
 * runs over the categories, or over the subcategories of one. The change is the share now minus the share before with the 95 % interval of
 * two independent proportions (Newcombe 1998, method 10), null where a period has no ticket; it is clear where the interval leaves zero out.
 */
export const martComplaintCause = model({
  name: "mart_complaint_cause",
  title: {
    en: "What tickets are about, one row per category and subcategory.",
    zh: "工单原因（帕累托），每类别每子类别一行。"
  },
  from: [intAsOf, intTicket],
  grain: ["category", "subcategory"],
  columns: z.strictObject({
    category: c.text("What the tickets are about.", "工单类别。"),
    subcategory: c.text("More closely; all is the whole category.", "工单子类别；all 为整个类别。"),
    tickets: c.count("Tickets of the last 365 days.", "近 365 天工单数。"),
    share: c.share("Of all tickets of these days.", "占同期全部工单的比例。").nullable(),
    cumulative_share: c
      .share("With all that are more frequent; of all tickets, or of the category's.", "累计占比（占全部或占该类别）。")
      .nullable(),
    tickets_previous: c.count("Tickets of the 365 days before.", "此前 365 天工单数。"),
    change: c.number("Share now − share before.", "占比变化。").nullable(),
    change_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
    change_high: c.number("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
    is_clear: c.flag("The interval leaves zero out.", "变化是否明确（区间不含零）。"),
    reopened_share: c
      .share("Of the solved of the last 365 days, those opened again.", "已解决工单中重开的比例。")
      .nullable(),
    customers: c.count("Known customers who opened them.", "其中已识别客户数。"),
    is_common: c.flag(
      `One of the ${mostShown} categories, or of the ${mostShown} subcategories, with most tickets.`,
      `是否为工单最多的 ${mostShown} 个类别或子类别之一。`
    )
  }),
  query: (db) =>
    db
      .with("tickets", (db) =>
        db
          .selectFrom("int_ticket")
          .crossJoin("int_as_of")
          .where(({ref}) => withinDays(730, ref("opened_on"), ref))
          .select(({ref}) => [
            "ticket_id",
            "customer_id",
            namedBesideAll(ref("category")).as("category"),
            namedBesideAll(ref("subcategory")).as("subcategory"),
            withinDays(365, ref("opened_on"), ref).as("is_now"),
            s
              .onlyWhen(
                s.both(s.isKnown(ref("solved_at")), s.isKnown(ref("reopens"))),
                s.compare(ref("reopens"), ">", s.num(0))
              )
              .as("is_reopened")
          ])
      )
      .with("both", (db) =>
        db
          .selectFrom("tickets")
          .selectAll()
          .unionAll(
            db
              .selectFrom("tickets")
              .select([
                "ticket_id",
                "customer_id",
                "category",
                s.text<string>("all").as("subcategory"),
                "is_now",
                "is_reopened"
              ])
          )
      )
      .with("totals", (db) =>
        db
          .selectFrom("tickets")
          .select(({ref}) => [
            s.count(s.onlyWhen(ref("is_now"), ref("ticket_id"))).as("all_now"),
            s.count(s.onlyWhen(s.not(ref("is_now")), ref("ticket_id"))).as("all_before")
          ])
      )
      .with("causes", (db) =>
        db
          .selectFrom("both")
          .groupBy(["category", "subcategory"])
          .select(({ref}) => {
            const now = (condition: s.Value<boolean | null>) =>
              s.count(s.onlyWhen(s.both(ref("is_now"), s.coalesce(condition, s.no)), ref("ticket_id")));
            return [
              "category",
              "subcategory",
              now(s.yes).as("tickets"),
              s.count(s.onlyWhen(s.not(ref("is_now")), ref("ticket_id"))).as("tickets_previous"),
              now(ref("is_reopened")).as("reopened"),
              now(s.isKnown(ref("is_reopened"))).as("reopened_n"),
              s.countDistinct(s.onlyWhen(ref("is_now"), ref("customer_id"))).as("customers")
            ];
          })
      )
      .with("compared", (db) =>
        db
          .selectFrom("causes")
          .crossJoin("totals")
          .select(({ref}) => {
            const out = (tickets: s.Value<number>, all: s.Value<number>) => {
              const some = <T>(x: s.Value<T>) => s.onlyWhen(s.compare(all, ">", s.num(0)), x);
              return {
                share: s.ratio(tickets, all),
                low: some(wilsonLow(tickets, all)),
                high: some(wilsonHigh(tickets, all))
              };
            };
            const now = out(ref("tickets"), ref("all_now"));
            const past = out(ref("tickets_previous"), ref("all_before"));
            const isWhole = s.compare(ref("subcategory"), "=", s.text("all"));
            const family = [isWhole, s.when(isWhole, s.text<string>(""), ref("category"))];
            return [
              "category",
              "subcategory",
              "tickets",
              now.share.as("share"),
              s
                .ratio(
                  s.running(s.sum(ref("tickets")), {
                    partitionBy: family,
                    orderBy: [s.descending(ref("tickets")), ref("category"), ref("subcategory")]
                  }),
                  s.overall(s.sum(ref("tickets")), ...family)
                )
                .as("cumulative_share"),
              "tickets_previous",
              s.subtract(now.share, past.share).as("change"),
              differenceLow(now, past).as("change_low"),
              differenceHigh(now, past).as("change_high"),
              s.ratio(ref("reopened"), ref("reopened_n")).as("reopened_share"),
              "customers",
              s
                .compare(
                  s.ordered(s.rowNumber(), {
                    partitionBy: [isWhole],
                    orderBy: [s.descending(ref("tickets")), ref("category"), ref("subcategory")]
                  }),
                  "<=",
                  s.num(mostShown)
                )
                .as("is_common")
            ];
          })
      )
      .selectFrom("compared")
      .select(({ref}) => [
        "category",
        "subcategory",
        "tickets",
        "share",
        "cumulative_share",
        "tickets_previous",
        "change",
        "change_low",
        "change_high",
        s
          .coalesce(
            s.either(s.compare(ref("change_low"), ">", s.num(0)), s.compare(ref("change_high"), "<", s.num(0))),
            s.no
          )
          .as("is_clear"),
        "reopened_share",
        "customers",
        "is_common"
      ])
});
