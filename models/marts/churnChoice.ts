import type {Expression} from "kysely";
import {coalesce, compare, no, num, ratio} from "../sql.ts";

/** Least mean AUC of a model that is used. */
export const LEAST_AUC = 0.6;

/** Least share by which its Brier score is under that of one share for everybody. */
export const LEAST_SKILL = 0.02;

/** Least share of customers with a second purchase day; under it nothing recurs that could be foretold. */
const LEAST_REPEAT = 0.02;

/** A warning rule is useful from so many warned customers at a mean snapshot on. */
export const LEAST_WARNED = 10;

/** And from so many times the churn of all that it could judge. */
export const LEAST_LIFT = 1.1;

/** Whether enough customers ever came back; false without customers. */
export const recurs = (repeat: Expression<number>, customers: Expression<number>) =>
  coalesce(compare(ratio(repeat, customers), ">=", num(LEAST_REPEAT)), no);
