import {empty, panel, table, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {SharedRow} from "./rows.ts";
import {partName} from "./words.ts";

/** How many rows the page shows. */
const SHOWN = 8;

/** Values that too many records hold; the value itself is personal and is not here. */
export function sharedPanel(rows: readonly SharedRow[], c: Context): Html {
  const {t, f, lang} = c;
  const title = t("Which values tie too many records?", "哪些值关联了过多记录？");
  if (!rows.length)
    return panel({
      id: "shared",
      title,
      body: empty({
        title: t("None", "没有"),
        text: t(
          "No e-mail, telephone or registration number is on more records than one customer could have.",
          "没有邮箱、电话或登记号出现在过多记录上。"
        )
      })
    });
  const fields = rows.filter(({place}) => place === 1);
  const values = fields.reduce((sum, row) => sum + row.field_values, 0);
  const perField = fields
    .map((row) =>
      t(
        `${partName(row.field, lang)} ${f.count(row.field_values)}`,
        `${partName(row.field, lang)} ${f.count(row.field_values)} 个`
      )
    )
    .join(t(", ", "、"));
  const shown = rows.toSorted((a, b) => b.records - a.records || a.place - b.place).slice(0, SHOWN);
  return panel({
    id: "shared",
    title,
    sub: t(
      `${f.count(values)} ${values === 1 ? "value ties" : "values tie"} no records, because too many hold ${values === 1 ? "it" : "them"}: ${perField}`,
      `${f.count(values)} 个值因出现过多而不用于归并：${perField}`
    ),
    body: table({
      id: "shared-table",
      caption: t("Values that are not used", "不予采用的值"),
      columns: [
        t("Field", "字段"),
        {head: t("Records", "记录"), right: true, sort: "descending"},
        {head: t("Names on them", "不同姓名"), right: true},
        t("Why", "原因")
      ],
      rows: shown.map((row) => [
        partName(row.field, lang),
        f.count(row.records),
        f.count(row.names),
        reasonName(row, c)
      ])
    }),
    note: t(
      `${shown.length < values ? `The ${f.count(shown.length)} on most records. ` : ""}A value is personal and is not shown here; int_identity_shared holds it.`,
      `${shown.length < values ? `所列为记录最多的 ${f.count(shown.length)} 个。` : ""}具体的值属个人信息，此处不显示，见 int_identity_shared。`
    )
  });
}

/** Who excluded it, and what gave it away. */
const reasonName = ({reason, names}: SharedRow, {t}: Context): string =>
  reason === "configured"
    ? t("configured", "配置中排除")
    : names > 1
      ? t("too many names", "姓名过多")
      : t("too many records", "记录过多");
