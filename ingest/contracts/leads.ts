import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {writtenEmailCodec} from "../codecs/text.ts";
import {contract} from "./contract.ts";
import {notDaysBefore} from "./rules.ts";

/** One row per lead in its latest state. A repeated delivery of a lead replaces it. */
export const leads = contract({
  kind: "leads",
  title: {en: "Leads in their latest state.", zh: "销售线索的最新状态。"},
  fields: z.strictObject({
    lead_id: c.id("The CRM's own key of the lead.", "线索编号。"),
    email: c.text("E-mail address as written, lower case.", "电子邮箱原文，小写。", "personal").nullable(),
    phone: c.text("Telephone number as written.", "电话号码原文。", "personal").nullable(),
    customer_name: c.text("Name of the person.", "姓名。", "personal").nullable(),
    company: c.text("Name of the company.", "公司名称。", "personal").nullable(),
    country: c.text("Country as the source writes it.", "国家，按来源写法。").nullable(),
    region: c.text("State or province as the source writes it.", "省或州，按来源写法。").nullable(),
    city: c.text("City as the source writes it.", "城市，按来源写法。").nullable(),
    industry: c.text("The company's industry.", "所属行业。").nullable(),
    job_title: c.text("The person's job title.", "职务。").nullable(),
    employees: c.text("The company's size as written: a number, or a range.", "员工规模原文：人数或区间。").nullable(),
    product_interest: c.text("What the lead asked for.", "意向产品。").nullable(),
    rating: c.text("The rating that the CRM shows, such as hot or cold.", "线索评级原文。").nullable(),
    lead_status: c.text("State, as the CRM writes it.", "线索状态原文。").nullable(),
    lead_source: c.text("Where the lead came from.", "线索来源。").nullable(),
    campaign: c.text("The campaign that it came from.", "来源活动。").nullable(),
    owner: c.text("Who follows it up.", "负责人。", "personal").nullable(),
    team: c.text("The owner's team.", "负责人所属团队。").nullable(),
    created_at: c.instant("When the lead came in.", "线索创建时间。").nullable(),
    converted_at: c.instant("When it became a customer.", "转换时间。").nullable(),
    is_converted: c.flag("It became a customer.", "是否已转换。").nullable(),
    customer_key: c.id("The account or contact that it became.", "转换后的客户编号。").nullable(),
    opportunity_id: c.id("The opportunity that it became.", "转换后的商机编号。").nullable()
  }),
  key: ["lead_id"],
  deliveredWith: ["lead_id"],
  codecs: {email: writtenEmailCodec},
  event: "created_at",
  aliases: {
    lead_id: ["id", "record id", "leadid", "线索编号", "销售线索编码", "源线索"],
    email: ["e-mail", "email address", "邮件", "邮箱"],
    phone: ["mobile", "telephone", "电话", "手机"],
    customer_name: ["lead name", "name", "full name", "姓名", "线索名称"],
    company: ["company name", "公司名称", "公司"],
    country: ["address - country / region", "country/region", "国家"],
    region: ["address - state / province", "state/region", "state", "province", "省", "省份"],
    city: ["address - city", "市", "城市"],
    industry: ["1级行业", "行业"],
    job_title: ["title", "job title", "designation", "职务", "职位"],
    employees: [
      "no. of employees",
      "number of employees",
      "numberofemployees",
      "total_employees",
      "人员规模",
      "员工数"
    ],
    product_interest: ["product interest", "productinterest__c", "product", "意向产品", "产品意向"],
    rating: ["lead rating", "线索级别", "级别", "评级"],
    lead_status: ["status", "线索状态", "状态"],
    lead_source: ["leadsource", "source", "original source", "线索来源", "来源"],
    campaign: ["campaign name", "campaign source", "utm_campaign", "市场活动", "来源活动"],
    owner: ["lead owner", "contact owner", "ownerid", "负责人"],
    team: ["sales team", "hubspot team", "负责人主属部门", "归属部门"],
    created_at: ["created time", "create date", "createddate", "created date", "创建时间"],
    converted_at: ["converted time", "lead conversion time", "converteddate", "converted date", "转换时间"],
    is_converted: ["isconverted", "converted", "是否转换"],
    customer_key: ["converted account.id", "converted contact.id", "convertedaccountid", "convertedcontactid"],
    opportunity_id: ["converted deal.id", "convertedopportunityid"]
  },
  rules: [notDaysBefore("converted_at", "created_at", "converted before it was created")]
});
