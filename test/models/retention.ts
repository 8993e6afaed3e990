import {churnSchema, lifecycleSchema, valueSchema} from "../../ingest/retentionConfig.ts";
import {abcSchema, rfmSchema} from "../../ingest/rfmConfig.ts";
import {retentionSettings} from "../../models/retentionSettings.ts";

/** The settings of a configuration that says nothing about value, retention and churn. */
export const usual = retentionSettings({
  rfm: rfmSchema.parse({}),
  abc: abcSchema.parse({}),
  lifecycle: lifecycleSchema.parse({}),
  churn: churnSchema.parse({}),
  value: valueSchema.parse({})
});
