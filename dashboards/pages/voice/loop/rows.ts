import type {martLoopEffect} from "../../../../models/marts/mart_loop_effect.ts";
import type {martLoopMonth} from "../../../../models/marts/mart_loop_month.ts";
import type {martLoopNext} from "../../../../models/marts/mart_loop_next.ts";
import type {martLoopSummary} from "../../../../models/marts/mart_loop_summary.ts";
import type {RowOf} from "../../../../models/model.ts";

export type LoopSummary = RowOf<typeof martLoopSummary>;
export type LoopMonthRow = RowOf<typeof martLoopMonth>;
export type LoopEffectRow = RowOf<typeof martLoopEffect>;
export type CaseRow = RowOf<typeof martLoopNext>;
