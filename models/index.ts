import {inBuildOrder} from "./compile.ts";
import {martAbc} from "./marts/mart_abc.ts";
import {martAbcClass} from "./marts/mart_abc_class.ts";
import {martBacklog} from "./marts/mart_backlog.ts";
import {martBestCustomer} from "./marts/mart_best_customer.ts";
import {martChurnBacktest} from "./marts/mart_churn_backtest.ts";
import {martChurnCalibration} from "./marts/mart_churn_calibration.ts";
import {martChurnCell} from "./marts/mart_churn_cell.ts";
import {martChurnFeatures} from "./marts/mart_churn_features.ts";
import {martChurnForecast} from "./marts/mart_churn_forecast.ts";
import {martChurnRate} from "./marts/mart_churn_rate.ts";
import {martChurnRisk} from "./marts/mart_churn_risk.ts";
import {martChurnSummary} from "./marts/mart_churn_summary.ts";
import {martChurnWatch} from "./marts/mart_churn_watch.ts";
import {martCohortAverage} from "./marts/mart_cohort_average.ts";
import {martCohortChange} from "./marts/mart_cohort_change.ts";
import {martCohortGroup} from "./marts/mart_cohort_group.ts";
import {martCohortRetention} from "./marts/mart_cohort_retention.ts";
import {martCustomer360} from "./marts/mart_customer_360.ts";
import {martCustomerTimeline} from "./marts/mart_customer_timeline.ts";
import {martLedger} from "./marts/mart_ledger.ts";
import {martMonth} from "./marts/mart_month.ts";
import {martNetRetention} from "./marts/mart_net_retention.ts";
import {martNpsMonth} from "./marts/mart_nps_month.ts";
import {martNpsQuarter} from "./marts/mart_nps_quarter.ts";
import {martNpsWave} from "./marts/mart_nps_wave.ts";
import {martPareto} from "./marts/mart_pareto.ts";
import {martRevenueBridge} from "./marts/mart_revenue_bridge.ts";
import {martRfm} from "./marts/mart_rfm.ts";
import {martRfmGrid} from "./marts/mart_rfm_grid.ts";
import {martRfmScore} from "./marts/mart_rfm_score.ts";
import {martRiskMonth} from "./marts/mart_risk_month.ts";
import {martRiskSegment} from "./marts/mart_risk_segment.ts";
import {martSegment} from "./marts/mart_segment.ts";
import {martServiceMonth} from "./marts/mart_service_month.ts";
import type {Model} from "./model.ts";

const marts = [
  martAbc,
  martAbcClass,
  martBacklog,
  martBestCustomer,
  martChurnBacktest,
  martChurnCalibration,
  martChurnCell,
  martChurnFeatures,
  martChurnForecast,
  martChurnRate,
  martChurnRisk,
  martChurnSummary,
  martChurnWatch,
  martCohortAverage,
  martCohortChange,
  martCohortGroup,
  martCohortRetention,
  martCustomer360,
  martCustomerTimeline,
  martLedger,
  martMonth,
  martNetRetention,
  martNpsMonth,
  martNpsQuarter,
  martNpsWave,
  martPareto,
  martRevenueBridge,
  martRfm,
  martRfmGrid,
  martRfmScore,
  martRiskMonth,
  martRiskSegment,
  martSegment,
  martServiceMonth
] as unknown as readonly Model[];

/** Every model of the warehouse: the marts and all that they need, inputs first. */
export const models: readonly Model[] = inBuildOrder(marts);
