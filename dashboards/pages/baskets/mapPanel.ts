import {html, panel, tileTable, tooFew, type Html, type Tile} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import type {PairRow} from "./rows.ts";

/** Products on either side of the map. */
const SHOWN = 8;
/** Lift from which on a cell is in the next step. */
const breaks = [0.5, 1, 1.5, 2, 3, 5, 8, 12];

/** The products of the strongest pairs against each other: how many times as often as chance two of them are in one basket. */
export function mapPanel(pairs: readonly PairRow[], c: Context): Html | false {
  const {t, f, minCell} = c;
  if (!pairs.length) return false;
  const frame = {
    span: 7,
    id: "map",
    title: t("How do the best-paired products go together?", "主要商品如何搭配？")
  } as const;
  const names = new Map<string, string>();
  for (const row of pairs.filter(({customers}) => !isWithheld(customers, minCell))) {
    for (const [id, name] of [
      [row.one_id, row.one_name],
      [row.other_id, row.other_name]
    ] as const)
      if (names.size < SHOWN) names.set(id, name);
  }
  if (names.size < 3)
    return panel({
      ...frame,
      body: tooFew({
        title: t("Fewer than three products", "不足三种商品"),
        text: t(
          "A map needs three products in frequent pairs; the table says it all.",
          "至少需要三种成对商品；请见表格。"
        )
      })
    });
  const of = new Map(
    pairs.flatMap(
      (row) =>
        [
          [`${row.one_id} ${row.other_id}`, row],
          [`${row.other_id} ${row.one_id}`, row]
        ] as const
    )
  );
  const items = [...names];
  const cell = (a: string, b: string): Tile | "withheld" | null => {
    const row = a === b ? undefined : of.get(`${a} ${b}`);
    if (!row) return null;
    if (isWithheld(row.customers, minCell)) return "withheld";
    return {
      value: row.lift,
      text: f.number(row.lift, 1),
      aside: t(`n ${f.count(row.baskets)}`, `n ${f.count(row.baskets)}`)
    };
  };
  return panel({
    ...frame,
    sub: t(
      "Lift of each pair, n baskets with both; blank: too rarely together to tell",
      "各商品对的提升度，n 为同篮数；空白为同篮过少"
    ),
    body: tileTable(
      {
        caption: t("Lift of pairs of products", "商品对提升度"),
        corner: html`<span class="sr-only">${t("Product", "商品")}</span>`,
        columns: items.map(([, name]) => name),
        rows: items.map(([id, name]) => ({name, cells: items.map(([other]) => cell(id, other))})),
        breaks
      },
      c
    ),
    note: t("Darker: more often together than chance; 1 is chance.", "颜色越深，同篮越多于随机；1 为随机。")
  });
}
