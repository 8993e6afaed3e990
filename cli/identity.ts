import type {Command} from "commander";
import {openLedger} from "../ingest/ledger.ts";
import {UserError} from "../warehouse/error.ts";
import {exportDecisions, runDecide, runUndo} from "./identity/decide.ts";
import {tellPair} from "./identity/pair.ts";
import {writeReview} from "./identity/review.ts";
import {tellSummary} from "./identity/summary.ts";
import {tellAccuracy} from "./identity/truth.ts";
import {forgetTraining} from "../models/identity/state.ts";
import {commands} from "./commands.ts";
import {subcommand} from "./options.ts";
import {say} from "./say.ts";
import {withSession, type Session} from "./session.ts";

interface Options {
  project: string;
  review?: string;
  decide?: string;
  undo?: true;
  decisions?: string;
  truth?: string;
  explain?: string[];
  relearn?: true;
}

const choices = ["review", "decide", "undo", "decisions", "truth", "explain", "relearn"] as const;

export const identityCommand = (): Command =>
  subcommand("identity", commands.identity)
    .option("--review <file>", "write the pairs in doubt as a CSV, the most valuable first")
    .option("--decide <file>", "take a CSV of left_key, right_key and verdict: same, different or unsure")
    .option("--undo", "take the last file of decisions back")
    .option("--decisions <file>", "write the decisions in force as a CSV")
    .option("--truth <file>", "hold the customers against a CSV of record keys and clusters")
    .option("--explain <keys...>", "how much each comparison of two records says, and what came of it")
    .option("--relearn", "forget what was learnt of the records, so that the next build learns anew; ids stay")
    .action((options: Options) => {
      if (choices.filter((key) => options[key] !== undefined).length > 1)
        throw new UserError(`identity: choose one of ${choices.map((key) => `--${key}`).join(", ")}`);
      return withSession(options.project, (session) => act(session, options));
    });

async function act(session: Session, options: Options): Promise<void> {
  await openLedger(session.warehouse);
  if (options.undo) return runUndo(session);
  if (options.decisions !== undefined) return exportDecisions(session, options.decisions);
  if (options.relearn) {
    await forgetTraining(session.warehouse);
    return say("identity", 'what was learnt is forgotten; "perennial build" learns anew');
  }
  await refuseUnbuilt(session);
  if (options.review !== undefined) return writeReview(session, options.review);
  if (options.decide !== undefined) return runDecide(session, options.decide);
  if (options.truth !== undefined) return tellAccuracy(session, options.truth);
  if (options.explain !== undefined) return tellPair(session, options.explain);
  return tellSummary(session);
}

async function refuseUnbuilt({warehouse}: Session): Promise<void> {
  const needed = ["int_identity_pair", "int_identity_member", "mart_customer_360"];
  const {n} = await warehouse.row<{n: number}>(
    `select count(*) as n from duckdb_views() where schema_name = 'main' and view_name in (${needed.map((name) => `'${name}'`).join(", ")})`
  );
  if (n < needed.length) throw new UserError('identity: records are not resolved yet; run "perennial build" first');
}
