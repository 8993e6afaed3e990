import type {Config} from "../ingest/config.ts";
import type {Settings} from "./settings.ts";

/** What a configuration says about value, retention and churn, as the models read it. */
export const retentionSettings = ({
  rfm,
  abc,
  lifecycle,
  churn,
  value
}: Pick<Config, "rfm" | "abc" | "lifecycle" | "churn" | "value">): Pick<
  Settings,
  "rfm" | "abc" | "lifecycle" | "churn" | "value"
> => ({
  rfm: {windowDays: rfm.window_days, thresholds: rfm.thresholds, segments: rfm.segments},
  abc: {a: abc.a, b: abc.b, aPlus: abc.a_plus, aMiddle: abc.a_middle},
  lifecycle: {
    slippingDays: lifecycle.slipping_days,
    dormantDays: lifecycle.dormant_days,
    lostDays: lifecycle.lost_days,
    loyalPurchaseDays: lifecycle.loyal_purchase_days
  },
  churn: {
    horizonDays: churn.horizon_days,
    snapshots: churn.snapshots,
    callsPerDay: churn.calls_per_day,
    warnings: {
      silenceTimes: churn.warnings.silence_times,
      valueFall: churn.warnings.value_fall,
      slowingTimes: churn.warnings.slowing_times,
      complaints: churn.warnings.complaints,
      complaintDays: churn.warnings.complaint_days,
      lowScoreNps: churn.warnings.low_score_nps
    }
  },
  value: {horizonDays: value.horizon_days, discountRate: value.discount_rate, model: value.model}
});
