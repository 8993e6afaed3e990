import {defineConfig} from "perennial";

/** UCI Online Retail: one file of invoice lines, no order file; sales only. */
const datasets = process.env.PERENNIAL_DATASETS ?? "../../../../shared/datasets";

export default defineConfig({
  company: {name: "Online Retail", zone: "UTC", currency: "GBP"},
  sources: {
    invoices: {
      kind: "order_lines",
      files: `${datasets}/online-retail/online_retail.csv.gz`,
      set_aside: {
        "no customer": `"CustomerID" is null`,
        cancellation: `"InvoiceNo" like 'C%'`,
        "not a sale: quantity or price of zero or less": `try_cast("Quantity" as double) <= 0 or try_cast("UnitPrice" as double) <= 0`
      }
    }
  },
  rfm: {window_days: null},
  publish: {pseudonym_key: "online-retail"}
});
