import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {columnsOf} from "../../warehouse/columns.ts";
import {createFromRows} from "../createFromRows.ts";
import {model} from "../model.ts";
import {intAsOf} from "../intermediate/int_as_of.ts";
import {intCustomerValue} from "../intermediate/int_customer_value.ts";
import {intTheme} from "../intermediate/int_theme.ts";
import {intVerbatim} from "../intermediate/int_verbatim.ts";
import {intVerbatimTheme} from "../intermediate/int_verbatim_theme.ts";
import type {Stratum} from "../statistics/text/stratifiedDifference.ts";
import {themeMeasures} from "../text/themeMeasures.ts";

/** Counts of every theme. A voice is a customer, or a text of people who are not known. */
const countsSql = `
  with said as (
    select int_verbatim.*, as_of_on - said_on as age, coalesce(customer_id, text_key) as voice,
      origin = 'feedback' and as_of_on - said_on < 365 as is_opinion
    from int_verbatim cross join int_as_of
  ),
  named as (select theme, said.* from said join int_verbatim_theme using (verbatim_id)),
  answer as (
    select voice, verbatim_id, customer_id, score <= 6 as is_detractor from said where instrument = 'nps' and age < 365
    qualify row_number() over (partition by voice order by said_at desc, verbatim_id) = 1
  ),
  everyone as (select count(*) as answers, count(*) filter (is_detractor) as detractors from answer),
  asking as (
    select origin, instrument, count(distinct voice) filter (age < 90) as all_now, count(distinct voice) filter (age >= 90) as all_before
    from said where age < 180 group by all
  ),
  naming as (
    select theme, origin, instrument, count(distinct voice) filter (age < 90) as now, count(distinct voice) filter (age >= 90) as before
    from named where age < 180 group by all
  ),
  changing as (
    select place.theme, to_json(list({
        'now': {'successes': coalesce(naming.now, 0), 'n': all_now}, 'before': {'successes': coalesce(naming.before, 0), 'n': all_before}
      } order by place.origin, place.instrument))::varchar as strata
    from (select theme, asking.* from int_theme cross join asking) as place
      left join naming on naming.theme = place.theme and naming.origin = place.origin and naming.instrument is not distinct from place.instrument
    group by place.theme
  ),
  counted as (
    select theme, count(*) as mentions, count(*) filter (age < 365) as mentions_365d, count(distinct customer_id) as customers,
      count(sentiment) filter (is_opinion) as judged_365d,
      count(*) filter (is_opinion and sentiment = 'negative')::double / nullif(count(sentiment) filter (is_opinion), 0) as negative_share,
      sum(round(sentiment_score * 1e12)::bigint) filter (is_opinion)::double / 1e12 / nullif(count(sentiment_score) filter (is_opinion), 0)
        as mean_sentiment,
      avg(score) filter (age < 365 and instrument = 'nps') as mean_score,
      count(*) filter (age < 90) as mentions_90d, count(*) filter (age >= 90 and age < 180) as mentions_previous_90d
    from named group by theme
  ),
  asked as (
    select theme, count(*) as answers, count(*) filter (is_detractor) as detractors,
      sum(greatest(net_revenue_365d, 0)) filter (is_detractor) as value_at_stake
    from answer join int_verbatim_theme using (verbatim_id) left join int_customer_value using (customer_id) group by theme
  )
  select theme, position, parent, label_en, label_zh, is_discovered, coalesce(mentions, 0) as mentions, coalesce(mentions_365d, 0) as mentions_365d,
    coalesce(customers, 0) as customers, coalesce(judged_365d, 0) as judged_365d, negative_share, mean_sentiment, mean_score, coalesce(asked.answers, 0) as nps_answers,
    coalesce(asked.detractors, 0) as detractors, cast(coalesce(value_at_stake, 0) as varchar) as value_at_stake,
    coalesce(mentions_90d, 0) as mentions_90d, coalesce(mentions_previous_90d, 0) as mentions_previous_90d,
    everyone.answers as all_answers, everyone.detractors as all_detractors, strata
  from int_theme cross join everyone left join counted using (theme) left join asked using (theme)
    left join changing using (theme) order by position`;

type Counted = Record<"nps_answers" | "all_answers" | "detractors" | "all_detractors", number> & {
  is_discovered: boolean;
  /** JSON. */
  strata: string | null;
};

