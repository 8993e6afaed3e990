import type {Settings} from "../settings.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {purchaseModels} from "../statistics/purchase/fitPurchase.ts";
import {choose} from "./choose.ts";
import {fitSpan, leastRepeatBuyers} from "./fitSpan.ts";
import {purchaseRow, spendRow, type ModelRow} from "./modelRows.ts";
import {spendOf} from "./spend.ts";

/** Days of history under which nothing is fitted. */
const leastHistory = 28;

interface Span {
  span: string;
  horizon_days: number;
  history_days: number;
}

/** Every model of every span, with the one that is used of each; empty where there is no history at all. */
export async function modelsOf(warehouse: Warehouse, {value}: Settings): Promise<ModelRow[]> {
  const spans = await warehouse.rows<Span>("select span, horizon_days, history_days from int_purchase_span");
  const whole = spans.find(({span}) => span === "whole");
  if (!whole) return [];
  if (whole.history_days < leastHistory) return [...purchaseModels, "gamma_gamma"].map(tooShort);
  const calibration = spans.find(({span}) => span === "calibration");
  const past = calibration ? await fitSpan(warehouse, "calibration", calibration.horizon_days) : [];
  const now = (await fitSpan(warehouse, "whole", null)).map(({fit}) => ({
    fit,
    deviance: past.find((candidate) => candidate.fit.model === fit.model)?.deviance ?? null
  }));
  const inUse = choose(now, value.model);
  const rows = [
    ...now.map((candidate) => purchaseRow("whole", candidate, inUse)),
    spendRow("whole", await spendOf(warehouse, "whole", leastRepeatBuyers))
  ];
  if (!calibration) return rows;
  // What is held out judges the model in use, where it could be fitted then.
  const then = choose(past, inUse?.model ?? value.model);
  return [
    ...rows,
    ...past.map((candidate) => purchaseRow("calibration", candidate, then && !then.isFallback ? inUse : then)),
    spendRow("calibration", await spendOf(warehouse, "calibration", leastRepeatBuyers))
  ];
}

const tooShort = (model: string): ModelRow => ({
  span: "whole",
  model,
  state: "short_history",
  reason: "short_history",
  parameters: {},
  covariance: [],
  log_likelihood: null,
  customers: 0,
  groups: 0,
  iterations: 0,
  gradient_norm: null,
  heldout_deviance: null,
  correlation: null,
  is_chosen: false
});
