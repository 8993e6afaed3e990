import {martLeadCalibration} from "../../../models/marts/mart_lead_calibration.ts";
import {martLeadFirst} from "../../../models/marts/mart_lead_first.ts";
import {martLeadGroup} from "../../../models/marts/mart_lead_group.ts";
import {martLeadLeak} from "../../../models/marts/mart_lead_leak.ts";
import {martLeadMethod} from "../../../models/marts/mart_lead_method.ts";
import {martLeadMonth} from "../../../models/marts/mart_lead_month.ts";
import {martLeadSummary} from "../../../models/marts/mart_lead_summary.ts";
import type {RowOf} from "../../../models/model.ts";
import type {PageData} from "../../page.ts";

export const leadMarts = [
  martLeadSummary,
  martLeadFirst,
  martLeadMonth,
  martLeadGroup,
  martLeadMethod,
  martLeadCalibration,
  martLeadLeak
] as const;

export type LeadsData = PageData<typeof leadMarts>;
export type SummaryRow = RowOf<typeof martLeadSummary>;
/** The owner is absent where the operator does not publish it. */
export type LeadRow = Omit<RowOf<typeof martLeadFirst>, "owner"> & {owner?: string | null};
export type MonthRow = RowOf<typeof martLeadMonth>;
export type GroupRow = Omit<RowOf<typeof martLeadGroup>, "owner"> & {owner?: string | null};
export type MethodRow = RowOf<typeof martLeadMethod>;
export type CalibrationRow = RowOf<typeof martLeadCalibration>;
export type LeakRow = RowOf<typeof martLeadLeak>;
