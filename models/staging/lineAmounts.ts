import type {Expression} from "kysely";
import {abs, amount, coalesce, subtract, when} from "../sql.ts";

type Amount = Expression<number>;
type Discount = Expression<number | null>;
type Flag = Expression<boolean | null>;

/** A line's amount, or where it gives goods back, the same below zero: sources write returns with a sign or without. */
const signed = (x: Amount, isReturn: Flag) => when(isReturn, subtract(amount("0"), abs(x)), x);

/** Units of a line, negative where it gives goods back. */
export const unitsOf = (quantity: Amount, isReturn: Flag) => signed(quantity, isReturn);

/** Discount of a line, zero where none; negative where it gives goods back, for less is paid back. */
export const discountOf = (discount: Discount, isReturn: Flag) => signed(coalesce(discount, amount("0")), isReturn);
