import type {Dice} from "./dice.ts";
import {MINUTE, naive, toLondon} from "./londonTime.ts";
import type {Answer} from "./surveys.ts";
import {drawVerbatim} from "./verbatims.ts";

const ZONE = "Europe/London";

/** Column, question text and import id of a Qualtrics export, which has all three as header rows; naive times are London's. */
const COLUMNS: [name: string, text: string, importId: object][] = [
  ["StartDate", "Start Date", {ImportId: "startDate", timeZone: ZONE}],
  ["EndDate", "End Date", {ImportId: "endDate", timeZone: ZONE}],
  ["Status", "Response Type", {ImportId: "status"}],
  ["IPAddress", "IP Address", {ImportId: "ipAddress"}],
  ["Progress", "Progress", {ImportId: "progress"}],
  ["Duration (in seconds)", "Duration (in seconds)", {ImportId: "duration"}],
  ["Finished", "Finished", {ImportId: "finished"}],
  ["RecordedDate", "Recorded Date", {ImportId: "recordedDate", timeZone: ZONE}],
  ["ResponseId", "Response ID", {ImportId: "_recordId"}],
  ["RecipientLastName", "Recipient Last Name", {ImportId: "recipientLastName"}],
  ["RecipientFirstName", "Recipient First Name", {ImportId: "recipientFirstName"}],
  ["RecipientEmail", "Recipient Email", {ImportId: "recipientEmail"}],
  ["ExternalReference", "External Data Reference", {ImportId: "externalDataReference"}],
  ["LocationLatitude", "Location Latitude", {ImportId: "locationLatitude"}],
  ["LocationLongitude", "Location Longitude", {ImportId: "locationLongitude"}],
  ["DistributionChannel", "Distribution Channel", {ImportId: "distributionChannel"}],
  ["UserLanguage", "User Language", {ImportId: "userLanguage"}],
  ["Q1", "How likely are you to recommend us to a friend or colleague?", {ImportId: "QID1"}],
  [
    "Q1_NPS_GROUP",
    "How likely are you to recommend us to a friend or colleague? - Group",
    {ImportId: "QID1_NPS_GROUP"}
  ],
  ["Q2", "What is the main reason for your score?", {ImportId: "QID2_TEXT"}]
];

export const SURVEY_HEADER: readonly string[] = COLUMNS.map(([name]) => name);
export const SURVEY_BELOW: string[][] = [
  COLUMNS.map(([, text]) => text),
  COLUMNS.map(([, , id]) => JSON.stringify(id))
];

const LETTERS = [..."ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789"];

/** One row per answer; half of the finished ones say why. */
export function surveyRow(answer: Answer, dice: Dice): string[] {
  const {respondent, score, isFinished, isPreview, startedAt} = answer;
  const endedAt = startedAt + answer.seconds * 1000;
  const says = isFinished && score !== null && dice.chance(score <= 6 ? 0.85 : 0.6);
  return [
    naive(toLondon(startedAt)),
    naive(toLondon(endedAt)),
    isPreview ? "Survey Preview" : "IP Address",
    isPreview ? "" : `203.0.113.${dice.int(1, 255)}`,
    isFinished ? "100" : dice.pick(["33", "67"]),
    String(answer.seconds),
    isFinished ? "True" : "False",
    naive(toLondon(endedAt + (isFinished ? 1000 : 25 * MINUTE))),
    `R_${Array.from({length: 15}, () => dice.pick(LETTERS)).join("")}`,
    isPreview ? "" : respondent.family,
    isPreview ? "" : respondent.given,
    isPreview ? "" : respondent.email,
    isPreview || respondent.index % 3 === 0 ? "" : respondent.customerId,
    "",
    "",
    isPreview ? "preview" : "email",
    respondent.language === "zh" ? "ZH-S" : "EN",
    score === null ? "" : String(score),
    score === null ? "" : score >= 9 ? "Promoter" : score >= 7 ? "Passive" : "Detractor",
    says ? drawVerbatim(answer, score, dice) : ""
  ];
}
