import type {Kind} from "../../../ingest/contracts/kinds.ts";
import {models} from "../../../models/index.ts";

/** Whether a model reads the staging of a kind, so that pages have less to show without its exports. */
export const isRead = (kind: Kind): boolean => models.some(({from}) => from.some(({name}) => name === `stg_${kind}`));
