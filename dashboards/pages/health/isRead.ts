import type {Kind} from "../../../ingest/contracts/kinds.ts";
import {intOtherEvent} from "../../../models/intermediate/int_other_event.ts";
import {models} from "../../../models/index.ts";

/** Whether a model reads more of a kind than when its last event was, so that pages have less to show without its exports. */
export const isRead = (kind: Kind): boolean =>
  models.some((model) => model !== intOtherEvent && model.from.some(({name}) => name === `stg_${kind}`));
