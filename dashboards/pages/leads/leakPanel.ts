import {panel, table, tooFew, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {fieldName} from "./leadWords.ts";
import type {LeakRow} from "./leadsData.ts";

/** Which fields give the outcome away, with the numbers that say so. */
export function leakPanel(rows: readonly LeakRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const told = rows.filter((row) => row.finding !== "empty");
  const refused = told.filter((row) => row.is_refused);
  const order = [...refused, ...told.filter((row) => !row.is_refused)];
  const {converted = 0, others = 0} = rows[0] ?? {};
  const few = isWithheld(converted, minCell) || isWithheld(others, minCell);
  const verdict = (row: LeakRow) =>
    ({
      outcome: t("refused: the conversion writes it", "禁用：由转换写入"),
      filled_after: t("refused: filled once a lead has converted", "禁用：转换后才填写"),
      filled_lost: t("refused: filled once a lead is given up", "禁用：丢失后才填写"),
      tells_alone: t("refused: alone it tells nearly all", "禁用：单独即可判断结果"),
      too_few: t("too few leads to tell", "线索过少，无法判断"),
      empty: "",
      none: t("no sign of it", "未发现泄露")
    })[row.finding];
  return panel({
    id: "leaks",
    span: 6,
    title: t("Does a field give the outcome away?", "字段是否泄露结果？"),
    sub: t(
      "How often a field is filled where leads converted and elsewhere, and how well it tells them apart alone (AUC; 0.50 is chance)",
      "字段在已转换与其余线索中的填写率，及其单独的区分能力（AUC，0.50 为随机）"
    ),
    body: order.length
      ? table({
          caption: t("Fields and what they give away", "字段泄露检查"),
          columns: [
            t("Field", "字段"),
            {head: t("Converted", "已转换"), right: true},
            {head: t("Others", "其余"), right: true},
            {head: "AUC", right: true},
            t("Finding", "结论")
          ],
          rows: order.map((row) => [
            fieldName(row.field, t),
            few || row.converted_share === null ? f.missing : f.share(row.converted_share, 0),
            few || row.others_share === null ? f.missing : f.share(row.others_share, 0),
            few || row.auc === null ? f.missing : f.number(Math.max(0.5, row.auc), 2),
            verdict(row)
          ])
        })
      : tooFew({title: t("No lead is old enough to tell", "尚无足够久的线索可供检查")}),
    note: t(
      "Exports keep only a lead's latest state: a field that is written with the outcome would foretell what had already come.",
      "导出只保留线索的最新状态：随结果写入的字段会“预测”已经发生的事。"
    )
  });
}
