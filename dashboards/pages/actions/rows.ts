import type {martActionKind} from "../../../models/marts/mart_action_kind.ts";
import type {martActionNext} from "../../../models/marts/mart_action_next.ts";
import type {RowOf} from "../../../models/model.ts";

export type KindRow = RowOf<typeof martActionKind>;
/** The owner is absent where the operator does not publish it. */
export type ActionRow = Omit<RowOf<typeof martActionNext>, "owner" | "birthday_on"> & {owner?: string | null};
export type Kind = ActionRow["action"];
