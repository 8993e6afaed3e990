import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {model} from "../model.ts";
import * as s from "../sql.ts";
import {intOpportunity} from "./int_opportunity.ts";

export const amountStates = ["known", "at_close", "none"] as const;
/** Share of the opportunities of an outcome that must carry an amount. */
const leastShare = 0.5;

/**
 * Whether amounts of opportunities are known before their outcome, one row.
 *
 * An amount of nought is none. Known: at least half of the open and half of the lost opportunities carry one, of which there are; else
 * it is written when the opportunity closes, and says nothing about what open ones would bring. None: no won opportunity carries one.
 */
export const intPipelineAmount = model({
  name: "int_pipeline_amount",
  title: {en: "Whether amounts are known before the outcome, one row.", zh: "商机金额是否在结单前已知，共一行。"},
  from: [intOpportunity],
  grain: [],
  columns: z.strictObject({
    amount_state: c.oneOf(amountStates, "Known before, written at the close, or none.", "事前已知、结单时填写或没有。"),
    open_without_amount: c.count("Open opportunities without an amount.", "没有金额的未结商机数。"),
    won_without_amount: c.count("Won opportunities without an amount.", "没有金额的赢单数。"),
    lost_without_amount: c.count("Lost opportunities without an amount.", "没有金额的输单数。")
  }),
  query: (db) =>
    db
      .with("counted", (db) =>
        db.selectFrom("int_opportunity").select(({ref}) => {
          const those = (...conditions: s.Value<any>[]) =>
            s.count(s.onlyWhen(s.both(...conditions), ref("opportunity_id")));
          const has = s.compare(s.coalesce(ref("amount"), s.amount("0")), "<>", s.amount("0"));
          const is = (state: string) => s.compare(ref("state"), "=", s.text(state));
          return (["open", "won", "lost"] as const).flatMap((state) => [
            those(is(state)).as(state),
            those(is(state), has).as(`${state}_has`)
          ]);
        })
      )
      .selectFrom("counted")
      .select(({ref: typed}) => {
        const ref = typed as unknown as (name: string) => s.Value<number>;
        const mostly = (state: string) =>
          s.compare(ref(`${state}_has`), ">=", s.multiply(s.num(leastShare), ref(state)));
        const without = (state: string) => s.subtract(ref(state), ref(`${state}_has`)).as(`${state}_without_amount`);
        return [
          s
            .when(
              s.compare(ref("won_has"), "=", s.num(0)),
              s.text("none"),
              s.when(s.both(mostly("open"), mostly("lost")), s.text("known"), s.text("at_close"))
            )
            .as("amount_state"),
          without("open"),
          without("won"),
          without("lost")
        ];
      }) as never
});
