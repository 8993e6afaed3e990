import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, it} from "vitest";
import {martRfm} from "../../models/marts/mart_rfm.ts";
import {martSegmentMonth} from "../../models/marts/mart_segment_month.ts";
import {martSegmentMove} from "../../models/marts/mart_segment_move.ts";
import {usual} from "./retention.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";

const folder = fileURLToPath(new URL("../../../shared/datasets", import.meta.url));
const absent = !existsSync(folder);
if (absent) process.stderr.write(`skipped: published RFM numbers need the data sets in ${folder}\n`);

/** One row per customer and day of purchase, as the published scores count frequency. */
const cdnow = `insert into raw_order_lines (order_id, quantity, unit_price, customer_key, ordered_at, load_id, load_rank, load_row)
  select cells[1] || '-' || cells[2], 1, sum(cast(cells[4] as decimal(18, 4))), cells[1], strptime(cells[2], '%Y%m%d'), '000001', 1, row_number() over ()
  from (
    select string_split_regex(trim(line), '\\s+') as cells
    from read_csv('${folder}/cdnow/CDNOW_master.txt.gz', header = false, skip = 1, delim = '\\0', columns = {line: 'varchar'})
  ) group by cells[1], cells[2]`;

// REFERENCE: RFM on the CDNOW master file at 1998-07-01.
const published = {recency: [142, 433, 486, 513], monetary: [15.36, 31.35, 59.924, 133.95]};

describe.skipIf(absent)("CDNOW master file at 1998-07-01, purchase days as frequency", () => {
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    const rfm = {...usual.rfm, windowDays: null, thresholds: published};
    const asOf = "1998-07-01T00:00:00Z";
    warehouse = await ModelledWarehouse.of([cdnow], {asOf, rfm}, [martRfm, martSegmentMonth, martSegmentMove]);
  }, 120_000);

  it("has the published quantiles", async () => {
    const cuts = await warehouse.row(
      `select quantile_cont(recency_days::double, [0.2, 0.4, 0.6, 0.8])::varchar as recency,
         list_transform(quantile_cont(monetary::double, [0.2, 0.4, 0.6, 0.8]), lambda x: round(x, 3))::varchar as monetary
       from mart_rfm`
    );
    expect(JSON.parse(cuts.recency as string)).toEqual(published.recency);
    expect(JSON.parse(cuts.monetary as string)).toEqual(published.monetary);
  });

  it("gives every customer by the published limits the score of a fifth", async () => {
    const fifth = (measure: string) =>
      [0.2, 0.4, 0.6, 0.8]
        .map((p) => `(${measure} > (select quantile_cont(${measure}::double, ${p}) from mart_rfm))::int`)
        .join(" + ");
    expect(
      await warehouse.row(
        `select count(*) as customers, count(*) filter (recency_score <> 5 - (${fifth("recency_days")})) as recency,
           count(*) filter (monetary_score <> 1 + ${fifth("monetary")}) as monetary from mart_rfm`
      )
    ).toEqual({customers: 23570, recency: 0, monetary: 0});
  });

  it("knew at the end of each month those who had bought by then: the published cohorts", async () => {
    const rows = await warehouse.rows(
      `select month_on, sum(customers)::bigint as customers, sum(net_revenue) as revenue from mart_segment_month group by all order by month_on`
    );
    expect(rows.slice(0, 3).map(({customers}) => customers)).toEqual([7846, 7846 + 8476, 7846 + 8476 + 7248]);
    expect(rows).toHaveLength(19);
    expect(rows.at(-1)).toEqual({month_on: "1998-07-01", customers: 23570, revenue: 2500315.63});
  });

  it("counts each of them in one move, and nobody new after March 1997", async () => {
    expect(
      await warehouse.rows(
        `select months_before, sum(customers)::bigint as customers, sum(net_revenue_after) as revenue,
           count(*) filter (from_segment[1] = '(' or to_segment[1] = '(') as outside
         from mart_segment_move group by all order by 1`
      )
    ).toEqual([1, 3, 12].map((months_before) => ({months_before, customers: 23570, revenue: 2500315.63, outside: 0})));
  });
});
