import {surveyInvitations} from "../../ingest/contracts/surveyInvitations.ts";
import {model} from "../model.ts";
import {staged} from "./staged.ts";

/**
 * Who had been asked in which survey by as_of, one row per delivered invitation.
 *
 * Of a person's invitations to a survey at an instant, those of the latest load count.
 */
export const stgSurveyInvitations = model({
  name: "stg_survey_invitations",
  title: {en: "Invitations to surveys, one row per delivered invitation.", zh: "问卷邀请，每次交付的邀请一行。"},
  ...staged(surveyInvitations, {days: ["invited_at"]})
});
