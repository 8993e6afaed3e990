import {martAudience} from "../../models/marts/mart_audience.ts";
import {martAudienceMember} from "../../models/marts/mart_audience_member.ts";
import {martAudienceMonth} from "../../models/marts/mart_audience_month.ts";
import {page} from "../page.ts";
import {body} from "./audiences/body.ts";
import {writeFiles} from "./audiences/writeFiles.ts";

const question = {en: "Which audiences do we have, and whom may we reach?", zh: "有哪些受众，可以触达谁？"};

/** Audiences: rules of the configuration, how many customers each takes in and reaches, how large it was, when it was sent. */
export const audiences = page({
  path: "/audiences",
  label: {en: "Audiences", zh: "受众"},
  question,
  marts: [martAudience, martAudienceMonth],
  render: (data, c) => body(question[c.lang], {audiences: data.mart_audience, months: data.mart_audience_month}, c),
  files: writeFiles,
  streams: [martAudienceMember]
});
