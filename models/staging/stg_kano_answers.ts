import {kanoAnswers} from "../../ingest/contracts/kanoAnswers.ts";
import {model} from "../model.ts";
import {staged} from "./staged.ts";

/** Pairs of answers about features given up to as_of, one row per respondent and feature. */
export const stgKanoAnswers = model({
  name: "stg_kano_answers",
  title: {en: "Kano answers, one row per respondent and feature.", zh: "Kano 作答，每位答卷人每项功能一行。"},
  ...staged(kanoAnswers, {days: ["answered_at"]})
});
