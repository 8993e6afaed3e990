import type {Expression} from "kysely";
import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {fromParts, inParts} from "../exact.ts";
import {intPersona} from "../intermediate/int_persona.ts";
import {intPersonaFeature} from "../intermediate/int_persona_feature.ts";
import {intPersonaScale} from "../intermediate/int_persona_scale.ts";
import {model} from "../model.ts";
import {nth} from "../nth.ts";
import {isLog, personaFeatures, type PersonaFeature} from "../personas/catalogue.ts";
import {scalingStates} from "../personas/scaling.ts";
import * as s from "../sql.ts";

const z95 = 1.959963984540054;
/** How finely values in their own units and on their scale are counted. */
const [ownParts, scaleParts] = [1e4, 1e9];
/** Differences from which on a trait is one; the first three name the persona. Source: Cohen (1988), a medium effect. */
export const CLEAR_DIFFERENCE = 0.5;
export const NAMING_TRAITS = 3;

type Ref = (name: any) => Expression<any>;

const onScale = (ref: Ref, feature: PersonaFeature) => {
  const value = s.toDouble(ref(feature));
  return isLog(feature) ? s.ln(s.add(s.greatest<number | null>(value, s.toDouble(s.num(0))), s.num(1))) : value;
};

/** Σ of a feature over the rows at hand: how many know it, in its own unit, on its scale, squared; and its median. */
const sumsOf = (ref: Ref, prefix: string) =>
  personaFeatures.flatMap((feature, i) => {
    const x = onScale(ref, feature);
    return [
      s.count(ref(feature)).as(`${prefix}_n${i}`),
      s.sum(inParts(s.toDouble(ref(feature)), ownParts)).as(`${prefix}_own${i}`),
      s.sum(inParts(x, scaleParts)).as(`${prefix}_sum${i}`),
      s.sum(inParts(s.multiply(x, x), scaleParts)).as(`${prefix}_squares${i}`),
      s.median(ref(feature)).as(`${prefix}_median${i}`)
    ];
  });

/** The n-th feature's sum. */
const pick = (ref: Ref, name: string): s.Value<number | null> =>
  personaFeatures.reduceRight<s.Value<number | null>>(
    (other, _, i) => s.when(s.compare(ref("n"), "=", s.num(i + 1)), s.toDouble(ref(`${name}${i}`)), other),
    s.nothing<number>("double precision")
  );

/**
 * What sets a persona apart, one row per persona and feature; none where there are no personas.
 *
 * The difference is the mean of those in it less the mean of all others on the feature's scale (ln(1 + x) where int_persona_scale says so), in
 * standard deviations within both (Cohen's d), with its 95 % interval (Hedges & Olkin 1985). Only customers of whom the feature is known count; no
 * difference with fewer than two on either side or without spread. Features by which customers are not grouped are described all the same. Personas
 * were made to differ in the others: the interval says how exactly the difference is known, not that it is real.
 */
