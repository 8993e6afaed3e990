import type {RowOf} from "../../../models/model.ts";
import type {martChurnBacktest} from "../../../models/marts/mart_churn_backtest.ts";
import type {martChurnCalibration} from "../../../models/marts/mart_churn_calibration.ts";
import type {martChurnRate} from "../../../models/marts/mart_churn_rate.ts";
import type {martChurnSummary} from "../../../models/marts/mart_churn_summary.ts";
import type {martChurnWatch} from "../../../models/marts/mart_churn_watch.ts";

export type WatchRow = RowOf<typeof martChurnWatch>;
export type SummaryRow = RowOf<typeof martChurnSummary>;
export type BacktestRow = RowOf<typeof martChurnBacktest>;
export type CalibrationRow = RowOf<typeof martChurnCalibration>;
export type RateRow = RowOf<typeof martChurnRate>;
