import {isOneOf} from "./texts.ts";
import {preset, type Preset} from "./preset.ts";
import {suggestScore} from "./questions.ts";

const columns = {
  "#": [],
  "Response Type": [],
  "Start Date (UTC)": [],
  "Stage Date (UTC)": [],
  "Submit Date (UTC)": [],
  "Network ID": [],
  Tags: [],
  Ending: [],
  email: ["Email address", "E-mail", "E-mail address", "Your email"]
};

/**
 * The responses of a form, one row each; `#` is the response's token. Which question is the score, the source says. A question with
 * several answers is one column (` / A / B`) or one per answer, which matters to no field.
 */
const responses = preset({
  name: "typeform-responses",
  system: "Typeform",
  export: "Results > Responses > Download all responses > CSV",
  evidence: "seen",
  columns,
  needs: ["#", "Start Date (UTC)", "Submit Date (UTC)"],
  zone: "UTC",
  parts: {
    feedback: {
      kind: "feedback",
      map: {response_id: "#", email: "email", answered_at: "Submit Date (UTC)"},
      set_aside: {unfinished: isOneOf(`"Response Type"`, "partial", "started")}
    }
  },
  suggest: (found) => suggestScore(found, [...Object.keys(columns), ...Object.values(columns).flat()])
});

export const typeform: Preset[] = [responses];
