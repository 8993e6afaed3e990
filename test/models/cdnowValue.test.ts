import {beforeAll, describe, expect, it} from "vitest";
import {martPurchaseParameter} from "../../models/marts/mart_purchase_parameter.ts";
import {martValueBin} from "../../models/marts/mart_value_bin.ts";
import {martValueCandidate} from "../../models/marts/mart_value_candidate.ts";
import {cdnowSample, isCdnowAbsent} from "./cdnow.ts";
import {ModelledWarehouse} from "./warehouseOf.ts";

// REFERENCE: purchase models on the 1/10 CDNOW sample, calibration to 1997-09-30, 39 weeks held out.
describe.skipIf(isCdnowAbsent)("1/10 CDNOW sample, through the warehouse", () => {
  let warehouse: ModelledWarehouse;
  beforeAll(async () => {
    warehouse = await ModelledWarehouse.of([cdnowSample], {asOf: "1998-06-30T23:59:59"}, [
      martPurchaseParameter,
      martValueBin,
      martValueCandidate
    ]);
  });

  it("holds out the published 39 weeks by itself", async () => {
    expect(await warehouse.row("select to_on, horizon_days from int_purchase_span where span = 'calibration'")).toEqual(
      {
        to_on: "1997-09-30",
        horizon_days: 273
      }
    );
  });

  it("has the published parameters of all four models", async () => {
    const rows = await warehouse.rows(
      "select model, parameter, value from mart_purchase_parameter where span = 'calibration'"
    );
    const of = (model: string, digits: number) =>
      Object.fromEntries(
        rows
          .filter((row) => row.model === model)
          .map(({parameter, value}) => [parameter, Number((value as number).toFixed(digits))])
      );
    expect(of("bg_nbd", 3)).toEqual({r: 0.243, alpha: 4.414, a: 0.793, b: 2.426});
    expect(of("mbg_nbd", 3)).toEqual({r: 0.525, alpha: 6.183, a: 0.891, b: 1.614});
    expect(of("pareto_nbd", 3)).toEqual({r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669});
    expect(of("gamma_gamma", 2)).toEqual({p: 6.25, q: 3.74, gamma: 15.44});
  });

  it("has the published likelihoods", async () => {
    const rows = await warehouse.rows(
      "select model, log_likelihood from int_purchase_model where span = 'calibration'"
    );
    const of = (model: string) => rows.find((row) => row.model === model)!.log_likelihood as number;
    expect(of("bg_nbd")).toBeCloseTo(-9582.429, 3);
    expect(of("pareto_nbd")).toBeCloseTo(-9594.976, 3);
    expect(of("gamma_gamma")).toBeCloseTo(-4055.918, 3);
  });

  it("has the published hold-out table by repeat purchases", async () => {
    const rows = await warehouse.rows(
      "select customers, actual_days, expected_days from mart_value_bin where model = 'bg_nbd' order by repeat_days"
    );
    expect(rows.map(({customers}) => customers as number)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
    const actual = [0.2367, 0.697, 1.3925, 1.56, 2.5323, 2.9474, 3.8621, 6.3594];
    const printed = [0.2251, 0.5231, 1.0441, 1.5203, 2.1638, 2.6538, 3.504, 6.157];
    rows.forEach((row, x) => {
      expect(row.actual_days).toBeCloseTo(actual[x]!, 4);
      expect(Math.abs(row.expected_days - printed[x]!)).toBeLessThan(2.5e-4);
    });
  });

  it("every model beats both naive rules on the days held out", async () => {
    const rows = await warehouse.rows("select model from mart_value_candidate order by rank");
    expect(
      rows
        .slice(0, 3)
        .map(({model}) => model as string)
        .sort()
    ).toEqual(["bg_nbd", "mbg_nbd", "pareto_nbd"]);
  });
});
