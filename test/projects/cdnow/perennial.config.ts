import {defineConfig} from "perennial";

/** CDNOW: one blank-separated row per purchase, without keys of its own. */
const datasets = process.env.PERENNIAL_DATASETS ?? "../../../../shared/datasets";

export default defineConfig({
  company: {name: "CDNOW", zone: "UTC", currency: "USD"},
  sources: {
    purchases: {
      kind: "order_lines",
      files: `${datasets}/cdnow/CDNOW_master.txt.gz`,
      delimiter: "whitespace",
      header: 1,
      dates: "%Y%m%d",
      map: {customer_key: "customer_id", ordered_at: "date"},
      derive: {
        order_id: `"customer_id" || '-' || "date" || '-' || row`,
        unit_price: `"dollar_value"`
      },
      fixed: {quantity: 1}
    }
  },
  as_of: "1998-06-30",
  rfm: {window_days: null},
  publish: {pseudonym_key: "cdnow-master"}
});
