import {closeSync, openSync, renameSync, rmSync, writeSync} from "node:fs";
import {basename} from "node:path";
import {rememberSent} from "../../ingest/audienceLedger.ts";
import type {Audience} from "../../models/settings.ts";
import {UserError} from "../../warehouse/error.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {ExportOptions} from "./audience.ts";
import {headOf, lineOf, type FileShape} from "./fileOf.ts";
import type {Recipient} from "./tools.ts";

/** Why a file cannot be written, by the code of the system. */
const unwritable: Record<string, string> = {
  ENOENT: "its folder does not exist",
  ENOTDIR: "what should be its folder is a file",
  EACCES: "the system does not allow it",
  EPERM: "the system does not allow it",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full"
};

interface Writing {
  file: string;
  shape: FileShape;
  audience: Audience;
  options: ExportOptions;
  campaign: string;
  today: Date;
  /** SQL of what may stand in the file of each customer. */
  known: string;
}

/** Writes who is in `chosen` to be sent to. The file is written beside, and takes its place in the moment in which the ledger learns of it. */
export async function writeAndRemember(
  warehouse: Warehouse,
  {file, shape, audience, options, campaign, today, known}: Writing
): Promise<string> {
  const beside = `${file}.new`;
  try {
    // A file with names and addresses is nobody else's business.
    rmSync(beside, {force: true});
    const handle = openSync(beside, "wx", shape.isPersonal ? 0o600 : 0o644);
    try {
      writeSync(handle, headOf(shape));
      const rows = warehouse.batches<Recipient>(
        `select known.* from (${known}) as known semi join (from chosen where arm = 'treated') using (customer_id) order by customer_id`
      );
      for await (const batch of rows) writeSync(handle, batch.map((one) => lineOf(one, shape)).join(""));
    } finally {
      closeSync(handle);
    }
    return await warehouse.transaction(async () => {
      const sending = {
        campaign_id: campaign,
        audience: audience.name,
        tool: options.for,
        channel: audience.channel,
        control_share: audience.controlShare,
        is_personal: shape.isPersonal,
        file: basename(file),
        sent_at: today
      };
      const id = await rememberSent(warehouse, sending, "select customer_id, arm from chosen");
      renameSync(beside, file);
      return id;
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOSPC") rmSync(beside, {force: true});
    const why = unwritable[code];
    if (why) throw new UserError(`export: ${file}: cannot be written: ${why}; name another file with --out`);
    rmSync(beside, {force: true});
    throw error;
  }
}
