import {preset, type Preset} from "./preset.ts";
import {suggestScore} from "./questions.ts";

const columns = {
  "Respondent ID": [],
  "Collector ID": [],
  "Start Date": [],
  "End Date": [],
  "IP Address": [],
  "Email Address": [],
  "First Name": [],
  "Last Name": [],
  "Custom Data 1": ["Custom Data"]
};

/**
 * The responses of a survey, one row each under two header rows: questions, and below them their answers. Which question is the score,
 * the source says. Times are on the clock of the account, with the month first; where the account writes the day first, `dates` says so.
 */
const responses = preset({
  name: "surveymonkey-responses",
  system: "SurveyMonkey",
  export: "Analyze Results > Save As > Export file > All individual responses > CSV",
  evidence: "seen",
  columns,
  needs: ["Respondent ID", "Collector ID", "Start Date", "End Date"],
  dates: ["%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %H:%M"],
  parts: {
    feedback: {
      kind: "feedback",
      map: {response_id: "Respondent ID", email: "Email Address", answered_at: "End Date"}
    }
  },
  suggest: (found) => suggestScore(found, Object.keys(columns))
});

export const surveyMonkey: Preset[] = [responses];
