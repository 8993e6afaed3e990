import {type CsvFile, openCsv} from "./csvFile.ts";
import {CUSTOMER_HEADER} from "./customerRows.ts";
import {FAULTS, type PlacedFault} from "./faults.ts";
import {ORDER_HEADER} from "./orderRows.ts";
import {PRODUCT_HEADER} from "./productRows.ts";
import {SURVEY_BELOW, SURVEY_HEADER} from "./surveyRows.ts";
import {TICKET_HEADER} from "./ticketRows.ts";
import {TRUTH_HEADER} from "./truth.ts";

/** The open files of one sample; `placed` collects the faults as they are written. */
export interface ExportFiles {
  products: CsvFile;
  customers: CsvFile;
  tickets: CsvFile;
  truth: CsvFile | null;
  /** By London year. */
  orders: Map<number, CsvFile>;
  surveys: Map<number, CsvFile>;
  placed: PlacedFault[];
  close: () => Promise<{file: string; rows: number; bytes: number}[]>;
}

/** Opens every file of the sample under `out`, each with its header written. */
export async function openExports(
  out: string,
  years: number[],
  surveyYears: number[],
  truth: boolean
): Promise<ExportFiles> {
  const placed: PlacedFault[] = [];
  const all: CsvFile[] = [];
  const open = async (file: string, header: readonly string[], below: string[][] = []) => {
    const opened = await openCsv(out, file, header, {faults: FAULTS, placed, below});
    all.push(opened);
    return opened;
  };
  const orders = new Map<number, CsvFile>();
  for (const year of years) orders.set(year, await open(`shop/orders_${year}.csv`, ORDER_HEADER));
  const surveys = new Map<number, CsvFile>();
  for (const year of surveyYears) surveys.set(year, await open(`survey/nps_${year}.csv`, SURVEY_HEADER, SURVEY_BELOW));
  return {
    products: await open("shop/products.csv", PRODUCT_HEADER),
    customers: await open("shop/customers.csv", CUSTOMER_HEADER),
    tickets: await open("helpdesk/tickets.csv", TICKET_HEADER),
    truth: truth ? await open("truth.csv", TRUTH_HEADER) : null,
    orders,
    surveys,
    placed,
    close: async () => {
      const files = [];
      for (const file of all) files.push(await file.close());
      return files;
    }
  };
}