/**
 * What customers speak of, one row per theme, also one that nobody names.
 *
 * Shares and means are of the last 365 days; sentiment is of feedback alone, for a ticket says what is wanted, not what is thought. Association with
 * detraction compares NPS answers that name the theme with those that do not, the last answer of each voice; a discovered theme, which was found in the
 * same answers, is not tested. The change is the difference of the shares of voices in the last 90 days and in the 90 before within tickets and within
 * each question (Mantel & Haenszel 1959), so that a survey wave is no change. A voice is a customer, or one text of people who are not known, so
 * that ten thousand equal texts are one. Association is no cause.
 */
export const martTheme = model({
  name: "mart_theme",
  title: {en: "What customers speak of, one row per theme.", zh: "客户谈及的主题，每个主题一行。"},
  from: [intAsOf, intCustomerValue, intTheme, intVerbatim, intVerbatimTheme],
  grain: ["theme"],
  columns: z.strictObject({
    theme: c.id("Key of the theme.", "主题的键。", "public"),
    position: c.count("Order of the themes.", "主题次序。"),
    parent: c.id("The theme that it is a part of.", "上级主题。", "public").nullable(),
    label_en: c.text("Its name in English.", "英文名称。"),
    label_zh: c.text("Its name in Chinese.", "中文名称。"),
    is_discovered: c.flag("Found in the texts, not in the taxonomy.", "由文本发现，不在分类体系中。"),
    mentions: c.count("Verbatims that name it.", "提及条数。"),
    mentions_365d: c.count("Of them in the last 365 days.", "近 365 天提及条数。"),
    customers: c.count("Known customers who name it.", "提及的已识别客户数。"),
    judged_365d: c.count(
      "Of feedback of the last 365 days that names it, what can be judged; tickets are not.",
      "近 365 天提及且可判断情感的反馈条数（不含工单）。"
    ),
    negative_share: c.share("Of these, unfriendly.", "其中负面占比。").nullable(),
    mean_sentiment: c
      .share("Their mean sentiment, 0 unfriendly to 1 friendly.", "其平均情感，0 负面至 1 正面。")
      .nullable(),
    mean_score: c.number("Mean NPS answer, 0 to 10.", "平均 NPS 评分（0–10）。").nullable(),
    nps_answers: c.count("Last NPS answers of a voice that name it.", "提及该主题的最近 NPS 答卷数。"),
    detractors: c.count("Of them 0 to 6.", "其中贬损者。"),
    detraction_log_odds: c
      .number("Log odds ratio of a detractor, naming it against not.", "提及与未提及相比成为贬损者的对数几率比。")
      .nullable(),
    detraction_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
    detraction_high: c.number("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
    detraction_p_adjusted: c
      .share(
        "Two-sided chance of odds this far from even, adjusted for all themes tested (Holm); empty for discovered themes.",
        "几率比偏离 1 的双侧概率，经多重检验校正（Holm）；发现的主题为空。"
      )
      .nullable(),
    is_detracting: c
      .flag(
        "Clearly goes with detraction, all themes considered; empty for discovered themes.",
        "校正多重比较后仍与贬损显著相关；发现的主题为空。"
      )
      .nullable(),
    value_at_stake: c.money(
      "Net revenue of the last 365 days of detractors who name it.",
      "提及该主题的贬损者近 365 天净收入。"
    ),
    mentions_90d: c.count("Verbatims of the last 90 days that name it.", "近 90 天提及条数。"),
    mentions_previous_90d: c.count("Of the 90 days before.", "此前 90 天提及条数。"),
    change_share: c
      .number("Change of its share of voices within tickets and each question.", "同一来源与问卷内提及者占比的变化。")
      .nullable(),
    change_low: c.number("Lower end of its 95 % interval.", "95% 区间下限。").nullable(),
    change_high: c.number("Upper end of its 95 % interval.", "95% 区间上限。").nullable(),
    is_emerging: c.flag("Clearly named more than before, all themes considered.", "校正多重比较后显著上升。")
  }),
  procedure: {
    version: () => [2, countsSql],
    make: async ({warehouse, table}) => {
      const rows = await warehouse.rows<Counted>(countsSql);
      const measures = themeMeasures(
        rows.map((row) => ({
          strata: JSON.parse(row.strata ?? "[]") as Stratum[],
          isDiscovered: row.is_discovered,
          answers: [row.nps_answers, row.all_answers - row.nps_answers],
          detractors: [row.detractors, row.all_detractors - row.detractors]
        }))
      );
      const names = columnsOf(martTheme.columns).map(({name}) => name);
      const whole = rows.map((row, i) => ({...row, ...measures[i]!}) as Record<string, unknown>);
      const told = whole.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
      await createFromRows(martTheme, told as never, {warehouse, table});
    }
  }
});
