import {martLeadScore} from "../../models/marts/mart_lead_score.ts";
import {page} from "../page.ts";
import {body} from "./leads/body.ts";
import {leadMarts} from "./leads/leadsData.ts";
import {writeFiles} from "./leads/writeFiles.ts";

const question = {en: "Which leads are worth a call?", zh: "哪些线索值得跟进？"};

/** Leads: which open ones are likely to convert and why, how leads convert, and whether that can be trusted. */
export const leads = page({
  path: "/leads",
  label: {en: "Leads", zh: "线索"},
  question,
  marts: leadMarts,
  render: (data, c) => body(question[c.lang], data, c),
  files: writeFiles,
  streams: [martLeadScore]
});
