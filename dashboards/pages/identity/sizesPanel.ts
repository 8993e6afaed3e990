import {barRows, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {SizeRow} from "./rows.ts";

/** From here on sizes are one row. */
const MANY = 10;

/** How many customers have one, two, three records, both parties together. */
export function sizesPanel(rows: readonly SizeRow[], c: Context): Html {
  const {t, f} = c;
  const bySize = new Map<number, number>();
  for (const {records, customers} of rows) {
    const size = Math.min(records, MANY);
    bySize.set(size, (bySize.get(size) ?? 0) + customers);
  }
  const customers = rows.reduce((sum, row) => sum + row.customers, 0);
  const records = rows.reduce((sum, row) => sum + row.customers * row.records, 0);
  const name = (size: number) =>
    size === MANY
      ? t(`${MANY} and more`, `${MANY} 条及以上`)
      : t(`${size} ${size === 1 ? "record" : "records"}`, `${size} 条记录`);
  return panel({
    id: "sizes",
    title: t("How many records is a customer?", "一位客户有几条记录？"),
    sub: t(
      `${f.count(customers)} customers by their number of records, ${f.count(records)} in all`,
      `${f.count(customers)} 位客户按记录数分布，共 ${f.count(records)} 条`
    ),
    body: barRows({
      label: t("Customers by number of records", "按记录数统计的客户"),
      rows: [...bySize]
        .toSorted(([a], [b]) => a - b)
        .map(([size, n]) => ({
          name: name(size),
          to: n,
          text: `${f.count(n)} · ${f.share(n / customers)}`
        })),
      thin: true
    })
  });
}
