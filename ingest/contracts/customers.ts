import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {writtenEmailCodec} from "../codecs/text.ts";
import {contract} from "./contract.ts";

/**
 * One row per customer record of one source. A repeated delivery replaces the record.
 *
 * A person's name comes whole, in parts, or both. A date of birth stays as it is written, since forms are filled in by hand; identity
 * resolution reads it, and so does an e-mail address. Masked cells (`138****1234`, `张*`) are missing ones.
 */
export const customers = contract({
  kind: "customers",
  title: {en: "Customer records as the sources keep them.", zh: "各来源中的客户记录。"},
  fields: z.strictObject({
    customer_key: c.id("The source's own key of the customer.", "来源系统中的客户编号。"),
    email: c.text("E-mail address as written, lower case.", "电子邮箱原文，小写。", "personal").nullable(),
    phone: c.text("Telephone number as written.", "电话号码原文。", "personal").nullable(),
    customer_name: c.text("Name of the person or company.", "个人或公司名称。", "personal").nullable(),
    given_name: c.text("First names of the person.", "名。", "personal").nullable(),
    family_name: c.text("Family name of the person.", "姓。", "personal").nullable(),
    company: c
      .text("Company that the person belongs to or that the record is of.", "所属公司或公司名称。", "personal")
      .nullable(),
    tax_id: c
      .text("Registration, VAT or national number, as written.", "统一社会信用代码、税号或证件号码原文。", "personal")
      .nullable(),
    birth_date: c.text("Date of birth as written.", "出生日期原文。", "personal").nullable(),
    street: c.text("Street with house number.", "街道门牌。", "personal").nullable(),
    postal_code: c.text("Postal code as written.", "邮编原文。", "personal").nullable(),
    city: c.text("City.", "城市。").nullable(),
    region: c.text("State, province or county, as the source writes it.", "省、州或地区，按来源写法。").nullable(),
    country: c.text("Country as the source writes it.", "国家，按来源写法。").nullable(),
    acquisition_channel: c.text("How the customer was won.", "获客渠道。").nullable(),
    owner: c.text("Who looks after the customer.", "负责人。", "personal").nullable(),
    registered_at: c.instant("When the record was created.", "记录创建时间。").nullable(),
    updated_at: c.instant("When the record was last changed.", "记录最后修改时间。").nullable(),
    accepts_marketing: c.flag("Whether the customer agreed to marketing mail.", "是否同意接收营销邮件。").nullable()
  }),
  key: ["customer_key"],
  deliveredWith: ["customer_key"],
  codecs: {email: writtenEmailCodec},
  event: "registered_at",
  aliases: {
    customer_key: ["customer id", "customer_id", "customerid", "客户编号"],
    email: ["e-mail", "email address", "邮件", "邮箱"],
    phone: ["telephone", "mobile", "phone number", "mobile phone", "电话", "手机", "手机号"],
    customer_name: ["name", "full name", "客户名称"],
    given_name: ["first name", "firstname", "forename", "名"],
    family_name: ["last name", "lastname", "surname", "姓"],
    company: ["company name", "organisation", "organization", "公司", "公司名称"],
    tax_id: [
      "vat number",
      "vat id",
      "tax number",
      "registration number",
      "company number",
      "national id",
      "统一社会信用代码",
      "纳税人识别号",
      "税号"
    ],
    birth_date: ["date of birth", "dob", "birthdate", "birthday", "出生日期", "生日"],
    street: ["address1", "address line 1", "address", "street address", "地址", "详细地址"],
    postal_code: ["zip", "zip code", "postcode", "邮编", "邮政编码"],
    city: ["town", "市", "城市"],
    region: ["state", "province", "state/province", "county", "省", "省份"],
    country: ["country code", "国家"],
    acquisition_channel: ["channel", "客户来源"],
    registered_at: ["created at", "created_at", "创建时间"],
    updated_at: [
      "modified at",
      "last modified",
      "last updated",
      "modified time",
      "last modified date",
      "最后修改时间",
      "更新时间"
    ]
  }
});
