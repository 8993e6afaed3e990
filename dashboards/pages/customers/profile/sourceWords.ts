import type {Locale} from "../../../format/locale.ts";
import {probability} from "../../../format/probability.ts";

/** What was asked: "NPS answer", "Rating". */
export const instrumentName = (instrument: string, {t}: Locale): string =>
  instrument === "rating"
    ? t("Rating", "评级")
    : t(`${instrument.toUpperCase()} answer`, `${instrument.toUpperCase()} 评分`);

/** What moved the points, where the source says it. */
export const movementName = (movement: string | null, points: number | null, {t}: Locale): string =>
  ({
    earn: t("earned", "获得"),
    redeem: t("redeemed", "兑换"),
    expire: t("expired", "过期"),
    adjust: t("corrected", "调整")
  })[movement ?? ""] ?? ((points ?? 0) < 0 ? t("taken", "扣减") : t("added", "增加"));

/** How a customer was in touch; a CRM's own words stay as they are. */
export const contactWay = (way: string, {t}: Locale): string =>
  ({
    ticket: t("ticket", "工单"),
    feedback: t("answer", "评分"),
    activity: t("activity", "跟进"),
    touch: t("message", "消息"),
    order: t("order", "订单")
  })[way] ?? way;

/** The channel of a consent; empty where it is none of the usual ones. */
export const consentChannel = (channel: string, {t}: Locale): string =>
  ({
    email: t("by e-mail", "邮件"),
    call: t("by telephone", "电话"),
    text: t("by text message", "短信"),
    post: t("by post", "信函"),
    all: t("in every way", "所有方式")
  })[channel] ?? "";

/** So many records of a source, or, where none delivered them as such, of an origin: ":leads". */
export function recordsOf(from: string, records: number, {t, f}: Locale): string {
  const n = f.count(records);
  const many = records === 1 ? "" : "s";
  const origins: Record<string, string> = {
    ":customers": t(`${n} key${many} named by events`, `事件中的编号 ${n} 个`),
    ":leads": t(`${n} lead${many}`, `线索 ${n} 条`),
    ":contacts": t(`${n} address${records === 1 ? "" : "es"} named by events`, `事件中的联系方式 ${n} 个`),
    ":companies": t(`${n} company name${many}`, `公司名称 ${n} 个`)
  };
  return origins[from] ?? `${from} ${n}`;
}

/** So many records that one way of linking ties to the others, the least sure of them with this probability. */
export interface Link {
  records: number;
  confidence: number | null;
}

/** By what records were linked: "2 by likeness (93.0% or surer)"; a rule holds whatever the likeness, and says so where that is low. */
export function linkWords(linkedBy: string, {records, confidence}: Link, {t, f}: Locale): string {
  const n = f.count(records);
  const known: Record<string, string> = {
    rule: t("a rule", "规则"),
    score: t("likeness", "相似度"),
    steward: t("a steward's decision", "人工裁定"),
    contact: t("e-mail or phone", "邮箱或电话")
  };
  const how = known[linkedBy] ?? linkedBy;
  const share = probability(confidence, f);
  const isNearlyCertain = confidence !== null && confidence > 0.999;
  const bound = records > 1 && !isNearlyCertain;
  const sure =
    confidence === null
      ? ""
      : confidence < 0.5
        ? t(
            ` (likeness ${records > 1 ? "as low as" : "only"} ${share})`,
            `（相似度${records > 1 ? "最低" : "仅"} ${share}）`
          )
        : t(` (${share}${bound ? " or surer" : ""})`, `（概率${bound ? "至少 " : " "}${share}）`);
  return t(`${n} by ${how}${sure}`, `${how} ${n} 条${sure}`);
}

/** Which rule chose a value of the golden record. */
export const ruleName = (rule: string, {t}: Locale): string =>
  ({
    recent: t("the newest", "最新"),
    frequent: t("the most frequent", "最常见"),
    trusted: t("the most trusted source's", "最可信来源"),
    only: t("the only one", "唯一取值")
  })[rule] ?? rule;

/** The name of a field of the golden record. */
export const fieldName = (field: string, {t}: Locale): string =>
  ({
    given_name: t("Given name", "名"),
    family_name: t("Family name", "姓"),
    customer_name: t("Name", "姓名"),
    company: t("Company", "公司"),
    email: t("E-mail", "邮箱"),
    phone: t("Phone", "电话"),
    birth_date: t("Date of birth", "出生日期"),
    birth_on: t("Date of birth", "出生日期"),
    street: t("Street", "街道门牌"),
    postal_code: t("Postal code", "邮编"),
    city: t("City", "城市"),
    region: t("Region", "省/州/地区"),
    country: t("Country", "国家"),
    tax_id: t("Registration number", "税号或证件号码"),
    owner: t("Looked after by", "负责人"),
    acquisition_channel: t("Won by", "获客渠道"),
    accepts_marketing: t("Accepts marketing", "接受营销"),
    registered_at: t("Registered", "注册时间")
  })[field] ?? field.replaceAll("_", " ");

/** A value of the golden record; flags in words. */
export const valueName = (value: string, {t}: Locale): string =>
  ({true: t("yes", "是"), false: t("no", "否")})[value] ?? value;
