import {facts, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {horizonWords} from "../churn/horizonWords.ts";
import {choiceWords, fieldName} from "./leadWords.ts";
import type {LeakRow, SummaryRow} from "./leadsData.ts";

/** The model card: what is foretold, from what, how it was tested, where it is weak and when not to use it. */
export function cardPanel(summary: SummaryRow, leaks: readonly LeakRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const horizon = horizonWords(summary.horizon_days, c);
  const refused = leaks
    .filter((row) => row.is_refused && row.finding !== "outcome")
    .map((row) => fieldName(row.field, t));
  const rows: [string, string][] = [
    [
      t("Foretells", "预测什么"),
      t(
        `whether an open lead converts within ${horizon} from now; the horizon is the time within which nine of ten conversions came`,
        `跟进中线索未来 ${horizon}内是否转换；观察期为九成转换所用的时间`
      )
    ],
    [t("Ranks the list", "名单依据"), choiceWords(summary, minCell, c)],
    [
      t("Trained on", "训练数据"),
      summary.trained_rows
        ? t(
            `${f.count(summary.closed_leads)} leads older than the horizon, each as it stood on arrival and 1, 4, 13, 26 weeks later while it had not converted: ${f.count(summary.trained_rows)} rows`,
            `超过观察期的 ${f.count(summary.closed_leads)} 条线索，取其创建时及 1、4、13、26 周后尚未转换时的状态，共 ${f.count(summary.trained_rows)} 行`
          )
        : t("nothing: see above", "无：见上")
    ],
    [
      t("Tested on", "检验数据"),
      t(
        "later quarters, each foretold by what was learnt from leads whose horizon was over as it began; younger leads can still convert and are not counted",
        "之后的各季度，均以季初观察期已结束的线索训练；更新的线索仍可能转换，不计入"
      )
    ],
    [
      t("Looks at", "使用的信息"),
      t(
        "age, conversion of earlier leads of the same source, place, company, job level, product and campaign, contact data given, hour and weekday, contacts so far, messages, visits and orders with the same address, load of the owner: all as known on the day",
        "线索时长，同来源、地区、公司、职级、产品与活动的历史转换率，所留联系方式，创建时刻，跟进次数，同邮箱的触达、访问与订单，负责人负荷：均只用当日已知信息"
      )
    ],
    [
      t("Does not look at", "不使用的信息"),
      [
        t("name, address, the owner as a person, the lead's state", "姓名、地址、负责人本人、线索状态"),
        ...(refused.length
          ? [t(`refused as leaks: ${refused.join(", ")}`, `因泄露结果而禁用：${refused.join("、")}`)]
          : [])
      ].join(t("; ", "；"))
    ],
    [
      t("Weak where", "薄弱之处"),
      t(
        "a lead's attributes are those of its latest export; losses have no day, so past leads include those given up since, and the chance of those still open is rather understated; leads that convert within hours are never on the list",
        "线索属性取自最近一次导出；丢失没有日期，历史线索中含后来放弃者，仍在跟进者的概率略被低估；数小时内转换者不会出现在名单上"
      )
    ],
    [
      t("Do not use", "不应用于"),
      t("to judge the people who follow leads up, or to leave a lead unanswered", "评价跟进人员，或据此不回复线索")
    ]
  ];
  return panel({
    id: "card",
    title: t("What is this chance, and when should it not be used?", "这一概率是什么，何时不应使用？"),
    sub: t(`Model card, written with the build as of ${f.date(c.asOf)}`, `模型卡，随 ${f.date(c.asOf)} 的构建生成`),
    body: facts(rows, {left: true})
  });
}
