import {z} from "zod";
import {rawCustomers} from "../../ingest/contracts/kinds.ts";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {day, local} from "../sql.ts";
import {mayHaveHappened} from "./asOf.ts";
import {latestRows} from "./latestRows.ts";

/** Customer records in their latest delivery, one row per key of a source; one registered after as_of does not exist yet. */
export const stgCustomers = model({
  name: "stg_customers",
  title: {en: "Customer records, one row per key of a source.", zh: "客户记录，每个来源编号一行。"},
  from: [rawCustomers],
  grain: ["customer_key"],
  columns: z.strictObject({
    customer_key: c.id("The source's own key.", "来源系统中的客户编号。"),
    email: c.text("E-mail address, lower case.", "电子邮箱，小写。", "personal").nullable(),
    phone: c.text("Telephone number as written.", "电话号码原文。", "personal").nullable(),
    customer_name: c.text("Name of the person or company.", "个人或公司名称。", "personal").nullable(),
    country: c.text("Country as the source writes it.", "国家，按来源写法。").nullable(),
    city: c.text("City.", "城市。").nullable(),
    acquisition_channel: c.text("How the customer was won.", "获客渠道。").nullable(),
    owner: c.text("Who looks after the customer.", "负责人。", "personal").nullable(),
    registered_at: c.instant("When the record was created.", "记录创建时间。").nullable(),
    registered_on: c.day("Business day of it.", "记录创建日期。").nullable(),
    accepts_marketing: c.flag("Agreed to marketing mail.", "是否同意营销邮件。").nullable()
  }),
  query: (db, settings) =>
    latestRows(db, rawCustomers, "customer_key")
      .where(({ref}) => mayHaveHappened(ref("registered_at"), settings))
      .select(({ref}) => [
        "customer_key",
        "email",
        "phone",
        "customer_name",
        "country",
        "city",
        "acquisition_channel",
        "owner",
        "registered_at",
        day(local(ref("registered_at"), settings.zone)).as("registered_on"),
        "accepts_marketing"
      ])
});
