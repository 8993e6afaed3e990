import {html, table, tooFew, type Content, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import type {Deal} from "./deal.ts";
import {needName} from "./dealFilter.ts";
import {stageName} from "./words.ts";

/** Rows of the list at first, and how many "show more" adds. */
export const [FIRST, STEP] = [12, 40];

/** What the list shows now. */
export interface DealView {
  rows: readonly Deal[];
  shown: number;
  /** Address of a customer, to which the key is appended. */
  customer: string;
}

/** Open deals, those that need attention first. */
export function dealList({rows, shown, customer}: DealView, locale: Locale): Html {
  const {t, f} = locale;
  if (!rows.length)
    return tooFew({
      title: t("No open deal matches", "没有匹配的未结商机"),
      text: t("Take a filter off.", "请去掉一个筛选条件。")
    });
  const hasHistory = rows.some(({inStage}) => inStage !== null);
  const hasOwner = rows.some(({owner}) => owner !== null);
  const hasSeller = hasOwner || rows.some(({team}) => team !== null);
  return table({
    caption: t("Open deals, those that need attention first", "未结商机，需关注者在前"),
    columns: [
      t("Deal", "商机"),
      t("Needs", "需关注"),
      t("Stage", "阶段"),
      ...(hasHistory ? [{head: t("in it", "停留"), right: true}] : []),
      {head: t("Age", "存续"), right: true},
      {head: t("Quiet", "无变动"), right: true},
      {head: t("Closes", "预计成交"), right: true},
      {head: t("Worth", "可能金额"), right: true},
      {head: t("Chance", "赢单概率"), right: true},
      ...(hasSeller ? [hasOwner ? t("Rep", "负责人") : t("Team", "团队")] : []),
      t("Customer", "客户")
    ],
    rows: rows
      .slice(0, shown)
      .map((one): Content[] => [
        html`${one.id}${(one.product ?? one.source) !== null && html`<span class="under">${one.product ?? one.source}</span>`}`,
        needsOf(one, locale),
        stageName(one.stage, locale),
        ...(hasHistory ? [daysOf(one.inStage, locale)] : []),
        daysOf(one.age, locale),
        daysOf(one.quiet, locale),
        one.closes === null ? f.missing : html`<span class="nowrap">${f.date(new Date(one.closes))}</span>`,
        html`${f.moneyExact(one.worth)}${one.amount === null && html`<span class="under">${t("usual", "常见值")}</span>`}`,
        f.share(one.chance, 0),
        ...(hasSeller
          ? [(hasOwner ? one.owner : one.team) ?? html`<span class="muted">${t("not given", "未注明")}</span>`]
          : []),
        one.customer === null
          ? html`<span class="muted">${t("unknown", "未知")}</span>`
          : html`<a href="${customer + encodeURIComponent(one.customer)}">${one.customer}</a>`
      ])
  });
}

const daysOf = (days: number | null, {f}: Locale): Content =>
  days === null ? f.missing : html`<span class="nowrap">${f.days(days)}</span>`;

function needsOf({slipped, stale, slow}: Deal, locale: Locale): Content {
  const {t, f} = locale;
  const words = [
    slipped !== null && t(`${f.days(slipped)} overdue`, `逾期 ${f.days(slipped)}`),
    stale && needName("stale", locale),
    slow && needName("slow", locale)
  ].filter(Boolean);
  if (!words.length) return html`<span class="muted">–</span>`;
  return html`<b class="${slipped !== null || stale ? "bad" : "warn"}">${words.join(t(", ", "，"))}</b>`;
}

/** "Rows 1–12 of 200; 340 are open." */
export const countWords = (shown: number, passing: number, all: number, {t, f}: Pick<Locale, "t" | "f">): string =>
  t(
    `Rows 1–${f.count(Math.min(shown, passing))} of ${f.count(passing)}${passing < all ? `; ${f.count(all)} are open` : ""}.`,
    `第 1–${f.count(Math.min(shown, passing))} 个，共 ${f.count(passing)} 个${passing < all ? `；未结共 ${f.count(all)} 个` : ""}。`
  );
