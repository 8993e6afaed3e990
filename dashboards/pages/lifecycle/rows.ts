import type {martSecondOrder} from "../../../models/marts/mart_second_order.ts";
import type {martStageMonth} from "../../../models/marts/mart_stage_month.ts";
import type {martStageMove} from "../../../models/marts/mart_stage_move.ts";
import type {martStageNet} from "../../../models/marts/mart_stage_net.ts";
import type {martStageReactivation} from "../../../models/marts/mart_stage_reactivation.ts";
import type {RowOf} from "../../../models/model.ts";

export type MonthRow = RowOf<typeof martStageMonth>;
export type MoveRow = RowOf<typeof martStageMove>;
export type NetRow = RowOf<typeof martStageNet>;
export type ReactivationRow = RowOf<typeof martStageReactivation>;
export type SecondRow = RowOf<typeof martSecondOrder>;
export type Stage = MonthRow["stage"];
export type Origin = MoveRow["from_stage"];
