import type {Expression} from "kysely";
import {compare, firstOf, min, onlyWhen, text, type Value} from "../sql.ts";

type Party = "person" | "organisation";
type Refs = (name: "party" | "origin") => Expression<any>;

/** The party of a customer over its members: that of its records; a keyless contact does not know whether a person or an organisation writes. */
export const customerParty = (ref: Refs): Value<Party> =>
  firstOf(
    min(onlyWhen(compare(ref("origin"), "<>", text("contacts")), ref("party"))),
    min(ref("party"))
  ) as Value<Party>;
