import {panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {FaultRow} from "./rows.ts";
import {LONGEST} from "./shown.ts";
import {faultWords} from "./words.ts";

/** What was wrong with lists, and what was done about it. */
export function faultPanel(faults: readonly FaultRow[], c: Context): Html | false {
  const {t, f, minCell} = c;
  if (!faults.length) return false;
  const rows = faults.toSorted((a, b) => +(b.started_on ?? 0) - +(a.started_on ?? 0) || b.found - a.found);
  return panel({
    id: "faults",
    title: t("What was wrong with the lists?", "名单有哪些问题？"),
    sub: t("Customers or rows found, and what was done with them", "涉及的客户或记录，及处理方式"),
    body: table({
      caption: t("Faults in lists", "名单问题"),
      columns: [
        t("Campaign", "活动"),
        t("Found", "问题"),
        {head: t("How many", "数量"), right: true},
        {head: t("Of", "总数"), right: true},
        t("Done", "处理")
      ],
      rows: rows.slice(0, LONGEST).map((row): Content[] => {
        const [name, done] = faultWords(row.fault, c);
        const unit = row.unit === "customers" ? t("customers", "客户") : t("rows", "行");
        return [
          row.campaign,
          name,
          row.unit === "customers" && isWithheld(row.found, minCell)
            ? t(`fewer than ${minCell}`, `少于 ${minCell}`)
            : f.count(row.found),
          `${f.count(row.of_all)} ${unit}`,
          done
        ];
      })
    }),
    note:
      rows.length > LONGEST &&
      t(
        `The newest ${f.count(LONGEST)} of ${f.count(rows.length)}.`,
        `共 ${f.count(rows.length)} 条，仅示最近 ${f.count(LONGEST)} 条。`
      )
  });
}
