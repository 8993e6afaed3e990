import type {Expression} from "kysely";
import * as s from "../sql.ts";

export const arms = ["treated", "control"] as const;
export type Arm = (typeof arms)[number];

const digits = 8;

/** Below which of the 16^8 numbers somebody is held back, as text of eight hexadecimal digits. Shares are below 1. */
export const controlLimit = (share: number): string =>
  Math.floor(share * 16 ** digits)
    .toString(16)
    .padStart(digits, "0");

/**
 * Who is held back, the same at every sending: a share of all customers that looks random, drawn from the hash of the audience's name and the
 * pseudonym. Who is held back at a share is so at every greater one.
 */
export const armOf = (audience: Expression<string>, customer: Expression<string>, limit: Expression<string>) =>
  s.when(
    s.compare(s.left(s.md5(s.join(audience, s.text("/"), customer)), digits), "<", limit),
    s.text("control"),
    s.text("treated")
  ) as s.Value<Arm>;
