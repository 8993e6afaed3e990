import {martChurnBacktest} from "../../../models/marts/mart_churn_backtest.ts";
import {martChurnCalibration} from "../../../models/marts/mart_churn_calibration.ts";
import {martChurnDriver} from "../../../models/marts/mart_churn_driver.ts";
import {martChurnLift} from "../../../models/marts/mart_churn_lift.ts";
import {martChurnMethod} from "../../../models/marts/mart_churn_method.ts";
import {martChurnState} from "../../../models/marts/mart_churn_state.ts";
import {martChurnSummary} from "../../../models/marts/mart_churn_summary.ts";
import {martChurnWarningTest} from "../../../models/marts/mart_churn_warning_test.ts";
import {martChurnWatch} from "../../../models/marts/mart_churn_watch.ts";
import type {PageData} from "../../page.ts";
import type * as rows from "./rows.ts";

/** What the model card is made of. */
export const cardMarts = [
  martChurnState,
  martChurnMethod,
  martChurnBacktest,
  martChurnCalibration,
  martChurnLift,
  martChurnDriver,
  martChurnWarningTest,
  martChurnSummary
] as const;

/** What the page is made of. */
export const churnMarts = [...cardMarts, martChurnWatch] as const;

export type CardData = PageData<typeof cardMarts>;

/** All that the page says but for its list, under short names. */
export interface ChurnData {
  state: rows.StateRow | undefined;
  methods: readonly rows.MethodRow[];
  backtest: readonly rows.BacktestRow[];
  calibration: readonly rows.CalibrationRow[];
  lift: readonly rows.LiftRow[];
  drivers: readonly rows.DriverRow[];
  warnings: readonly rows.WarningRow[];
  summary: readonly rows.SummaryRow[];
}

export const churnData = (data: CardData): ChurnData => ({
  state: data.mart_churn_state[0],
  methods: data.mart_churn_method,
  backtest: data.mart_churn_backtest,
  calibration: data.mart_churn_calibration,
  lift: data.mart_churn_lift,
  drivers: data.mart_churn_driver,
  warnings: data.mart_churn_warning_test,
  summary: data.mart_churn_summary
});
