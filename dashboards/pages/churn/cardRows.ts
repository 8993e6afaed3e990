import type {Locale} from "../../format/locale.ts";
import {isWithheld} from "../../withheld.ts";
import {choiceWords} from "./choiceWords.ts";
import type {Evidence} from "./evidence.ts";
import {horizonWords} from "./horizonWords.ts";
import {methodInSentence} from "./methodWords.ts";
import type {ChurnData} from "./churnData.ts";
import type {StateRow} from "./rows.ts";

export type CardRow = readonly [term: string, text: string];

/** The model card in words: what is foretold, from what, how it was tested, where it is weak and when not to use it. */
export function cardRows(data: ChurnData, evidence: Evidence | null, minCell: number, locale: Locale): CardRow[] {
  const {t, f} = locale;
  const state = data.state!;
  const horizon = horizonWords(state.horizon_days, locale);
  const days = f.days(state.horizon_days);
  return [
    [
      t("Foretells", "预测什么"),
      t(
        `whether a customer places no order within ${horizon} (${days}) after a month end: that is what “left” means here`,
        `客户在月末之后 ${horizon}（${days}）内是否不再下单，即此处所说的“流失”`
      )
    ],
    [t("Ranks the list", "名单依据"), choiceWords(state, locale)],
    [t("Trained on", "训练数据"), trained(state, minCell, locale)],
    [t("Tested on", "检验数据"), tested(evidence, state, locale)],
    [
      t("Method", "方法"),
      state.uses === "model" || evidence
        ? t(
            `a logistic regression and boosted trees are trained on past month ends; the one that erred less on later ones would rank${evidence ? `: ${methodInSentence(evidence.ours.method, locale)}` : ""}`,
            `以过去月末训练逻辑回归与提升树，取在之后月末误差较小者${evidence ? `：${methodInSentence(evidence.ours.method, locale)}` : ""}`
          )
        : t("warning rules alone, set in the configuration", "仅用配置中的预警规则")
    ],
    [
      t("Looks at", "使用的信息"),
      t(
        "silence, rhythm, number, value and trend of orders, refunds, tickets, ratings, campaign response, points, time of year, and P(alive) of a purchase model: all as known on the day",
        "沉默、节奏、订单数、金额与趋势、退款、工单、评分、营销响应、积分、季节，以及购买模型的 P(活跃)：均只用当日已知信息"
      )
    ],
    [
      t("Does not look at", "不使用的信息"),
      t(
        "name, contact, address, country, gender, age, or anything else about the person",
        "姓名、联系方式、地址、国家、性别、年龄，或任何其他个人属性"
      )
    ],
    [
      t("Value at risk", "风险价值"),
      t(
        `risk × expected revenue, which is net revenue of the last 365 days × ${f.count(state.horizon_days)} ÷ 365`,
        `风险 × 预期收入；预期收入 = 近 365 天净收入 × ${f.count(state.horizon_days)} ÷ 365`
      )
    ],
    [
      t("Reasons", "原因"),
      t(
        "what adds to this customer’s risk against the mean of all, greatest first; associations, not causes",
        "相对全体平均，推高该客户风险的因素，由大到小；为关联而非因果"
      )
    ],
    [
      t("Intervals", "区间"),
      t(
        "95%. Of a risk: how many of those with a like risk did leave; the doubt about the one customer is that of a coin with this chance",
        "95%。风险区间为同等风险者的实际流失比例；单个客户的结果仍如按此概率抛硬币"
      )
    ],
    [t("Weak for", "薄弱处"), weak(state, locale)],
    [
      t("Not to be used", "不应用于"),
      t(
        "to refuse service, credit or prices to a person; to judge whether a call helps, which only a test with a control group tells; after a change of prices, range or season that no past month has seen",
        "拒绝服务、授信或差别定价；判断联系是否有效（须有对照组试验）；价格、品类或季节发生过去月份未见的变化之后"
      )
    ]
  ];
}

function trained(state: StateRow, minCell: number, {t, f}: Locale): string {
  const {trained_rows: rows, trained_churned: churned} = state;
  if (rows === null || rows === 0 || isWithheld(rows, minCell)) return t("nothing yet", "尚无");
  const share =
    churned === null ? "" : t(`, ${f.share(churned / rows)} of them left`, `，其中流失 ${f.share(churned / rows)}`);
  const between = t(
    `month ends ${f.date(state.trained_from_on)} to ${f.date(state.trained_to_on)}`,
    `${f.date(state.trained_from_on)}至${f.date(state.trained_to_on)}的月末`
  );
  return t(`${f.count(rows)} customer-months: ${between}${share}`, `${f.count(rows)} 个客户月：${between}${share}`);
}

function tested(evidence: Evidence | null, state: StateRow, {t, f}: Locale): string {
  if (!evidence) return t("nothing yet: no later month end is known", "尚无：没有已知结果的后续月末");
  const {ours} = evidence;
  return t(
    `${f.count(ours.customers)} customer-months of ${f.count(ours.snapshots)} later month ends, ${f.date(state.first_tested_on)} to ${f.date(state.last_tested_on)}, split by time and never at random; each was foretold by a model that had seen only what was over by its day`,
    `之后 ${f.count(ours.snapshots)} 个月末（${f.date(state.first_tested_on)}至${f.date(state.last_tested_on)}）的 ${f.count(ours.customers)} 个客户月，按时间划分而非随机；每次预测的模型只见过当日之前已结束的数据`
  );
}

function weak({one_time_share: once}: StateRow, {t, f}: Locale): string {
  const one =
    once === null
      ? t(
          "customers who bought on one day alone, who have no rhythm of their own",
          "仅在一天购买过的客户：没有自身节奏"
        )
      : t(
          `customers who bought on one day alone (${f.share(once)} of all), who have no rhythm of their own`,
          `仅在一天购买过的客户（占 ${f.share(once)}）：没有自身节奏`
        );
  return t(
    `${one}; new customers; kinds of customers that were rare in the past`,
    `${one}；新客户；过去少见的客户类型`
  );
}
