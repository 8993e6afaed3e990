import {isWithheld} from "../../withheld.ts";
import {judged} from "./comparison.ts";
import type {ChurnData} from "./churnData.ts";
import type {BacktestRow, CalibrationRow, LiftRow, MethodRow} from "./rows.ts";

/** The rows of the tests that the page shows of one method, and those that it is held against. */
export interface Evidence {
  /** The method that the evidence is about. */
  ours: MethodRow;
  methods: readonly MethodRow[];
  /** Snapshots with enough customers to be published. */
  backtest: readonly BacktestRow[];
  calibration: readonly CalibrationRow[];
  lift: readonly LiftRow[];
}

/** What was tested; null where nothing could be. */
export function evidenceOf(data: ChurnData, minCell: number): Evidence | null {
  const ours = judged(data.methods);
  if (!ours || isWithheld(ours.customers, minCell)) return null;
  const its = <Row extends {method: string}>(rows: readonly Row[]) => rows.filter(({method}) => method === ours.method);
  return {
    ours,
    methods: data.methods,
    backtest: data.backtest.filter(({customers}) => !isWithheld(customers, minCell)),
    calibration: its(data.calibration).toSorted((a, b) => a.risk_tenth - b.risk_tenth),
    lift: its(data.lift).toSorted((a, b) => a.tenth - b.tenth)
  };
}
