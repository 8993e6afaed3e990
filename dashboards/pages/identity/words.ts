import type {Lang, Words} from "../../format/lang.ts";
import type {Locale} from "../../format/locale.ts";
import type {Party} from "./rows.ts";

/** People, organisations. */
export const partiesName = (party: Party, {t}: Pick<Locale, "t">): string =>
  party === "person" ? t("people", "个人") : t("organisations", "组织");

export const partyName = (party: Party, {t}: Pick<Locale, "t">): string =>
  party === "person" ? t("person", "个人") : t("organisation", "组织");

/** Parts of records that rules name besides those that are compared as a whole. */
const parts: Record<string, Words> = {
  email: {en: "e-mail", zh: "邮箱"},
  email_user: {en: "name before the @", zh: "@ 前的名称"},
  email_domain: {en: "domain of the e-mail", zh: "邮箱域名"},
  phone: {en: "telephone", zh: "电话"},
  phone_end: {en: "last digits of the telephone", zh: "电话后七位"},
  tax_id: {en: "registration number", zh: "登记号"},
  given_name: {en: "given name", zh: "名"},
  given_initial: {en: "initial of the given name", zh: "名的首字母"},
  given_sound: {en: "sound of the given name", zh: "名的读音"},
  family_name: {en: "family name", zh: "姓"},
  family_initial: {en: "initial of the family name", zh: "姓的首字母"},
  family_sound: {en: "sound of the family name", zh: "姓的读音"},
  birth_on: {en: "birth date", zh: "出生日期"},
  birth_date: {en: "birth date", zh: "出生日期"},
  birth_year: {en: "year of birth", zh: "出生年份"},
  birth_day: {en: "month and day of birth", zh: "出生月日"},
  street: {en: "street", zh: "街道"},
  house_number: {en: "house number", zh: "门牌号"},
  postal_code: {en: "postal code", zh: "邮编"},
  city: {en: "town", zh: "城市"},
  region: {en: "region", zh: "地区"},
  country: {en: "country", zh: "国家"},
  han_name: {en: "name in Chinese characters", zh: "汉字姓名"},
  company: {en: "company name", zh: "公司名称"},
  company_start: {en: "start of the company name", zh: "公司名称开头"},
  company_initial: {en: "initial of the company name", zh: "公司名称首字"},
  household: {en: "household", zh: "家庭"},
  customer_key: {en: "customer key", zh: "客户编号"},
  converted: {en: "lead that became the customer", zh: "线索已转为该客户"},
  steward: {en: "decided by a steward", zh: "人工已决定"}
};

/** A field or a part of one in words; its own name where there are none. */
export const partName = (part: string, lang: Lang): string => parts[part]?.[lang] ?? part.replaceAll("_", " ");

/** A rule in words: what its records have in common. */
export const ruleName = (rule: string, lang: Lang): string =>
  rule
    .split(/\s*\+\s*/)
    .map((part) => partName(part, lang))
    .join(lang === "zh" ? "＋" : " + ");
