import type {Config} from "../ingest/config.ts";
import type {Settings} from "./settings.ts";

/** What a configuration says about service and feedback, as the models read it. */
export const serviceSettings = ({
  company,
  service,
  feedback
}: Pick<Config, "service" | "feedback"> & {company: {zone: string}}): Pick<Settings, "service" | "feedback"> => ({
  service: {
    calendars: service.calendars.map(({zone, ...rest}) => ({...rest, zone: zone ?? company.zone})),
    targets: service.targets.map((target) => ({
      priority: target.priority,
      firstReplyMinutes: target.first_reply_minutes,
      resolutionMinutes: target.resolution_minutes,
      clock: target.clock
    })),
    priorities: service.priorities,
    waitingStatuses: service.waiting_statuses.map((status) => status.toLowerCase()),
    holdStatuses: service.hold_statuses.map((status) => status.toLowerCase()),
    oldDays: service.old_days
  },
  feedback: {
    followUpDays: feedback.follow_up_days,
    themes: feedback.themes,
    minTexts: feedback.min_texts,
    verbatims: feedback.verbatims
  }
});
