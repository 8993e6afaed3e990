import {calibration, html, panel, table, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {choiceWords, methodName} from "./leadWords.ts";
import type {CalibrationRow, MethodRow, SummaryRow} from "./leadsData.ts";

/** How well each method foretold later leads, beside the rates that it must beat, and whether its chances can be taken at their word. */
export function trustPanel(
  methods: readonly MethodRow[],
  bins: readonly CalibrationRow[],
  summary: SummaryRow,
  c: Context
): Html {
  const {t, f, minCell} = c;
  const all = (["trees", "logistic", "source", "base"] as const).flatMap((method) =>
    methods.filter((row) => row.method === method && row.moment === "all")
  );
  const best =
    summary.method ??
    all.filter(({method}) => method !== "source" && method !== "base").toSorted((a, b) => a.brier - b.brier)[0]?.method;
  const tested = summary.tested_leads > 0 && !isWithheld(summary.tested_leads, minCell);
  const name = (row: MethodRow) => {
    const text = methodName(row.method, t);
    return row.is_used ? html`<b>${text}</b>` : text;
  };
  return panel({
    id: "trust",
    span: 6,
    title: t("Can the chances be trusted?", "这些概率可信吗？"),
    sub: tested
      ? t(
          `${f.count(summary.tested_leads)} leads of ${f.date(summary.tested_from_at)} to ${f.date(summary.tested_to_at)}, each foretold by what was known before`,
          `${f.date(summary.tested_from_at)} 至 ${f.date(summary.tested_to_at)} 的 ${f.count(summary.tested_leads)} 条线索，均以此前已知信息预测`
        )
      : t("Tested on leads that came after those learnt from", "以训练之后的线索检验"),
    body: tested
      ? html`${table({
            caption: t("Methods on later leads", "各方法在之后线索上的效果"),
            columns: [
              t("Method", "方法"),
              {head: "AUC", right: true},
              {head: t("95% interval", "95% 区间"), right: true},
              {head: "Brier", right: true},
              {head: t("Log loss", "对数损失"), right: true},
              {head: t("Lift, top tenth", "首个十分位提升"), right: true}
            ],
            rows: all.map((row) => [
              name(row),
              row.method === "base" ? f.missing : f.number(row.auc, 3),
              row.method === "base" || row.auc_low === null || row.auc_high === null
                ? f.missing
                : `${f.number(row.auc_low, 3)}–${f.number(row.auc_high, 3)}`,
              f.number(row.brier, 3),
              f.number(row.log_loss, 3),
              row.method === "base" || row.lift_top_tenth === null ? f.missing : `× ${f.number(row.lift_top_tenth, 2)}`
            ])
          })}
          <h3>${t("When it says 40%, do 40% convert?", "说 40% 时，真有 40% 转换吗？")}</h3>
          ${calibration(
            {
              label: t("Foretold and observed conversion", "预测与实际转换率"),
              bins: bins
                .filter((row) => row.method === best && !isWithheld(row.leads, minCell))
                .toSorted((a, b) => a.chance_tenth - b.chance_tenth)
                .map((row) => ({
                  predicted: row.foretold_share,
                  observed: row.observed_share,
                  low: row.observed_low,
                  high: row.observed_high,
                  n: row.leads
                }))
            },
            c
          )}`
      : tooFew({title: t("Not tested", "尚未检验"), text: choiceWords(summary, minCell, c)}),
    note:
      tested &&
      t(
        `AUC: who converts stands above who does not, 0.5 is chance. Brier and log loss: errors, lower is better. A model is used only where it beats the rate of the source. ${choiceWords(summary, minCell, c)}`,
        `AUC：转换者排在未转换者之前，0.5 为随机；Brier 与对数损失为误差，越低越好。仅当优于来源转换率时才使用模型。${choiceWords(summary, minCell, c)}`
      )
  });
}
