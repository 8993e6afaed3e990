import type {Expression} from "kysely";
import {goldenFields, type GoldenField, type SurvivorshipRule} from "../../ingest/identityConfig.ts";
import {nth} from "../nth.ts";
import type {Settings} from "../settings.ts";
import * as s from "../sql.ts";

type Place = Expression<number>;

/** The place of a field among the fields of the golden record, from 1. */
export const placeOf = (field: GoldenField) => s.num(goldenFields.indexOf(field) + 1);

/** What a record says in the n-th field, a flag as true or false. */
export const cellOf = (ref: (name: any) => Expression<any>, n: Place) =>
  goldenFields.reduceRight<s.Value<string | null>>((otherwise, name) => {
    const cell = name === "accepts_marketing" ? s.toType(ref(name), "varchar") : ref(name);
    return s.when(s.compare(n, "=", placeOf(name)), cell as Expression<string | null>, otherwise);
  }, s.nothing<string>("varchar"));

/** The configured rule of the n-th field. */
export const ruleOf = (n: Place, {identity}: Settings) =>
  nth(
    goldenFields.map((field) => identity.survivorship[field]),
    n
  ) as s.Value<SurvivorshipRule>;

/** How far a source is trusted: the first of the configured ones most, one that is not among them 0. */
export const trustOf = (source: Expression<string | null>, {identity: {trusted}}: Settings) =>
  trusted.reduceRight<s.Value<number>>(
    (otherwise, name, i) => s.when(s.compare(source, "=", s.text(name)), s.num(trusted.length - i), otherwise),
    s.num(0)
  );
