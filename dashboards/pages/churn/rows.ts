import type {RowOf} from "../../../models/model.ts";
import type {martChurnBacktest} from "../../../models/marts/mart_churn_backtest.ts";
import type {martChurnCalibration} from "../../../models/marts/mart_churn_calibration.ts";
import type {martChurnDriver} from "../../../models/marts/mart_churn_driver.ts";
import type {martChurnLift} from "../../../models/marts/mart_churn_lift.ts";
import type {martChurnMethod} from "../../../models/marts/mart_churn_method.ts";
import type {martChurnState} from "../../../models/marts/mart_churn_state.ts";
import type {martChurnSummary} from "../../../models/marts/mart_churn_summary.ts";
import type {martChurnWarningTest} from "../../../models/marts/mart_churn_warning_test.ts";
import type {martChurnWatch} from "../../../models/marts/mart_churn_watch.ts";

export type StateRow = RowOf<typeof martChurnState>;
export type MethodRow = RowOf<typeof martChurnMethod>;
export type BacktestRow = RowOf<typeof martChurnBacktest>;
export type CalibrationRow = RowOf<typeof martChurnCalibration>;
export type LiftRow = RowOf<typeof martChurnLift>;
export type DriverRow = RowOf<typeof martChurnDriver>;
export type WarningRow = RowOf<typeof martChurnWarningTest>;
export type SummaryRow = RowOf<typeof martChurnSummary>;
export type WatchRow = RowOf<typeof martChurnWatch>;

export type Method = MethodRow["method"];
export type Warning = WarningRow["warning"];
