import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {beforeAll, describe, expect, it} from "vitest";
import {martLossReason} from "../../../models/marts/mart_loss_reason.ts";
import {martPipelineGroup} from "../../../models/marts/mart_pipeline_group.ts";
import {martPipelineMonth} from "../../../models/marts/mart_pipeline_month.ts";
import {martPipelinePast} from "../../../models/marts/mart_pipeline_past.ts";
import {martPipelineSlipped} from "../../../models/marts/mart_pipeline_slipped.ts";
import {martPipelineSummary} from "../../../models/marts/mart_pipeline_summary.ts";
import {ModelledWarehouse} from "../warehouseOf.ts";

const folder = fileURLToPath(new URL("../../../../shared/datasets/crm-sales", import.meta.url));
const absent = !existsSync(folder);
if (absent) process.stderr.write(`skipped: published numbers of a pipeline need the data set in ${folder}\n`);

const csv = (file: string) => `read_csv('${folder}/${file}', all_varchar = true)`;

const fill = `insert into raw_opportunities
    (opportunity_id, customer_key, product_name, stage, amount, owner, team, created_at, closed_at, load_id, load_rank, load_row)
  select opportunity_id, account, product, deal_stage, cast(close_value as decimal(18, 4)), sales_agent, regional_office,
    cast(engage_date as timestamp), cast(close_date as timestamp), '000001', 1, row_number() over ()
  from ${csv("sales_pipeline.csv")} as deals left join ${csv("sales_teams.csv")} as teams using (sales_agent)`;

describe.skipIf(absent)("a vendor's sample CRM of 8,800 opportunities without a history of stages", () => {
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    warehouse = await ModelledWarehouse.of([fill], {}, [
      martLossReason,
      martPipelineGroup,
      martPipelineMonth,
      martPipelinePast,
      martPipelineSlipped,
      martPipelineSummary
    ]);
  }, 60_000);

  // The README of the data set: won 4,238, lost 2,473, closed value 10,005,534, win rate 63.15 %.
  it("has the published wins, losses, closed value and win rate", async () => {
    const summary = await warehouse.row("from mart_pipeline_summary");
    expect(summary).toMatchObject({opportunities: 8800, won: 4238, lost: 2473, open: 2089, won_value: 10005534});
    expect(summary.all_win_share).toBeCloseTo(0.6315, 4);
    expect(summary.win_share).toBeCloseTo(4238 / (4238 + 2473), 12);
  });

  it("says what is not known: stages, when 500 open ones began, amounts before the close", async () => {
    expect(await warehouse.row("from mart_pipeline_summary")).toMatchObject({
      has_history: false,
      without_history: 8800,
      open_undated: 500,
      open_without_amount: 2089,
      amount_state: "at_close",
      closed_undated: 0,
      closed_before_created: 0
    });
    expect(await warehouse.rows("select distinct stage from mart_pipeline_past")).toEqual([{stage: "unknown"}]);
  });

  it("values open ones by what was won of the same product, not by amounts written at the close", async () => {
    const {worth, product} = await warehouse.row(
      `select worth, (select avg(amount) from int_opportunity where state = 'won' and product_name = 'MG Advanced') as product
       from mart_open_opportunity where product_name = 'MG Advanced' limit 1`
    );
    expect(worth).toBeCloseTo(product, 3);
  });

  it("adds up: months, groups and the list", async () => {
    const sums = await warehouse.row(
      "select sum(won) as won, sum(lost) as lost, sum(won_value) as value, arg_max(open_at_end, closed_month) as open from mart_pipeline_month"
    );
    expect(sums).toEqual({won: 4238, lost: 2473, value: 10005534, open: 2089 - 500});
    const groups = await warehouse.rows(
      `select distinct sum(won) as won, sum(lost) as lost, sum(open) as open, sum(won_value) as value from mart_pipeline_group
       group by dimension`
    );
    expect(groups).toEqual([{won: 4238, lost: 2473, open: 2089, value: 10005534}]);
    expect(await warehouse.row("select count(*) as n from mart_open_opportunity")).toEqual({n: 2089});
    expect(await warehouse.row("select count(*) as n from mart_pipeline_slipped")).toEqual({n: 200});
  });

  it("has one reason of losses, that none is given", async () => {
    expect(await warehouse.rows("select loss_reason, lost, share from mart_loss_reason")).toEqual([
      {loss_reason: "unknown", lost: 2473, share: 1}
    ]);
  });
});
