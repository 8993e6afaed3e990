import {feedbackSchema, serviceSchema} from "../../ingest/serviceConfig.ts";
import {serviceSettings} from "../../models/serviceSettings.ts";

/** The settings of a configuration that says nothing about service and feedback. */
export const usualService = serviceSettings({
  company: {zone: "UTC"},
  service: serviceSchema.parse({}),
  feedback: feedbackSchema.parse({})
});
