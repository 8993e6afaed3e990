import type {Expression} from "kysely";
import {join, text, toType, type Value} from "../sql.ts";

/** Where a staged row without a key of its own was delivered, as text: load, then row. */
export const positionOf = (ref: (name: any) => Expression<any>) =>
  join(ref("load_id"), text("-"), toType(ref("load_row"), "varchar") as Value<string>);

/** The same as two expressions, by which rows of one instant stand in the order of their delivery. */
export const inDelivery = (ref: (name: any) => Expression<any>) => [ref("load_id"), ref("load_row")];
