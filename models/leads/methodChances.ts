import type {Expression, QueryCreator} from "kysely";
import {fromParts, inParts} from "../exact.ts";
import * as s from "../sql.ts";

export const leadMethods = ["logistic", "trees", "source", "base"] as const;

/**
 * What each method foretold of each lead of int_lead_forecast, one row per method (its place `n` in leadMethods, from 1), lead and moment;
 * `gain`: the squared error of the source's rate less the own.
 */
export const methodChances = (db: QueryCreator<any>) =>
  db
    .selectFrom("int_lead_forecast")
    .crossJoin(s.series(1, leadMethods.length, "place"))
    .select(({ref}) => {
      const chances = [ref("logistic_chance"), ref("trees_chance"), ref("source_chance"), ref("base_chance")];
      const chance = chances.reduceRight((other, one, i) => s.when(s.compare(ref("n"), "=", s.num(i + 1)), one, other));
      const came = s.when(ref("has_converted"), s.num(1), s.num(0));
      const squared = (x: Expression<number>) => s.multiply(s.subtract(x, came), s.subtract(x, came));
      return [
        "n",
        "moment",
        "has_converted",
        chance.as("chance"),
        s.subtract(squared(ref("source_chance")), squared(chance)).as("gain")
      ];
    });

/** Leads of `told` by chance, in the columns that rankedWithin reads, one row per method, moment and chance. */
export const chanceGroups = (db: QueryCreator<any>) =>
  db
    .selectFrom("told")
    .groupBy(["n", "moment", "chance"])
    .select(({ref}) => [
      "n",
      "moment",
      ref("chance").as("risk_share"),
      s.countRows().as("customers"),
      s.countRows().filterWhere("has_converted", "=", true).as("churned")
    ]);

/** The mean gain over `told` and its standard error, one row per method and moment. */
export const meanGains = (db: QueryCreator<any>) =>
  db
    .selectFrom("told")
    .groupBy(["n", "moment"])
    .select(({ref}) => {
      const mean = (x: Expression<number>) => s.ratio(fromParts(s.sum(inParts(x, 1e9)), 1e9), s.countRows());
      const gain = mean(ref("gain"));
      const spread = s.subtract(mean(s.multiply(ref("gain"), ref("gain"))), s.multiply(gain, gain));
      return [
        ref("n").as("gained_n"),
        ref("moment").as("gained_moment"),
        gain.$notNull().as("gain"),
        s.sqrt(s.ratio(s.greatest<number | null>(spread, s.toDouble(s.num(0))), s.countRows())).as("gain_error")
      ];
    })
    .$castTo<{gained_n: number; gained_moment: string; gain: number; gain_error: number | null}>();
