import type {Load} from "../ledger.ts";
import type {Layout} from "../reading/layout.ts";
import type {Source} from "../source.ts";

/** A part of a file that is to be loaded, and for which source. */
export interface Delivery {
  sourceName: string;
  source: Source;
  /** As messages and the ledger name it. */
  name: string;
  /** The file on disk, as the ledger names it. */
  container: string;
  layout: Layout;
  sha256: string;
  mapping: string;
  precedence: string;
  /** The load of the same part that this one replaces. */
  replaces?: Load;
  /** The load whose columns this one should have. */
  reference?: Load;
  /** Whether the file is still the one whose hash was taken. */
  isUnchanged?: () => boolean;
  /** Judge everything, change nothing. */
  isDry?: boolean;
}
