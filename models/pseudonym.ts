import type {Expression} from "kysely";
import {join, left, md5, text, upper} from "./sql.ts";

/**
 * The pseudonym of a key: nobody can recompute it without the company's secret.
 *
 * Twelve hexadecimal digits are 48 bits: that any two of n keys share a pseudonym, and so become one customer, has a probability of
 * about n² ÷ 2^49, which is 0.2 % at a million keys and 16 % at ten million.
 */
export const pseudonym = (prefix: string, secret: string, key: Expression<string | null>) =>
  join(text(prefix), upper(left(md5(join(text(secret), key)), 12)));
