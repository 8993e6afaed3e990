import {isOneOf} from "./texts.ts";
import {preset, type Preset} from "./preset.ts";
import {suggestScore} from "./questions.ts";

const columns = {
  StartDate: [],
  EndDate: [],
  Status: [],
  IPAddress: [],
  Progress: [],
  "Duration (in seconds)": [],
  Finished: [],
  RecordedDate: [],
  ResponseId: [],
  RecipientLastName: [],
  RecipientFirstName: [],
  RecipientEmail: [],
  ExternalReference: [],
  LocationLatitude: [],
  LocationLongitude: [],
  DistributionChannel: [],
  UserLanguage: []
};

/**
 * The responses of a survey, one row each under three header rows. Which question is the score, the source says. Times are on the clock
 * that the third header row names. Words and numbers of `Status` and `Finished` depend on how it was exported.
 */
const responses = preset({
  name: "qualtrics-responses",
  system: "Qualtrics",
  export: "Data & Analysis > Export & Import > Export Data > CSV or TSV",
  evidence: "seen",
  columns,
  needs: ["ResponseId", "RecordedDate", "Finished"],
  parts: {
    feedback: {
      kind: "feedback",
      map: {
        response_id: "ResponseId",
        customer_key: "ExternalReference",
        email: "RecipientEmail",
        answered_at: "RecordedDate",
        answer_language: "UserLanguage"
      },
      set_aside: {
        preview: isOneOf(
          `"Status"`,
          ...["survey preview", "offline survey preview", "spam survey preview", "possible spam survey preview"],
          ...["survey test", "1", "2", "9", "17"]
        ),
        spam: isOneOf(`"Status"`, "spam", "possible spam", "8", "12", "40"),
        unfinished: isOneOf(`"Finished"`, "false", "0")
      }
    }
  },
  suggest: (found) => suggestScore(found, Object.keys(columns))
});

export const qualtrics: Preset[] = [responses];
