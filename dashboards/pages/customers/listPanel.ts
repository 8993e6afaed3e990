import {csvButton, html, panel, virtualTableShell, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {filterBar} from "./filterBar.ts";
import {listColumns, type Listed} from "./listColumns.ts";

/** The list: filters, the line that counts and names them, the most valuable customers in a table that script takes over. */
export function listPanel(best: readonly Listed[], customers: number, segments: readonly string[], c: Context): Html {
  const {t, f} = c;
  const columns = listColumns(c);
  const shown =
    best.length < customers
      ? t(
          `The ${f.count(best.length)} most valuable of ${f.count(customers)} customers`,
          `${f.count(customers)} 位客户中净收入最高的 ${f.count(best.length)} 位`
        )
      : t(`${f.count(customers)} ${customers === 1 ? "customer" : "customers"}`, `${f.count(customers)} 位客户`);
  const note = t(
    "Net revenue so far, tax and cancelled orders left out. Risk: chance of no order within the horizon; at risk: that share of the revenue expected in it. Value ahead: spend that the purchase model expects within its horizon, in today's money. Class: A+, A, A− hold the first 20, 50 and 80% of revenue, B up to 95%. – : not known, or none yet; who did not order in the RFM window has no segment.",
    "净收入为累计值，不含税与已取消订单。风险：视野期内不再下单的概率；风险价值：该概率乘以其间预期收入。未来价值：购买模型预计在其期限内的消费，折为现值。等级：A+、A、A− 依次为收入前 20%、50%、80%，B 至 95%。“–” 表示未知或尚无；RFM 窗口内未下单者不分群。"
  );
  return panel({
    id: "list",
    long: true,
    title: t("Which customers?", "哪些客户？"),
    sub: t(
      "One line a customer, most valuable first. Select a heading to sort; every key leads to a profile.",
      "每位客户一行，净收入最高者在前。点按表头排序；点按编号查看客户档案。"
    ),
    actions: html`<span class="needs-script">${csvButton(t("these customers", "这些客户"))}</span>`,
    body: html`${filterBar(segments, c)}
      <noscript>
        <p class="banner">
          ${t(
            "Search, filters and profiles need JavaScript. Without it, these are the most valuable customers.",
            "查找、筛选与客户档案需要 JavaScript；未启用时仅显示净收入最高的客户。"
          )}
        </p>
      </noscript>
      <p class="sub only-print" data-list-print></p>
      <p class="sub only-print">${note}</p>
      <div data-list-note></div>
      <div class="list-line">
        <p class="sub" role="status" data-list-status>${shown}</p>
        <span class="sub" data-list-progress></span>
        <span data-list-chips></span>
      </div>
      ${virtualTableShell({
        caption: t("Customers", "客户"),
        id: "customers",
        columns: columns.map(({head, right, width}) => ({head, right, width})),
        rows: best.map((customer) => columns.map(({cell}) => cell(customer)))
      })}`,
    note
  });
}
