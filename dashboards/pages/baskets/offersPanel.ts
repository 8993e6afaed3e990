import {csvButton, empty, html, panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {chosenOf} from "./chosen.ts";
import type {OfferRow, Summary, TestRow} from "./rows.ts";
import {fileLink} from "./takeAway.ts";
import {methodName} from "./words.ts";

/** Products that the table shows. */
const SHOWN = 12;

/** Which product to offer to how many who never bought it; everybody's list goes as a file. */
export function offersPanel(
  offers: readonly OfferRow[],
  summary: Summary,
  tests: readonly TestRow[],
  c: Context
): Html {
  const {t, f, minCell} = c;
  const frame = {
    id: "offers",
    span: 12,
    title: t("Which new product to offer, and to how many?", "向多少客户推荐哪件新商品？")
  } as const;
  const shown = offers.filter((row) => !isWithheld(row.customers, minCell)).toSorted((a, b) => a.place - b.place);
  if (!shown.length)
    return panel({
      ...frame,
      body: empty({
        title: t("Nothing new to offer", "没有可推荐的新商品"),
        text: t(
          "No known customer has a product on sale that they have not bought, or too few share one. Orders need customers and products.",
          "没有已识别客户存在未购买的在售商品，或人数过少。订单需有客户与商品。"
        )
      })
    });
  const used = chosenOf(tests, "new");
  const hasCategories = summary.categories > 0;
  const hasShares = shown.some((row) => row.mean_buy_share !== null);
  return panel({
    ...frame,
    long: true,
    sub: t(
      `Customers to whom it comes first among what they never bought${used ? `; ${methodName(used.method, c).toLowerCase()}` : ""}`,
      `以其为首选新品的客户数${used ? `；方法：${methodName(used.method, c)}` : ""}`
    ),
    actions: csvButton(t("the lists of all customers", "全部客户的推荐"), {href: fileLink("next-products", c)}),
    body: table({
      caption: t("New products by customers", "按人数的新商品"),
      columns: [
        t("Product", "商品"),
        ...(hasCategories ? [t("Category", "类别")] : []),
        {head: t("Price", "单价"), right: true},
        {head: t("Customers", "客户"), right: true},
        ...(hasCategories
          ? [
              {head: t("of them, new category", "其中新类别"), right: true},
              {head: t("of them, dearer", "其中更高价"), right: true}
            ]
          : []),
        ...(hasShares
          ? [
              {head: t("Probability", "概率"), right: true},
              {head: t("Expected", "预期收入"), right: true}
            ]
          : [])
      ],
      rows: shown
        .slice(0, SHOWN)
        .map((row): Content[] => [
          row.product_name ?? row.item_id,
          ...(hasCategories ? [row.category ?? f.missing] : []),
          f.moneyExact(row.unit_price, 2),
          html`<b>${f.count(row.customers)}</b>`,
          ...(hasCategories ? [part(row.cross_sell_customers, c), part(row.up_sell_customers, c)] : []),
          ...(hasShares ? [f.share(row.mean_buy_share), f.money(row.expected_revenue)] : [])
        ])
    }),
    note: [
      hasShares &&
        t(
          `Probability to buy it within ${f.days(summary.horizon_days)}, whether it is offered or not. Expected: probability × what a purchase of it brings. `,
          `${f.days(summary.horizon_days)}内的购买概率（无论是否推荐）。预期收入：概率×平均每次购买收入。`
        ),
      hasCategories &&
        t(
          "Columns count customers by their first new product alone; the number above by their first three. ",
          "各列仅按首件新品计数；上方指标按前三件新品计数。"
        ),
      minCell > 1 &&
        t(
          `Products of fewer than ${f.count(minCell)} customers are withheld.`,
          `少于 ${f.count(minCell)} 位客户的商品不予显示。`
        )
    ]
  });
}

const part = (customers: number, {t, f, minCell}: Context): Content =>
  isWithheld(customers, minCell)
    ? html`<span class="muted">${t(`under ${minCell}`, `少于 ${minCell}`)}</span>`
    : f.count(customers);
