import type {Claim} from "./claims.ts";
import type {ExportFile} from "./reading/files.ts";

/** A file that is taken for a source. */
export interface Taking {
  file: ExportFile;
  claim: Claim;
  sha256: string;
  /** fileState when its bytes were summed. */
  state: string;
}
