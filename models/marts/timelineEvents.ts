import type {QueryCreator, SelectQueryBuilder} from "kysely";
import type {Relation, RowOf} from "../model.ts";
import {nothing, text, when, type Value} from "../sql.ts";
import type {TimelineKind} from "./timelineKinds.ts";

/** A row of the timeline. */
export interface TimelineEvent {
  customer_id: string;
  event_at: Date;
  event_on: Date;
  kind: TimelineKind;
  reference: string;
  amount: number | null;
  score: number | null;
  points: number | null;
  detail: string | null;
}

type Name<R extends Relation, T> = {[K in keyof RowOf<R>]: RowOf<R>[K] extends T ? K : never}[keyof RowOf<R>] & string;

/** Which columns of a relation of known customers tell of an event. */
interface Telling<R extends Relation> {
  /** When it happened: `solved_at`, with its business day beside it, `solved_on`. Where it is null nothing happened. */
  at: Name<R, Date | null> & `${string}_at`;
  /** What it is; of two kinds the first where a flag holds. */
  kind: TimelineKind | [flag: Name<R, boolean>, then: TimelineKind, otherwise: TimelineKind];
  reference: Name<R, string>;
  amount?: Name<R, number | null>;
  score?: Name<R, number | null>;
  points?: Name<R, number | null>;
  detail?: Name<R, string | null>;
}

/** The events of a relation in the columns of the timeline. */
export function eventsOf<R extends Relation>(db: QueryCreator<any>, relation: R, telling: Telling<R>) {
  const {at, kind, reference, amount, score, points, detail} = telling;
  return db
    .selectFrom(relation.name as string)
    .where(at, "is not", null)
    .select(({ref}) => {
      const columnOf = (name: string | undefined, missing: Value<unknown>): Value<any> => (name ? ref(name) : missing);
      return [
        "customer_id",
        ref(at).as("event_at"),
        ref(at.replace(/_at$/, "_on")).as("event_on"),
        (typeof kind === "string" ? text(kind) : when(ref(kind[0]), text(kind[1]), text(kind[2]))).as("kind"),
        ref(reference).as("reference"),
        columnOf(amount, nothing("decimal(18, 4)")).as("amount"),
        columnOf(score, nothing("bigint")).as("score"),
        columnOf(points, nothing("decimal(18, 4)")).as("points"),
        columnOf(detail, nothing("varchar")).as("detail")
      ];
    }) as unknown as SelectQueryBuilder<any, any, TimelineEvent>;
}
