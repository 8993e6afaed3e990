import {html, panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {FaultRow} from "./rows.ts";
import {LONGEST} from "./shown.ts";
import {faultWords} from "./words.ts";

/**
 * What was wrong with lists, and what was done about it. A campaign of which a fault has too few customers keeps the sum of its customers to itself: less both
 * arms, which stand on the page, it would be that number.
 */
export function faultPanel(faults: readonly FaultRow[], c: Context): Html | false {
  const {t, f, minCell} = c;
  if (!faults.length) return false;
  const rows = faults.toSorted((a, b) => +(b.started_on ?? 0) - +(a.started_on ?? 0) || b.found - a.found);
  const isFew = (row: FaultRow) => row.unit === "customers" && isWithheld(row.found, minCell);
  const hidden = new Set(rows.filter(isFew).map((row) => row.campaign_id));
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
          isFew(row) ? t(`fewer than ${minCell}`, `少于 ${minCell}`) : f.count(row.found),
          row.unit === "customers" && hidden.has(row.campaign_id)
            ? html`<span class="muted">${t("withheld", "不予显示")}</span>`
            : `${f.count(row.of_all)} ${unit}`,
          done
        ];
      })
    }),
    note: [
      rows.length > LONGEST &&
        t(
          `The newest ${f.count(LONGEST)} of ${f.count(rows.length)}. `,
          `共 ${f.count(rows.length)} 条，仅示最近 ${f.count(LONGEST)} 条。`
        ),
      rows.slice(0, LONGEST).some(isFew) &&
        t(
          "Withheld: of how many, where the sizes of the arms would give away fewer than that.",
          "不予显示：与两组人数相减可推算出过少人数的总数。"
        )
    ]
  });
}
