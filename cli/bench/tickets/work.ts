import {feedbackSchema, serviceSchema} from "../../../ingest/serviceConfig.ts";
import {inBuildOrder} from "../../../models/compile.ts";
import {intTicketTarget} from "../../../models/intermediate/int_ticket_target.ts";
import type {Model} from "../../../models/model.ts";
import {serviceSettings} from "../../../models/serviceSettings.ts";
import type {Settings} from "../../../models/settings.ts";

const hours = {first_reply_minutes: 240, resolution_minutes: 2400};
/** A desk in London with three holidays and promises of both clocks. */
export const settings = {
  zone: "Europe/London",
  pseudonymKey: "benchmark",
  ...serviceSettings({
    company: {zone: "Europe/London"},
    service: serviceSchema.parse({
      calendars: [{holidays: ["2023-12-25", "2024-12-25", "2025-12-25"]}],
      targets: [{priority: "urgent", ...hours, clock: "elapsed"}, hours]
    }),
    feedback: feedbackSchema.parse({})
  })
} as Settings;

/** What is generated stands for the models before these. */
export const clockModels = () =>
  inBuildOrder([intTicketTarget as unknown as Model]).filter(({name}) => /^int_(ticket|work)/.test(name));

/** The elapsed times by hand: what no clock can do without. */
export const elapsedByHand = `create or replace table plain_ticket as
  select ticket_id, min(happened_at) as opened_at, max(happened_at) filter (to_value = 'Solved') as solved_at,
    date_diff('second', min(happened_at), min(happened_at) filter (event = 'reply' and actor_role = 'agent')) / 60 as first_reply_minutes,
    date_diff('second', min(happened_at), max(happened_at) filter (to_value = 'Solved')) / 60 as resolution_minutes
  from stg_ticket_events group by ticket_id`;
