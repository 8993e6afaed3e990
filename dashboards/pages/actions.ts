import {martAction} from "../../models/marts/mart_action.ts";
import {martActionDue} from "../../models/marts/mart_action_due.ts";
import {martActionKind} from "../../models/marts/mart_action_kind.ts";
import {martActionNext} from "../../models/marts/mart_action_next.ts";
import {page} from "../page.ts";
import {body} from "./actions/body.ts";
import {everybodyOf, listed} from "./actions/listed.ts";
import {startOf} from "./actions/start.ts";
import {writeFiles} from "./actions/writeFiles.ts";

const question = {en: "Who does what today?", zh: "今天谁做什么？"};

/** Actions: what is due about which customer, why and worth what, one ranked list per owner. */
export const actions = page({
  path: "/actions",
  label: {en: "Actions", zh: "行动"},
  question,
  marts: [martActionKind, martActionNext],
  render: (data, c) =>
    body(
      question[c.lang],
      {
        kinds: data.mart_action_kind,
        list: listed(data.mart_action_next, c),
        everybody: everybodyOf(data.mart_action_next, c)
      },
      c
    ),
  live: {
    module: "actions",
    data: (data, c) => startOf(listed(data.mart_action_next, c), everybodyOf(data.mart_action_next, c), c)
  },
  files: writeFiles,
  streams: [martAction, martActionDue]
});
