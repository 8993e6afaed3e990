import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {contract} from "./contract.ts";

/** One row per customer record of one source. A repeated delivery replaces the record. */
export const customers = contract({
  kind: "customers",
  title: {en: "Customer records as the sources keep them.", zh: "各来源中的客户记录。"},
  fields: z.strictObject({
    customer_key: c.id("The source's own key of the customer.", "来源系统中的客户编号。"),
    email: c.text("E-mail address, lower case.", "电子邮箱，小写。", "personal").nullable(),
    phone: c.text("Telephone number as written.", "电话号码原文。", "personal").nullable(),
    customer_name: c.text("Name of the person or company.", "个人或公司名称。", "personal").nullable(),
    country: c.text("Country as the source writes it.", "国家，按来源写法。").nullable(),
    city: c.text("City.", "城市。").nullable(),
    acquisition_channel: c.text("How the customer was won.", "获客渠道。").nullable(),
    owner: c.text("Who looks after the customer.", "负责人。", "personal").nullable(),
    registered_at: c.instant("When the record was created.", "记录创建时间。").nullable(),
    accepts_marketing: c.flag("Whether the customer agreed to marketing mail.", "是否同意接收营销邮件。").nullable()
  }),
  key: ["customer_key"],
  deliveredWith: ["customer_key"],
  event: "registered_at",
  aliases: {
    customer_key: ["customer id", "customer_id", "customerid", "客户编号"],
    email: ["e-mail", "email address", "邮件", "邮箱"],
    phone: ["telephone", "mobile", "电话"],
    customer_name: ["name", "full name", "客户名称"],
    country: ["country code", "国家"],
    acquisition_channel: ["channel", "客户来源"],
    registered_at: ["created at", "created_at", "创建时间"]
  }
});
