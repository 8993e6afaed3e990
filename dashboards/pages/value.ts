import {intPurchaseModel} from "../../models/intermediate/int_purchase_model.ts";
import {martAliveCell} from "../../models/marts/mart_alive_cell.ts";
import {martCustomerValue} from "../../models/marts/mart_customer_value.ts";
import {martPurchaseParameter} from "../../models/marts/mart_purchase_parameter.ts";
import {martValueBest} from "../../models/marts/mart_value_best.ts";
import {martValueBin} from "../../models/marts/mart_value_bin.ts";
import {martValueCandidate} from "../../models/marts/mart_value_candidate.ts";
import {martValueDecile} from "../../models/marts/mart_value_decile.ts";
import {martValueSummary} from "../../models/marts/mart_value_summary.ts";
import {martValueTracking} from "../../models/marts/mart_value_tracking.ts";
import {page} from "../page.ts";
import {body} from "./value/body.ts";
import {writeFiles} from "./value/writeFiles.ts";

const question = {en: "What will customers spend?", zh: "客户未来会花多少？"};

/** Lifetime value: what customers are expected to buy and to bring, who they are, and whether such a forecast came true. */
export const value = page({
  path: "/value",
  label: {en: "Lifetime value", zh: "客户价值"},
  question,
  marts: [
    martValueSummary,
    martValueCandidate,
    martValueBin,
    martValueTracking,
    martValueDecile,
    martAliveCell,
    martPurchaseParameter,
    intPurchaseModel,
    martValueBest
  ],
  render: (data, c) =>
    body(
      question[c.lang],
      {
        summary: data.mart_value_summary[0],
        candidates: data.mart_value_candidate,
        bins: data.mart_value_bin,
        weeks: data.mart_value_tracking,
        tenths: data.mart_value_decile,
        alive: data.mart_alive_cell,
        parameters: data.mart_purchase_parameter,
        fits: data.int_purchase_model,
        best: data.mart_value_best
      },
      c
    ),
  live: {module: "value"},
  files: writeFiles,
  streams: [martCustomerValue]
});
