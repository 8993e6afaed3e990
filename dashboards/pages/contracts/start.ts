import type {Context} from "../../context.ts";
import type {CsvFile} from "./bridgeCsv.ts";
import type {ToldDimension} from "./curveData.ts";
import type {Dimension} from "./rows.ts";

/** What the browser code of the page starts with. */
export interface ContractsStart {
  dimensions: ToldDimension[];
  first: Dimension;
  bridge: CsvFile;
  minCell: number;
  lang: Context["lang"];
  currency: string;
  asOf: string;
}
