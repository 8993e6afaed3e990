import type {Expression} from "kysely";
import {matches, onlyWhen} from "../sql.ts";

/** A text where it is an e-mail address, else null: records hold what was written. */
export const address = (x: Expression<string | null>) =>
  onlyWhen(matches(x, String.raw`^[^@\s,;*]+@[^@\s,;*]+\.[^@\s,;*]+$`), x);