export const martPersonaTrait = model({
  name: "mart_persona_trait",
  title: {
    en: "What sets a persona apart, one row per persona and feature.",
    zh: "画像的显著特征，每个画像每个特征一行。"
  },
  from: [intPersona, intPersonaFeature, intPersonaScale],
  grain: ["persona", "feature"],
  columns: z.strictObject({
    persona: c.count("Number of the persona.", "画像编号。"),
    feature: c.oneOf(personaFeatures, "Column of int_persona_feature.", "int_persona_feature 的列。"),
    place: c.count("Its place among the features.", "特征序号。"),
    state: c.oneOf(scalingStates, "Whether customers are grouped by it, and why not.", "是否用于分组及原因。"),
    known_customers: c.count("Customers of the persona of whom it is known.", "画像中已知该特征的客户数。"),
    mean: c.number("Their mean, in its own unit.", "均值（原单位）。").nullable(),
    base_mean: c.number("Mean of all customers.", "全部客户均值。").nullable(),
    median: c.number("Their median.", "中位数。").nullable(),
    base_median: c.number("Median of all customers.", "全部客户中位数。").nullable(),
    difference: c.number("Standardised difference from all others.", "与其他客户的标准化差异。").nullable(),
    low: c.number("Lower end of its 95 % interval.", "区间下限。").nullable(),
    high: c.number("Upper end of its interval.", "区间上限。").nullable(),
    trait_rank: c
      .count("Place by the size of the difference, grouped features alone.", "按差异大小的名次（仅用于分组的特征）。")
      .nullable(),
    is_naming: c.flag("Names the persona: among its first three, at least 0.5.", "是否用于命名：前三且差异至少 0.5。")
  }),
  query: (db) =>
    db
      .with("placed", (db) =>
        db
          .selectFrom("int_persona")
          .innerJoin("int_persona_feature as of", "of.customer_id", "int_persona.customer_id")
          .selectAll("of")
          .select("persona")
      )
      .with("own", (db) =>
        db
          .selectFrom("placed")
          .groupBy("persona")
          .select(({ref}) => ["persona", ...sumsOf(ref, "own")])
      )
      .with("whole", (db) => db.selectFrom("placed").select(({ref}) => sumsOf(ref, "all")))
      .with("counted", (db) =>
        db
          .selectFrom("own")
          .crossJoin("whole")
          .crossJoin(s.series(1, personaFeatures.length, "features"))
          .select(({ref}) => {
            const of = (name: string) => pick(ref, name);
            return [
              "persona",
              ref("features.n").as("place"),
              nth(personaFeatures, ref("features.n")).as("feature"),
              s.coalesce(of("own_n"), s.num(0)).as("n1"),
              s.subtract(of("all_n"), of("own_n")).as("n2"),
              s.ratio(fromParts(of("own_own"), ownParts), of("own_n")).as("mean"),
              s.ratio(fromParts(of("all_own"), ownParts), of("all_n")).as("base_mean"),
              of("own_median").as("median"),
              of("all_median").as("base_median"),
              fromParts(of("own_sum"), scaleParts).as("sum1"),
              fromParts(s.subtract(of("all_sum"), of("own_sum")), scaleParts).as("sum2"),
              fromParts(of("own_squares"), scaleParts).as("squares1"),
              fromParts(s.subtract(of("all_squares"), of("own_squares")), scaleParts).as("squares2")
            ];
          })
      )
      .with("compared", (db) =>
        db
          .selectFrom("counted")
          .innerJoin("int_persona_scale as told", (on) => on.onRef("told.feature", "=", "counted.feature" as never))
          .selectAll("counted")
          .select(({ref}) => {
            const [n1, n2] = [ref("n1"), ref("n2")] as Expression<number>[] as [Expression<number>, Expression<number>];
            const squaresOf = (k: 1 | 2, n: Expression<number>) => {
              const total = ref(`sum${k}`) as Expression<number | null>;
              return s.subtract(ref(`squares${k}`) as Expression<number | null>, s.ratio(s.multiply(total, total), n));
            };
            const degrees = s.subtract(s.add(n1, n2), s.num(2));
            const variance = s.ratio(s.add(squaresOf(1, n1), squaresOf(2, n2)), degrees);
            const apart = s.subtract(s.ratio(ref("sum1"), n1), s.ratio(ref("sum2"), n2));
            const isTold = s.both(
              s.compare(n1, ">", s.num(1)),
              s.compare(n2, ">", s.num(1)),
              s.compare(variance, ">", s.toDouble(s.num(1e-9)))
            );
            return [
              "told.state",
              s.onlyWhen(isTold, s.ratio(apart, s.sqrt(s.onlyWhen(isTold, variance)))).as("difference")
            ];
          })
      )
      .with("ranked", (db) =>
        db
          .selectFrom("compared")
          .selectAll()
          .select(({ref}) => {
            const isRanked = s.both(s.compare(ref("state"), "=", s.text("used")), s.isKnown(ref("difference")));
            const place = s.ordered(s.rowNumber(), {
              partitionBy: [ref("persona"), isRanked],
              orderBy: [s.descending(s.abs(ref("difference"))), ref("place")]
            });
            return s.onlyWhen(isRanked, place).as("trait_rank");
          })
      )
      .selectFrom("ranked")
      .select(({ref}) => {
        const d = ref("difference");
        const halves = s.add(s.ratio(s.num(1), ref("n1")), s.ratio(s.num(1), ref("n2")));
        const own = s.ratio(s.multiply(d, d), s.multiply(s.num(2), s.add(ref("n1"), ref("n2"))));
        const margin = s.multiply(s.num(z95), s.sqrt(s.add(halves, own)));
        return [
          "persona",
          ref("feature").$castTo<PersonaFeature>().as("feature"),
          "place",
          "state",
          s.toBigint(ref("n1")).as("known_customers"),
          "mean",
          "base_mean",
          "median",
          "base_median",
          "difference",
          s.subtract(d, margin).as("low"),
          s.add(d, margin).as("high"),
          ref("trait_rank").as("trait_rank"),
          s
            .coalesce(
              s.both(
                s.compare(ref("trait_rank"), "<=", s.num(NAMING_TRAITS)),
                s.compare(s.abs(d), ">=", s.num(CLEAR_DIFFERENCE))
              ),
              s.no
            )
            .as("is_naming")
        ];
      })
});
