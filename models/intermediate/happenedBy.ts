import type {Expression} from "kysely";
import {coalesce, compare, onlyWhen, yes} from "../sql.ts";

type Ref = (name: any) => Expression<any>;

/**
 * What had happened by int_as_of, for kinds of events that do not decide it: where no as_of is configured it is the last order, ticket
 * or answer, and others may be younger. Rows are joined with int_as_of.
 */
export const happenedBy = (at: Expression<Date | null>, ref: Ref) => compare(at, "<=", ref("as_of_at"));

/** The same, or nobody says when it did. */
export const mayHaveHappenedBy = (at: Expression<Date | null>, ref: Ref) => coalesce(happenedBy(at, ref), yes);

/** The instant, or null where it lay ahead. */
export const soFarOf = <T extends Date | null>(at: Expression<T>, ref: Ref) => onlyWhen(happenedBy(at, ref), at);
