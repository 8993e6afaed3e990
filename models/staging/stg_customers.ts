import {z} from "zod";
import {rawCustomers} from "../../ingest/contracts/kinds.ts";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import {day, local} from "../sql.ts";
import {mayHaveHappened, soFar} from "./asOf.ts";
import {latestRows} from "./latestRows.ts";

/**
 * Customer records in their latest delivery, one row per key of a source, with the load that brought it.
 *
 * One registered after as_of does not exist yet; a later change is unknown, though the record is as it was after it.
 */
export const stgCustomers = model({
  name: "stg_customers",
  title: {en: "Customer records, one row per key of a source.", zh: "客户记录，每个来源编号一行。"},
  from: [rawCustomers],
  grain: ["customer_key"],
  columns: z.strictObject({
    customer_key: c.id("The source's own key.", "来源系统中的客户编号。"),
    email: c.text("E-mail address as written, lower case.", "电子邮箱原文，小写。", "personal").nullable(),
    phone: c.text("Telephone number as written.", "电话号码原文。", "personal").nullable(),
    customer_name: c.text("Name of the person or company.", "个人或公司名称。", "personal").nullable(),
    given_name: c.text("First names.", "名。", "personal").nullable(),
    family_name: c.text("Family name.", "姓。", "personal").nullable(),
    company: c.text("Company of the person or of the record.", "所属公司或公司名称。", "personal").nullable(),
    tax_id: c
      .text("Registration, VAT or national number.", "统一社会信用代码、税号或证件号码。", "personal")
      .nullable(),
    birth_date: c.text("Date of birth as written.", "出生日期原文。", "personal").nullable(),
    street: c.text("Street with house number.", "街道门牌。", "personal").nullable(),
    postal_code: c.text("Postal code as written.", "邮编原文。", "personal").nullable(),
    city: c.text("City.", "城市。").nullable(),
    region: c.text("State, province or county.", "省、州或地区。").nullable(),
    country: c.text("Country as the source writes it.", "国家，按来源写法。").nullable(),
    acquisition_channel: c.text("How the customer was won.", "获客渠道。").nullable(),
    owner: c.text("Who looks after the customer.", "负责人。", "personal").nullable(),
    registered_at: c.instant("When the record was created.", "记录创建时间。").nullable(),
    registered_on: c.day("Business day of it.", "记录创建日期。").nullable(),
    updated_at: c.instant("When the record was last changed, up to as_of.", "截至统计时点的最后修改时间。").nullable(),
    accepts_marketing: c.flag("Agreed to marketing mail.", "是否同意营销邮件。").nullable(),
    load_id: c.id("The load that brought the record.", "带来该记录的载入批次。", "public")
  }),
  query: (db, settings) =>
    latestRows(db, rawCustomers, "customer_key")
      .where(({ref}) => mayHaveHappened(ref("registered_at"), settings))
      .select(({ref}) => [
        "customer_key",
        "email",
        "phone",
        "customer_name",
        "given_name",
        "family_name",
        "company",
        "tax_id",
        "birth_date",
        "street",
        "postal_code",
        "city",
        "region",
        "country",
        "acquisition_channel",
        "owner",
        "registered_at",
        day(local(ref("registered_at"), settings.zone)).as("registered_on"),
        soFar(ref("updated_at"), settings).as("updated_at"),
        "accepts_marketing",
        "load_id"
      ])
});
