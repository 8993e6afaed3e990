import type {QueryCreator} from "kysely";
import type {Database} from "../model.ts";
import {coalesce, firstOf, isKnown, max, min, ratio, series, sum} from "../sql.ts";
import {ordersLabels, silenceCuts} from "./churnBands.ts";
import type {martChurnRate} from "./mart_churn_rate.ts";

/**
 * The churn rate by which a customer is judged, one row per silence and orders band; none while no horizon has closed.
 *
 * It is that of mart_churn_rate; a band without a past of its own takes the share over all bands, between the widest ends.
 */
export function bandRates(db: QueryCreator<any>) {
  const rates = db as QueryCreator<Database<[typeof martChurnRate]>>;
  const all = rates
    .selectFrom("mart_churn_rate")
    .select(({ref}) => [
      ratio(sum(ref("churned")), sum(ref("snapshots"))).as("all_share"),
      min(ref("churn_low")).as("least_low"),
      max(ref("churn_high")).as("greatest_high")
    ])
    .as("over_all");
  return rates
    .selectFrom(series(1, silenceCuts.length + 1, "silence"))
    .crossJoin(series(1, ordersLabels.length, "ordering"))
    .crossJoin(all)
    .leftJoin("mart_churn_rate", (on) =>
      on.onRef("silence_band", "=", "silence.n").onRef("orders_band", "=", "ordering.n")
    )
    .where("all_share", "is not", null)
    .select(({ref}) => [
      ref("silence.n").as("rated_silence"),
      ref("ordering.n").as("rated_orders"),
      firstOf(ref("churn_share"), ref("all_share")).$notNull().as("band_share"),
      coalesce(ref("churn_low"), ref("least_low")).as("band_low"),
      coalesce(ref("churn_high"), ref("greatest_high")).as("band_high"),
      isKnown(ref("churn_share")).as("is_band_seen")
    ]);
}
