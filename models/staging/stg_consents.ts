import {consents} from "../../ingest/contracts/consents.ts";
import {model} from "../model.ts";
import {staged} from "./staged.ts";

/**
 * Consents given and withdrawn up to as_of, one row per delivered answer.
 *
 * Of the answers of a person about a channel and purpose at an instant, those of the latest load count. Which answer is in force is
 * for those to say who know which keys are one customer.
 */
export const stgConsents = model({
  name: "stg_consents",
  title: {en: "Consents, one row per delivered answer.", zh: "同意记录，每次交付一行。"},
  ...staged(consents, {days: ["recorded_at"]})
});
