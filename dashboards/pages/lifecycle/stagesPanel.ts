import {facts, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {MonthRow, Stage} from "./rows.ts";
import {ordered, originName} from "./stageTones.ts";

/** What each stage means with today's thresholds. */
export function stagesPanel(rows: readonly MonthRow[], c: Context): Html {
  const {t, f} = c;
  const last = Math.max(...rows.map(({month_on}) => +month_on));
  const of = (stage: Stage) => rows.find((row) => +row.month_on === last && row.stage === stage)!;
  const days = (stage: Stage) => f.days(of(stage).after_days);
  const loyal = f.count(of("loyal").from_purchase_days);
  const words: Record<Stage, string> = {
    loyal: t(`in rhythm, from ${loyal} purchase days`, `按节奏购买，不少于 ${loyal} 个购买日`),
    active: t("in rhythm, bought more than once", "按节奏购买，不止一次"),
    reactivated: t(
      `in rhythm, the last gap longer than ${days("dormant")}`,
      `按节奏购买，上一次间隔超过 ${days("dormant")}`
    ),
    new: t("in rhythm, one purchase day", "按节奏购买，仅一个购买日"),
    slipping: t(`no order for more than ${days("slipping")}`, `超过 ${days("slipping")}未下单`),
    dormant: t(`no order for more than ${days("dormant")}`, `超过 ${days("dormant")}未下单`),
    lost: t(`no order for more than ${days("lost")}`, `超过 ${days("lost")}未下单`),
    prospect: t("known, no order", "已记录，未下单")
  };
  return panel({
    span: 6,
    id: "stages",
    title: t("What is each stage?", "各阶段是什么？"),
    sub: t(
      "The first that holds from the longest silence up; in rhythm: silent for less than slipping",
      "自最长沉默起取首个符合者；按节奏：沉默未达渐冷"
    ),
    body: facts(
      ordered.map((stage) => [originName(stage, c), words[stage]]),
      {left: true}
    ),
    note: t(
      "Days come from this company's own gaps between purchases, as known by each month's end, unless the configuration sets them. Refunds count from the day of their order.",
      "天数来自本公司自身的购买间隔，按各月末当时所知；配置另有设定者除外。退款自订单日起计。"
    )
  });
}
