import type {Settings} from "../settings.ts";
import * as s from "../sql.ts";
import {isDue, partColumns, type Db, type Part} from "./part.ts";

/** Bad scores and complaints to which nobody has come back yet; their value is what is at risk with the customer. */
export const unhappy =
  (action: "complaint" | "detractor") =>
  (db: Db, {actions}: Settings): Part =>
    db
      .selectFrom("mart_closed_loop as cases")
      .innerJoin("mart_customer_360 as known", "known.customer_id", "cases.customer_id")
      .crossJoin("int_as_of")
      .where("state", "in", ["open", "overdue"])
      .where("origin", action === "complaint" ? "=" : "<>", "complaint")
      .where(({ref}) => isDue(ref("due_on"), ref as never, actions))
      .groupBy(["cases.customer_id", "known.value_at_risk", "as_of_on"])
      .select(({ref}) =>
        partColumns(ref as never, {
          action,
          customer_id: ref("cases.customer_id"),
          due_on: s.min(ref("due_on")),
          items: s.countRows(),
          expected_value: ref("known.value_at_risk"),
          reason_days: s.daysBetween(s.min(ref("happened_on")), ref("as_of_on")),
          reason_count: s.min(ref("score")) as never
        })
      ) as unknown as Part;
