import {defineConfig} from "perennial";

/** UCI Online Retail with every line that has a customer: cancellations are returned lines of orders of their own. */
const datasets = process.env.PERENNIAL_DATASETS ?? "../../../../shared/datasets";

export default defineConfig({
  company: {name: "Online Retail, all rows", zone: "UTC", currency: "GBP"},
  sources: {
    invoices: {
      kind: "order_lines",
      files: `${datasets}/online-retail/online_retail.csv.gz`,
      returned: `"Quantity" like '-%'`,
      set_aside: {"no customer": `"CustomerID" is null`}
    }
  },
  rfm: {window_days: null},
  publish: {pseudonym_key: "online-retail"}
});
