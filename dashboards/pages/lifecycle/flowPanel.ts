import {key, panel, sankey, tooFew, type Html, type SankeyFlow, type SankeyState} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {periodWords} from "./periodWords.ts";
import type {Period} from "./periods.ts";
import {buyers, ordered, originName, toneOf} from "./stageTones.ts";

/** Flows under this share of the customers are not drawn. */
const folded = 0.01;

/** The left state of those without an order before. */
const first = "first";

interface Flows {
  left: SankeyState[];
  right: SankeyState[];
  links: SankeyFlow[];
  /** Customers of flows too thin to be drawn, and those withheld are not among them. */
  thin: number;
  customers: number;
}

/** Customers with an order on the second day: where they were, where they are. */
function flowsOf(period: Period, locale: Locale): Flows {
  const {t, f} = locale;
  const rowOf = (from: string) => period.rows.find((row) => row.from === from);
  const cell = (from: string, to: (typeof buyers)[number]) => rowOf(from)?.cells[ordered.indexOf(to)] ?? 0;
  const before = ["prospect", "not_known", "no_order"];
  const came = (to: (typeof buyers)[number]) => before.reduce((sum, from) => sum + cell(from, to), 0);
  const label = (name: string, n: number | null) => `${name} ${n === null ? f.missing : f.count(n)}`;
  const right = buyers.map((stage): SankeyState => {
    const total = period.totals[ordered.indexOf(stage)] ?? null;
    return {id: stage, value: total ?? 0, label: label(originName(stage, locale), total), tone: toneOf[stage]};
  });
  const newcomers = buyers.reduce((sum, stage) => sum + came(stage), 0);
  const isWhole = period.rows.every(
    ({from, cells}) => !before.includes(from) || !cells.slice(0, buyers.length).includes(null)
  );
  const name = t("First order", "首次下单");
  const left = buyers.flatMap((stage): SankeyState[] => {
    const total = rowOf(stage) ? rowOf(stage)!.total : 0;
    const state: SankeyState = {
      id: stage,
      value: total ?? buyers.reduce((sum, to) => sum + cell(stage, to), 0),
      label: label(originName(stage, locale), total),
      tone: toneOf[stage]
    };
    return stage === "new"
      ? [state, {id: first, value: newcomers, label: label(name, isWhole ? newcomers : null), tone: "ink"}]
      : [state];
  });
  const customers = right.reduce((sum, {value}) => sum + value, 0);
  const all = [...buyers, first].flatMap((source) =>
    buyers.map((target) => ({source, target, value: source === first ? came(target) : cell(source, target)}))
  );
  const titleOf = (source: string, target: (typeof buyers)[number], n: number) => {
    const [from, to] = [source === first ? name : originName(source as never, locale), originName(target, locale)];
    return source === target
      ? t(`${to}, stayed: ${f.count(n)}`, `${to}，未变：${f.count(n)}`)
      : `${from} → ${to}: ${f.count(n)}`;
  };
  const drawn = all.filter(({value}) => value > 0 && value >= folded * customers);
  return {
    left,
    right,
    links: drawn.map((link) => ({...link, title: titleOf(link.source, link.target, link.value)})),
    thin: all.reduce((sum, {value}) => sum + value, 0) - drawn.reduce((sum, {value}) => sum + value, 0),
    customers
  };
}

/** Who went from which stage to which, drawn. */
export function flowPanel(period: Period, locale: Locale): Html {
  const {t, f} = locale;
  const {left, right, links, thin, customers} = flowsOf(period, locale);
  const frame = {span: 8, id: "flows", title: t("Who moved where?", "谁流向了哪里？")} as const;
  const moved = links.filter(({source, target}) => source !== target);
  if (!links.length)
    return panel({
      ...frame,
      body: tooFew({
        title: t("Too few customers to draw", "客户过少，无法绘制"),
        text: t("Every flow is withheld or empty.", "各流向均不显示或为空。")
      })
    });
  const largest = moved.toSorted((a, b) => b.value - a.value)[0];
  return panel({
    ...frame,
    sub: t(
      `Customers with an order by stage, ${periodWords(period, locale)}, n ${f.count(customers)}`,
      `有订单的客户按阶段，${periodWords(period, locale)}，n ${f.count(customers)}`
    ),
    body: sankey({
      label: largest
        ? t(
            `Movement between stages; the largest: ${largest.title}. The table below has all numbers.`,
            `阶段之间的流动，最大者：${largest.title}。全部数字见下表。`
          )
        : t("Nobody moved between stages.", "没有客户变更阶段。"),
      left,
      right,
      links
    }),
    note: [
      key("pale", t("stayed", "未变"), "ctx"),
      t("Other bands take the tone of the stage they lead to.", "其他流带取所至阶段的颜色。"),
      thin > 0 &&
        t(
          ` Not drawn: ${f.count(thin)} customers in flows under 1%.`,
          ` 未绘制：占比低于 1% 的流向共 ${f.count(thin)} 位客户。`
        ),
      !period.settled &&
        t(
          " The first day has a short history: its thresholds rest on short gaps.",
          " 起始日的历史较短：其阈值来自偏短的间隔。"
        )
    ]
  });
}
