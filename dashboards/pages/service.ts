import {martBacklog} from "../../models/marts/mart_backlog.ts";
import {martBacklogGroup} from "../../models/marts/mart_backlog_group.ts";
import {martComplaintCause} from "../../models/marts/mart_complaint_cause.ts";
import {martOpenTicket} from "../../models/marts/mart_open_ticket.ts";
import {martServiceEffect} from "../../models/marts/mart_service_effect.ts";
import {martServiceEffectMonth} from "../../models/marts/mart_service_effect_month.ts";
import {martServiceGroup} from "../../models/marts/mart_service_group.ts";
import {martServiceHour} from "../../models/marts/mart_service_hour.ts";
import {martServicePhase} from "../../models/marts/mart_service_phase.ts";
import {martServiceSummary} from "../../models/marts/mart_service_summary.ts";
import {martSlaMonth} from "../../models/marts/mart_sla_month.ts";
import {martUrgentTicket} from "../../models/marts/mart_urgent_ticket.ts";
import {page} from "../page.ts";
import {partOf} from "../partOf.ts";
import {body} from "./service/body.ts";
import {serviceStart} from "./service/serviceStart.ts";
import {writeFiles} from "./service/writeFiles.ts";

const question = {en: "Are we answering in time?", zh: "我们及时答复了吗？"};

/** Service: what waits and for how long, whether promises are kept, when and why customers write, what goes with bad service. */
export const service = page({
  path: "/service",
  label: {en: "Service", zh: "客户服务"},
  question,
  marts: [
    martServiceSummary,
    martBacklog,
    partOf(martBacklogGroup, {dimension: "age"}),
    martSlaMonth,
    partOf(martServiceGroup, {is_common: "true"}),
    martServiceHour,
    martServicePhase,
    partOf(martComplaintCause, {is_common: "true"}),
    martUrgentTicket,
    martServiceEffect,
    martServiceEffectMonth
  ],
  render: (data, c) =>
    body(
      question[c.lang],
      {
        summary: data.mart_service_summary[0],
        backlog: data.mart_backlog,
        ages: data.mart_backlog_group,
        promises: data.mart_sla_month,
        groups: data.mart_service_group,
        hours: data.mart_service_hour,
        phases: data.mart_service_phase,
        causes: data.mart_complaint_cause,
        open: data.mart_urgent_ticket,
        effects: data.mart_service_effect,
        effectMonths: data.mart_service_effect_month
      },
      c
    ),
  live: {
    module: "service",
    data: (data, c) =>
      serviceStart(
        {
          summary: data.mart_service_summary[0],
          causes: data.mart_complaint_cause,
          groups: data.mart_service_group,
          open: data.mart_urgent_ticket
        },
        c
      )
  },
  files: writeFiles,
  streams: [martOpenTicket]
});
