import {activities} from "../../ingest/contracts/activities.ts";
import {model} from "../model.ts";
import {staged} from "./staged.ts";

/**
 * Activities in their latest delivery, one row per activity up to as_of; one without a time, such as a task to be done, stays.
 *
 * What was completed after as_of was still open, and what came of it is unknown.
 */
export const stgActivities = model({
  name: "stg_activities",
  title: {en: "Activities, one row per activity.", zh: "跟进活动，每项一行。"},
  ...staged(activities, {
    days: ["happened_at", "due_at", "completed_at"],
    plans: ["due_at"],
    cameWith: {completed_at: ["activity_status", "outcome"]}
  })
});
