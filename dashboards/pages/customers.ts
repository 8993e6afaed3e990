import {martBestCustomer} from "../../models/marts/mart_best_customer.ts";
import {martPareto} from "../../models/marts/mart_pareto.ts";
import {martSegment} from "../../models/marts/mart_segment.ts";
import {empty, html, oneLine, pageHead} from "../components/index.ts";
import {page} from "../page.ts";
import {isWithheld} from "../withheld.ts";
import type {Listed} from "./customers/listColumns.ts";
import {finding} from "./customers/finding.ts";
import {frame} from "./customers/frame.ts";
import {listPanel} from "./customers/listPanel.ts";
import {streams} from "./customers/streams.ts";
import {writeFiles} from "./customers/writeFiles.ts";

/** Who is this: a list of all customers to search, sort and take away, and a profile of each. */
export const customers = page({
  path: "/customers",
  label: {en: "Customers", zh: "客户"},
  question: {en: "Who is this?", zh: "这是谁？"},
  marts: [martBestCustomer, martPareto, martSegment],
  render(data, c) {
    const {t} = c;
    const [first] = data.mart_best_customer;
    const title = t("Who is this?", "这是谁？");
    if (!first) {
      const nobody = empty({
        title: t("No customers yet", "尚无客户"),
        text: html`${t("Add an export of orders or customers to ", "请在 ")}<code>perennial.config.ts</code>${t(" and run ", " 中添加订单或客户导出文件，然后运行 ")}<code
            >perennial run</code
          >${t(".", "。")}`
      });
      return oneLine([pageHead({title, finding: t("No customers are loaded.", "尚未载入客户。")}), nobody]);
    }
    const fifth = data.mart_pareto.find(({top_percent}) => top_percent === 20);
    const facts = {
      customers: first.customers,
      buyers: first.buyers,
      best:
        fifth && !isWithheld(fifth.customers, c.minCell)
          ? {customers: fifth.customers, share: fifth.revenue_share}
          : null
    };
    const best = data.mart_best_customer.map((row): Listed => ({
      key: row.customer_id,
      segment: row.segment,
      abc: row.abc_class,
      stage: row.stage,
      netRevenue: row.net_revenue,
      orders: row.orders,
      silentDays: row.days_since_last_order,
      risk: row.risk_share,
      band: row.risk_band,
      valueAtRisk: row.value_at_risk,
      clv: row.clv,
      openTickets: row.open_tickets,
      firstOrderMonth: row.cohort_month,
      channel: row.acquisition_channel,
      country: row.country
    }));
    const head = pageHead({title, finding: finding(facts, c)});
    return oneLine(frame([head, listPanel(best, first.customers, segmentsOf(data.mart_segment), c)], c));
  },
  live: {
    module: "customers",
    data: (data, c) => ({
      lang: c.lang,
      currency: c.currency,
      asOf: c.f.iso(c.asOf),
      buyers: data.mart_best_customer[0]?.buyers ?? 0,
      segments: segmentsOf(data.mart_segment)
    })
  },
  files: writeFiles,
  streams
});

/** Names of the segments in the order of the configuration. */
const segmentsOf = (rows: readonly {segment: string; position: number}[]): string[] =>
  [...rows].sort((a, b) => a.position - b.position).map(({segment}) => segment);
