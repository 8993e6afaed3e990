import type {martKano} from "../../../../models/marts/mart_kano.ts";
import type {RowOf} from "../../../../models/model.ts";

export type KanoRow = RowOf<typeof martKano>;
export type Category = KanoRow["category"];
