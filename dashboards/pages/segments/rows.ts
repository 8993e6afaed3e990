import type {RowOf} from "../../../models/model.ts";
import type {martAbcClass} from "../../../models/marts/mart_abc_class.ts";
import type {martPareto} from "../../../models/marts/mart_pareto.ts";
import type {martRfmGrid} from "../../../models/marts/mart_rfm_grid.ts";
import type {martRfmScore} from "../../../models/marts/mart_rfm_score.ts";
import type {martSegment} from "../../../models/marts/mart_segment.ts";

export type CellRow = RowOf<typeof martRfmGrid>;
export type SegmentRow = RowOf<typeof martSegment>;
export type ParetoRow = RowOf<typeof martPareto>;
export type ClassRow = RowOf<typeof martAbcClass>;
export type ScoreRow = RowOf<typeof martRfmScore>;
