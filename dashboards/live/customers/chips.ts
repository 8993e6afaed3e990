import {removableChip} from "../../components/chip.ts";
import {html, type Html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import {dimensionName, groupName} from "../../pages/cohorts/groups.ts";
import {nthPeriod} from "../../pages/cohorts/periodWords.ts";
import {contactName} from "../../pages/customers/contact.ts";
import {bandName, className, otherName, partyName, segmentName, stageName} from "../../pages/customers/words.ts";
import {monthOf} from "./columns.ts";
import {cohortOf, groupOf} from "./cohortText.ts";
import {choosing, type Choosing, type ListFilters} from "./filters.ts";

/** A filter in words. */
export function filterWords(name: Choosing, filters: ListFilters, locale: Locale): string {
  const {t, f} = locale;
  const value = filters[name];
  switch (name) {
    case "q":
      return t(`“${value}”`, `“${value}”`);
    case "segment":
      return t(`segment ${segmentName(value, t)}`, `分群 ${segmentName(value, t)}`);
    case "abc":
      return t(`class ${className(value)}`, `等级 ${className(value)}`);
    case "band":
      return t(`${bandName(value, t)} risk`, `${bandName(value, t)}风险`);
    case "stage":
      return t(`stage ${stageName(value, t)}`, `阶段 ${stageName(value, t)}`);
    case "contact":
      return contactName(value, locale);
    case "tickets":
      return t("has open tickets", "有未结工单");
    case "party":
      return t(`${partyName(value, t)}s`, partyName(value, t));
    case "recency":
      return t(`recency ${value} of 5`, `近度 ${value}/5`);
    case "frequency":
      return t(`frequency ${value} of 5`, `频度 ${value}/5`);
    case "tenth":
      return t(`tenth ${value} by value ahead`, `未来价值第 ${value} 份`);
    case "cohort": {
      const cohort = cohortOf(value);
      if (cohort?.kind === "week")
        return t(`first order in the week of ${f.date(cohort.monday)}`, `${f.date(cohort.monday)}当周首单`);
      const quarter = t(`Q${value.slice(-1)} ${value.slice(0, 4)}`, `${value.slice(0, 4)}年${value.slice(-1)}季度`);
      const month = cohort?.kind === "month" ? f.month(monthOf(cohort.index)) : quarter;
      return t(`first order in ${month}`, `${month}首单`);
    }
    case "month":
    case "week":
    case "quarter":
    case "rolling": {
      const period = nthPeriod(name, Number(value), {t});
      return filters.counted === "later"
        ? t(`ordered in ${period} or later`, `${period}或之后下单`)
        : t(`ordered in ${period}`, `${period}下单`);
    }
    case "group": {
      const {trait, name: group} = groupOf(value) ?? {trait: "all" as const, name: value};
      const dimension = dimensionName(trait, locale);
      return t(`${dimension.toLowerCase()} ${groupName(group, locale)}`, `${dimension} ${groupName(group, locale)}`);
    }
    case "channel":
      return t(`won by ${otherName(value, t)}`, `获客渠道 ${otherName(value, t)}`);
    case "country":
      return t(`country ${otherName(value, t)}`, `国家 ${otherName(value, t)}`);
  }
}

/** The filters that are on. */
export const active = (filters: ListFilters): Choosing[] => choosing.filter((name) => filters[name].trim() !== "");

/** A chip for each filter that is on; selecting it takes it off. */
export const chips = (filters: ListFilters, locale: Locale): Html =>
  html`${active(filters).map((name) => removableChip(filterWords(name, filters, locale), name, locale.t("remove filter", "移除筛选")))}`;
