import {type CsvFile, openCsv, type Written} from "./csvFile.ts";
import {CUSTOMER_HEADER} from "./customerRows.ts";
import type {PlacedFault} from "./faults.ts";
import {ORDER_HEADER} from "./orderRows.ts";
import {PEOPLE_HEADER} from "./peopleTruth.ts";
import {PRODUCT_HEADER} from "./productRows.ts";
import {SURVEY_BELOW, SURVEY_HEADER} from "./surveyRows.ts";
import {TICKET_HEADER} from "./ticketRows.ts";
import {TRUTH_HEADER} from "./truth.ts";

/** The open files of shop, helpdesk and survey. */
export interface ExportFiles {
  products: CsvFile;
  customers: CsvFile;
  tickets: CsvFile;
  truth: CsvFile | null;
  people: CsvFile | null;
  /** By London year. */
  orders: Map<number, CsvFile>;
  surveys: Map<number, CsvFile>;
  close: () => Promise<Written[]>;
}

/** Opens them under `out`, each with its header written; all years but the last of orders are gzipped. */
export async function openExports(
  out: string,
  years: number[],
  surveyYears: number[],
  truth: boolean,
  placed: PlacedFault[]
): Promise<ExportFiles> {
  const all: CsvFile[] = [];
  const open = async (file: string, header: readonly string[], below: string[][] = []) => {
    const opened = await openCsv(out, file, header, {placed, below});
    all.push(opened);
    return opened;
  };
  const orders = new Map<number, CsvFile>();
  for (const year of years)
    orders.set(year, await open(`shop/orders_${year}.csv${year < years.at(-1)! ? ".gz" : ""}`, ORDER_HEADER));
  const surveys = new Map<number, CsvFile>();
  for (const year of surveyYears) surveys.set(year, await open(`survey/nps_${year}.csv`, SURVEY_HEADER, SURVEY_BELOW));
  return {
    products: await open("shop/products.csv", PRODUCT_HEADER),
    customers: await open("shop/customers.csv", CUSTOMER_HEADER),
    tickets: await open("helpdesk/tickets.csv", TICKET_HEADER),
    truth: truth ? await open("truth.csv", TRUTH_HEADER) : null,
    people: truth ? await open("people.csv", PEOPLE_HEADER) : null,
    orders,
    surveys,
    close: async () => {
      const files = [];
      for (const file of all) files.push(await file.close());
      return files;
    }
  };
}
