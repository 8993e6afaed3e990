import type {Relation} from "../models/model.ts";

/** Values that a column must have. */
export type Only = Readonly<Record<string, string>>;

/** A mart of which a page reads the rows with given values alone: what is left must be small, not the mart. */
export interface Part extends Relation {
  readonly only: Only;
}

/** The rows of a mart in which each named column has its value; the columns are the mart's. */
export const partOf = <R extends Relation>(mart: R, only: Only): R & Part => ({...mart, only});

/** What a page reads of a relation; nothing where it reads all. */
export const onlyOf = (relation: Relation): Only => ("only" in relation ? (relation as Part).only : {});
