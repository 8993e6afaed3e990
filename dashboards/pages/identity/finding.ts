import {html, type Html} from "../../components/html.ts";
import type {Locale} from "../../format/locale.ts";
import type {Totals} from "./totals.ts";

/** How many records of how many sources are how many customers, by what, how sure that is, and what waits. */
export function finding(totals: Totals, locale: Locale): Html {
  const {t, f} = locale;
  const {sources, records, customers} = totals;
  if (!records) return html`${t("No record of a customer is loaded yet.", "尚未载入任何客户记录。")}`;
  const from = sources
    ? t(` of ${f.count(sources)} ${sources === 1 ? "source" : "sources"}`, `${f.count(sources)} 个来源的 `)
    : "";
  const are = t(
    `${f.count(records)} ${records === 1 ? "record" : "records"}${from} ${records === 1 ? "is" : "are"} ${f.count(customers)} ${customers === 1 ? "customer" : "customers"}`,
    `${from}${f.count(records)} 条记录归并为 ${f.count(customers)} 位客户`
  );
  return html`<b>${are}</b>${t(": ", "：")}${tied(totals, locale)}${t(". ", "。")}${doubt(totals, locale)}`;
}

/** What tied records to others, without what tied none. */
function tied({rule, score, steward, contact}: Totals, {t, f}: Locale): string {
  const parts = [
    rule && t(`${f.count(rule)} tied by a rule`, `${f.count(rule)} 条按规则`),
    score && t(`${f.count(score)} by score`, `${f.count(score)} 条按评分`),
    steward && t(`${f.count(steward)} by a steward`, `${f.count(steward)} 条由人工`),
    contact && t(`${f.count(contact)} by their e-mail or telephone`, `${f.count(contact)} 条按邮箱或电话`)
  ].filter(Boolean) as string[];
  if (!parts.length) return t("none is tied to another", "没有相互归并者");
  return t(`${parts[0]!.includes("tied") ? "" : "tied "}${parts.join(", ")}`, `${parts.join("、")}归并`);
}

/** The precision that the probabilities promise, and the pairs that they leave open. */
function doubt({precision, links, reviews}: Totals, {t, f}: Locale): string {
  const right =
    precision === null
      ? t("No pair is linked", "没有判为同一者的记录对")
      : t(
          `Of the ${f.count(links)} linked pairs ${f.share(precision)} are expected to be right (their mean probability)`,
          `${f.count(links)} 对归并预计有 ${f.share(precision)} 正确（平均概率）`
        );
  const open = reviews
    ? t(
        `; ${f.count(reviews)} ${reviews === 1 ? "pair waits" : "pairs wait"} for review.`,
        `；${f.count(reviews)} 对待复核。`
      )
    : t("; none waits for review.", "；没有待复核的记录对。");
  return right + open;
}
