import {sum} from "d3";
import type {RowOf} from "../../../models/model.ts";
import type {martLedger} from "../../../models/marts/mart_ledger.ts";
import type {Context} from "../../context.ts";
import {barRows, empty, html, panel, type Html} from "../../components/index.ts";
import {shareOf} from "./shareOf.ts";

type Month = RowOf<typeof martLedger>;

/** The revenue that no known customer stands behind: in all, and of the last twelve months. */
export function unknownCustomers(months: readonly Month[], c: Context): Html {
  const {t, f} = c;
  const orders = sum(months, (row) => row.counted_orders);
  return panel({
    id: "unknown-customers",
    title: t("Which revenue has no known customer?", "哪些收入没有对应的客户？"),
    sub: t(
      "Counted orders that no source names a customer for, by key, e-mail or telephone",
      "任何来源都未给出客户编号、邮箱或电话的有效订单"
    ),
    body: orders ? known(months, c) : none(c),
    note:
      sum(months, (row) => row.unidentified_orders) > 0 &&
      t(
        `Such orders count in revenue and in no customer's history: retention, segments and churn do not see them. ${f.count(sum(months, (row) => row.cancelled_orders))} cancelled orders are left out.`,
        `此类订单计入收入，但不属于任何客户：留存、分群与流失均不包含。已取消订单 ${f.count(sum(months, (row) => row.cancelled_orders))} 单，不在其中。`
      ),
    span: 4
  });
}

function known(months: readonly Month[], c: Context): Html {
  const {t, f} = c;
  const orders = sum(months, (row) => row.counted_orders);
  const unknown = sum(months, (row) => row.unidentified_orders);
  const [revenue, lost] = [sum(months, (row) => row.net_revenue), sum(months, (row) => row.unidentified_net_revenue)];
  if (!unknown) {
    return html`<p>
      ${t(`Every one of ${f.count(orders)} counted orders has a known customer.`, `${f.count(orders)} 单有效订单均有对应客户。`)}
    </p>`;
  }
  const share = revenue > 0 ? t(` (${f.share(lost / revenue)})`, `（${f.share(lost / revenue)}）`) : "";
  const recent = [...months].sort((a, b) => a.order_month.getTime() - b.order_month.getTime()).slice(-12);
  return html`<p>
      ${t(
        `${f.count(unknown)} of ${f.count(orders)} counted orders (${shareOf(unknown, orders, f)}) and ${f.money(lost)} of ${f.money(revenue)} net revenue${share} have no known customer.`,
        `${f.count(orders)} 单有效订单中有 ${f.count(unknown)} 单（${shareOf(unknown, orders, f)}）、净收入 ${f.money(revenue)} 中有 ${f.money(lost)}${share}没有对应客户。`
      )}
    </p>
    <h3>${t("Share of counted orders, by month", "占有效订单比例，按月")}</h3>
    ${barRows({
      label: t("Share of counted orders without a known customer, by month", "无对应客户的订单占比，按月"),
      rows: recent.map((row) => ({
        name: row.is_partial
          ? t(`${f.month(row.order_month)}, so far`, `${f.month(row.order_month)}（至今）`)
          : f.month(row.order_month),
        to: row.counted_orders ? row.unidentified_orders / row.counted_orders : 0,
        text: row.counted_orders
          ? t(
              `${shareOf(row.unidentified_orders, row.counted_orders, f)} of ${f.count(row.counted_orders)}`,
              `${f.count(row.counted_orders)} 单的 ${shareOf(row.unidentified_orders, row.counted_orders, f)}`
            )
          : t("no orders", "无订单"),
        tone: "c1" as const
      })),
      thin: true,
      nameWidth: "112px"
    })}`;
}

const none = ({lang, t}: Context): Html =>
  empty({
    title: t("No orders yet", "尚无订单"),
    text:
      lang === "zh"
        ? html`请在 <code>perennial.config.ts</code> 中添加 <code>orders</code> 或
            <code>order_lines</code> 类来源，然后运行 <code>perennial run</code>。`
        : html`Add a source of kind <code>orders</code> or <code>order_lines</code> to
            <code>perennial.config.ts</code> and run <code>perennial run</code>.`
  });
