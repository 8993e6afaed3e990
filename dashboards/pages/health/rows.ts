import type {RowOf} from "../../../models/model.ts";
import type {
  ledgerChecks,
  ledgerLoads,
  ledgerModels,
  ledgerPastLoads,
  ledgerRejects,
  ledgerSetAside
} from "../../../ingest/ledgerRelations.ts";

/** What the ledger says, row by row. */
export type LoadRow = RowOf<typeof ledgerLoads>;
export type PastLoadRow = RowOf<typeof ledgerPastLoads>;
export type RejectRow = RowOf<typeof ledgerRejects>;
export type SetAsideRow = RowOf<typeof ledgerSetAside>;
export type ModelRow = RowOf<typeof ledgerModels>;
export type CheckRow = RowOf<typeof ledgerChecks>;
