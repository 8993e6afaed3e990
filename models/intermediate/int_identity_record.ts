import {z} from "zod";
import {ledgerLoads} from "../../ingest/ledgerRelations.ts";
import * as c from "../../warehouse/columns.ts";
import {makeRecords} from "../identity/records.ts";
import {model} from "../model.ts";
import {stgCustomers} from "../staging/stg_customers.ts";
import {stgLeads} from "../staging/stg_leads.ts";
import {intIdentitySeen} from "./int_identity_seen.ts";

export const origins = ["customers", "leads", "contacts", "companies"] as const;

const text = (en: string, zh: string) => c.text(en, zh, "personal").nullable();

/**
 * Everyone whom a source names, in the forms that are compared, one row per record.
 *
 * A record is a key of kind customers or of any event (`customer:`), a lead (`lead:`), an e-mail or a telephone number of events that
 * name no key (`email:`, `phone:`), or a company that a person's record names (`company:`).
 */
export const intIdentityRecord = model({
  name: "int_identity_record",
  title: {
    en: "Everyone whom a source names, in the forms that are compared, one row per record.",
    zh: "来源中出现的每个人或组织的规范化形式，每条记录一行。"
  },
  from: [stgCustomers, stgLeads, intIdentitySeen, ledgerLoads],
  grain: ["record_key"],
  columns: z.strictObject({
    record_key: c.id("The record: what it is and its key.", "记录标识：类型与编号。", "personal"),
    record_number: c.count("Place by record_key, from 1.", "按标识排序的序号，从 1 开始。"),
    party: c.oneOf(["person", "organisation"], "Who it is.", "个人或组织。"),
    origin: c.oneOf(origins, "What kind of record it is.", "记录类型。"),
    source: c.text("Source in the configuration that delivered it.", "配置中的来源。").nullable(),
    email: text("E-mail address in its one spelling.", "规范化邮箱。"),
    email_user: text("Of it the part before the @.", "邮箱 @ 前部分。"),
    email_domain: text("Of it the part after the @.", "邮箱域名。"),
    phone: text("Telephone number, E.164.", "电话号码（E.164）。"),
    phone_end: text("Of it the last seven digits.", "电话后七位。"),
    given_name: text("First given name in Latin lower case.", "名（拉丁小写）。"),
    given_initial: text("Its first letter.", "名首字母。"),
    given_sound: text("How it sounds (double metaphone).", "名的读音编码。"),
    family_name: text("Family name in Latin lower case.", "姓（拉丁小写）。"),
    family_initial: text("Its first letter.", "姓首字母。"),
    family_sound: text("How it sounds (double metaphone).", "姓的读音编码。"),
    han_name: text("The whole name in simplified Han characters.", "简体汉字姓名。"),
    company: text("Company name without its legal form.", "去除组织形式后的公司名。"),
    company_initial: text("Its first character.", "公司名首字。"),
    company_start: text("Its first four characters.", "公司名前四字。"),
    tax_id: text("Registration number without blanks.", "登记号。"),
    birth_date: text("Date of birth as year-month-day, slips included.", "出生日期（年-月-日，含笔误）。"),
    birth_year: text("Of it the year.", "出生年。"),
    birth_day: text("Of it month and day.", "出生月日。"),
    house_number: text("House number.", "门牌号。"),
    street: text("Street without the number.", "街道。"),
    postal_code: text("Postal code without blanks.", "邮编。"),
    city: text("Town.", "城市。"),
    region: text("State, province or county.", "省、州或地区。"),
    country: text("Country.", "国家。")
  }),
  procedure: {
    version: ({identity: {region, email}}) => [2, region, email],
    make: makeRecords
  }
});
