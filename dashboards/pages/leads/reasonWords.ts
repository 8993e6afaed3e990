import type {Theme} from "../../../models/leads/catalogue.ts";
import type {Reason} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {dimensionName} from "./leadWords.ts";
import type {LeadRow} from "./leadsData.ts";

/** Reasons of a lead in words, the fact first, then the usual; those that say nothing are left out. */
export function reasonsOf(row: LeadRow, locale: Locale): Reason[] {
  if (row.reasons === null) return [];
  const told = JSON.parse(row.reasons) as [Theme, number][];
  const most = told[0]?.[1] ?? 1;
  return told.flatMap(([theme, weight]) => {
    const text = words[theme](row, locale);
    return text ? [{text, weight: weight / most}] : [];
  });
}

type Words = (row: LeadRow, locale: Locale) => string;

/** What is written, under its name: "Industry: Hotels; Job level: decider". */
const written = (
  row: LeadRow,
  names: (
    | "industry"
    | "company_size"
    | "job_level"
    | "campaign"
    | "product_interest"
    | "rating"
    | "team"
    | "country"
    | "region"
  )[],
  {t}: Locale
): string =>
  names
    .flatMap((name) => (row[name] === null ? [] : [`${dimensionName(name, t)}${t(": ", "：")}${row[name]}`]))
    .join(t("; ", "；"));

const words: Record<Theme, Words> = {
  age: ({age_days}, {t, f}) =>
    age_days === null ? "" : t(`came in ${f.daysAgo(Math.floor(age_days))}`, `${f.daysAgo(Math.floor(age_days))}创建`),
  source: ({lead_source, source_rate, base_rate}, {t, f}) =>
    lead_source === null || source_rate === null || base_rate === null
      ? ""
      : t(
          `of the leads from ${lead_source} ${f.share(source_rate, 0)} converted; of all ${f.share(base_rate, 0)}`,
          `来源“${lead_source}”的转换率 ${f.share(source_rate, 0)}；总体 ${f.share(base_rate, 0)}`
        ),
  place: (row, locale) => written(row, ["country", "region"], locale),
  company: (row, locale) =>
    [
      written(row, ["industry", "company_size"], locale),
      row.has_company ? "" : locale.t("no company given", "未留公司")
    ]
      .filter(Boolean)
      .join(locale.t("; ", "；")),
  person: (row, locale) =>
    written(row, ["job_level"], locale) || (row.has_name ? "" : locale.t("no name given", "未留姓名")),
  contact: ({has_phone, has_email, is_free_mail}, {t}) =>
    [
      has_phone ? t("telephone given", "留有电话") : t("no telephone", "未留电话"),
      !has_email
        ? t("no e-mail", "未留邮箱")
        : is_free_mail
          ? t("free e-mail address", "免费邮箱")
          : t("own e-mail domain", "自有邮箱域名")
    ].join(t(", ", "，")),
  offer: (row, locale) => written(row, ["product_interest", "campaign"], locale),
  rating: (row, locale) => written(row, ["rating"], locale),
  team: (row, locale) => written(row, ["team"], locale),
  timing: ({created_hour, created_weekday}, {t}) => {
    if (created_hour === null || created_weekday === null) return "";
    const hour = `${String(created_hour).padStart(2, "0")}:00`;
    const day = created_weekday - 1;
    return t(
      `came in on a ${["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day]!} after ${hour}`,
      `周${"一二三四五六日"[day]!} ${hour} 后创建`
    );
  },
  follow_up: ({activities, last_activity_days, age_days}, {t, f}) =>
    activities
      ? t(
          `${f.count(activities)} ${activities === 1 ? "contact" : "contacts"} so far, the last ${f.daysAgo(Math.floor(last_activity_days ?? 0))}`,
          `已跟进 ${f.count(activities)} 次，最近一次 ${f.daysAgo(Math.floor(last_activity_days ?? 0))}`
        )
      : t(`not contacted in ${f.days(Math.floor(age_days ?? 0))}`, `${f.days(Math.floor(age_days ?? 0))}内未跟进`),
  marketing: ({touches, answers}, {t, f}) =>
    t(
      `${f.count(touches)} messages, ${f.count(answers)} opened or clicked`,
      `触达 ${f.count(touches)} 次，打开或点击 ${f.count(answers)} 次`
    ),
  web: ({visits_30d}, {t, f}) =>
    t(`${f.count(visits_30d)} actions on the website in 30 days`, `30 天内网站行为 ${f.count(visits_30d)} 次`),
  customer: ({orders, earlier_leads}, {t, f}) =>
    t(
      `${f.count(orders)} orders and ${f.count(earlier_leads)} earlier leads with the address`,
      `同邮箱历史订单 ${f.count(orders)} 笔，更早线索 ${f.count(earlier_leads)} 条`
    ),
  load: ({owner_load}, {t, f}) =>
    t(
      `its owner got ${f.count(owner_load)} leads in the 30 days before`,
      `负责人此前 30 天收到 ${f.count(owner_load)} 条线索`
    )
};
