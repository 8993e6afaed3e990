import {kpis, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {ToldGroup} from "./curveData.ts";
import {churnKpi, medianKpi, yearKpi} from "./lifeKpis.ts";
import {lossKpi, noticeKpi, recurringKpi} from "./moneyKpis.ts";
import type {LossRow, MonthRow, Summary} from "./rows.ts";

/** What the strip is made of. */
export interface StripData {
  summary: Summary;
  all: ToldGroup | undefined;
  months: readonly MonthRow[];
  loss: LossRow | undefined;
}

/** Six numbers, each with what it is compared with and how sure it is. */
export const kpiStrip = (data: StripData, c: Context): Html =>
  kpis(
    [
      medianKpi(data, c),
      yearKpi(data, c),
      churnKpi(data, c),
      recurringKpi(data, c),
      lossKpi(data, c),
      noticeKpi(data, c)
    ],
    c
  );
