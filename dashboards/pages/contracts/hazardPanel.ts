import {
  empty,
  html,
  intervalTrack,
  panel,
  table,
  tooFew,
  trackScale,
  type Content,
  type Html
} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {levelName, referenceName, termName} from "./levelWords.ts";
import type {HazardRow, ModelRow} from "./rows.ts";
import {chanceWords} from "./words.ts";

/** The scale of ratios ends at a quarter and at four times. */
const widest = Math.log(4);

/** What goes with contracts that end sooner or later, as hazard ratios in plain words. */
export function hazardPanel(model: ModelRow, rows: readonly HazardRow[], c: Context): Html {
  const {t, f} = c;
  const title = t("What goes with ending sooner?", "哪些因素与更早终止相关？");
  const frame = {span: 7, id: "hazard", title} as const;
  if (model.state !== "fitted") return panel({...frame, body: noModel(model, c)});
  const fitted = rows.filter(({state}) => state === "fitted").toSorted((a, b) => a.position - b.position);
  const references = new Map(rows.flatMap((row) => (row.state === "reference" ? [[row.term, row] as const] : [])));
  const body = fitted.map((row): Content[] => {
    const reference = references.get(row.term);
    const isClear = row.low! > 1 || row.high! < 1;
    const tone = isClear ? (row.hazard_ratio! > 1 ? "bad" : "good") : undefined;
    const against = reference && t(`against ${referenceName(reference, c)}`, `对比 ${referenceName(reference, c)}`);
    return [
      html`${levelName(row, c)}${against && html`<br /><span class="muted">${against}</span>`}`,
      html`<b${tone && html` class="${tone}"`}>${timesWords(row.hazard_ratio!, c)}</b>`,
      html`<span class="nowrap">${f.number(row.low, 2)}–${f.number(row.high, 2)}</span>`,
      meaning(row, c),
      intervalTrack({
        value: Math.log(row.hazard_ratio!),
        low: Math.log(row.low!),
        high: Math.log(row.high!),
        target: 0,
        domain: [-widest, widest],
        tone: tone ?? "ctx"
      })
    ];
  });
  return panel({
    ...frame,
    sub: t(
      "How many times as fast such contracts end, all else in the table alike, with 95% interval; tick: no difference",
      "表中其他条件相同时终止速度的倍数，含 95% 区间；竖线为无差异"
    ),
    body: table({
      caption: title,
      columns: [
        t("Contracts", "合同"),
        {head: t("Speed", "速度"), right: true},
        {head: t("95% interval", "95% 区间"), right: true},
        t("Meaning", "含义"),
        {head: trackScale("¼×", "4×", t("Chart", "图")), width: "24%"}
      ],
      rows: body
    }),
    note: t(
      `Cox's proportional hazards over ${f.count(model.contracts)} contracts, ${f.count(model.ended)} of them ended, and what was known when they began. An association, not an effect.`,
      `Cox 比例风险模型：${f.count(model.contracts)} 份合同，其中 ${f.count(model.ended)} 份已终止，仅用开始时已知的信息。这是关联而非因果。`
    )
  });
}

const timesWords = (ratio: number, {f}: Context) => `${f.number(ratio, ratio < 10 ? 2 : 0)}×`;

/** What a ratio means, named only where its interval leaves 1 out. */
function meaning({hazard_ratio: ratio, low, high, p_value: p}: HazardRow, c: Context): Content {
  const {t} = c;
  const chance = html`<br /><span class="muted nowrap">${chanceWords(p!, c)}</span>`;
  if (low! <= 1 && high! >= 1)
    return html`<span class="muted">${t("no clear difference", "无显著差异")}</span>${chance}`;
  return html`${ratio! > 1 ? t("ends sooner", "更早终止") : t("lasts longer", "更持久")}${chance}`;
}

function noModel({state, ended}: ModelRow, c: Context): Html {
  const {t, f} = c;
  if (state === "not_converged")
    return empty({
      title: t("The model did not settle", "模型未收敛"),
      text: t("The curves and tests above hold without it.", "以上曲线与检验不受影响。")
    });
  if (state === "no_terms")
    return empty({
      title: t("Contracts do not differ in anything told", "合同间没有可用的差异信息"),
      text: t(
        "Map plan or recurring_amount in the subscriptions, or acquisition_channel or country in an export of customers, then run perennial run.",
        "请在订阅中映射 plan 或 recurring_amount，或在客户导出中映射 acquisition_channel 或 country，再运行 perennial run。"
      )
    });
  return tooFew({
    title: t("Too few contracts have ended", "终止的合同过少"),
    text: t(
      `A ratio needs ten ends; ${f.count(ended)} contracts have ended so far.`,
      `每个比值至少需要 10 次终止；目前共 ${f.count(ended)} 次。`
    )
  });
}

/** Terms that have no ratio, with the reason. */
export function missingTerms(rows: readonly HazardRow[], c: Context): string[] {
  const {t} = c;
  const reasons: Partial<Record<HazardRow["state"], string>> = {
    one_value: t("the same for all", "全部相同"),
    collinear: t("follows from the others", "可由其他因素推出"),
    separated: t(
      "separates the ended from the rest, so that no finite ratio exists",
      "完全区分已终止与否，不存在有限比值"
    ),
    too_few: t("too few ended", "终止过少")
  };
  const terms = [...new Set(rows.map(({term}) => term))];
  return terms.flatMap((term) => {
    const own = rows.filter((row) => row.term === term);
    if (own.some(({state}) => state === "fitted"))
      return own.flatMap((row) =>
        reasons[row.state]
          ? [
              `${termName(term, c)}${t(": ", "：")}${levelName(row, c)}${t(` (${reasons[row.state]})`, `（${reasons[row.state]}）`)}`
            ]
          : []
      );
    const state = own.find((row) => reasons[row.state])?.state;
    return state ? [`${termName(term, c)}${t(` (${reasons[state]})`, `（${reasons[state]}）`)}`] : [];
  });
}
