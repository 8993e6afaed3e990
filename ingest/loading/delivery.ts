import type {Source} from "../config.ts";
import type {Load} from "../ledger.ts";
import type {ExportFile} from "../reading/files.ts";

/** A file that is to be loaded, and for which source. */
export interface Delivery {
  sourceName: string;
  source: Source;
  file: ExportFile;
  sha256: string;
  mapping: string;
  /** The load of the same file that this one replaces. */
  replaces?: Load;
}
