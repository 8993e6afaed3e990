import {empty, facts, panel, type Content, type Html} from "../../../components/index.ts";
import type {Locale} from "../../../format/locale.ts";
import {aheadWords} from "../../value/aheadWords.ts";
import {modelWords} from "../../value/modelWords.ts";
import type {View} from "./view.ts";

/** What the customer is expected to buy and to bring, with intervals, and whether they are still a customer. */
export function valuePanel({profile: p}: View, c: Locale): Html {
  const {t, f} = c;
  const title = t("What will they spend?", "未来会花多少？");
  if (p.expectedDays === null || p.valueHorizonDays === null) {
    const text =
      p.orders === 0
        ? t("It is foretold from the first order on.", "首单之后方可预测。")
        : t("No purchase model could be fitted to the customers.", "未能对客户拟合出购买模型。");
    return panel({title, body: empty({title: t("Nothing foretold", "暂无预测"), text})});
  }
  const ahead = aheadWords(p.valueHorizonDays, c);
  const within = (value: string, range: string): string =>
    range === f.missing ? value : t(`${value} (95% interval ${range})`, `${value}（95% 区间 ${range}）`);
  const rows: [string, Content][] = [
    [
      t("Lifetime value", "客户价值"),
      p.clv === null
        ? t("not known: no spend to learn from", "未知：无可供学习的金额")
        : within(f.moneyExact(p.clv, 2), f.moneyRange(p.clvLow, p.clvHigh))
    ],
    [
      t("Purchases", "购买次数"),
      within(f.number(p.expectedDays, 1), f.range(p.expectedDaysLow, p.expectedDaysHigh, 1))
    ],
    ...(p.expectedSpend === null
      ? []
      : [[t("Each brings", "每次金额"), f.moneyExact(p.expectedSpend, 2)] as [string, Content]]),
    [
      t("Still a customer", "仍是客户"),
      p.aliveShare === null
        ? t("the model does not say after one purchase", "仅一次购买时模型未给出")
        : f.share(p.aliveShare, 0)
    ],
    ...(p.valueTenth === null
      ? []
      : [
          [
            t("Among all customers", "在全体客户中"),
            p.valueTenth === 1
              ? t("in the highest tenth", "居最高十分之一")
              : t(`in tenth ${p.valueTenth} of 10`, `居第 ${p.valueTenth} 份（共 10 份）`)
          ] as [string, Content]
        ])
  ];
  const rests =
    p.repeatDays === 0
      ? t(
          " One purchase day says little: it rests on customers like this one.",
          "仅一个购买日所知甚少，主要依据同类客户。"
        )
      : "";
  return panel({
    title,
    sub: t(`Expected in the next ${ahead}, in today's money`, `未来 ${ahead}的预期，折为现值`),
    body: facts(rows),
    note: t(
      `By ${p.valueModel && modelWords(p.valueModel, c)} from how often and how long ago they bought. The interval is that of the expectation; one customer varies more.${rests}`,
      `由 ${p.valueModel && modelWords(p.valueModel, c)} 依购买频率与距今时间得出。区间为期望值的区间；单个客户波动更大。${rests}`
    )
  });
}
