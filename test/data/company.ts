import {csvParse, type DSVRowString} from "d3";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll} from "vitest";
import {type CompanyOptions, generateCompany} from "../../data/generator/generateCompany.ts";
import type {GeneratedTruth} from "../../data/generator/truth.ts";
import {readRows, readText} from "./readExport.ts";

/** A generated company on disk: what was put in, and its files as text or rows. */
export interface Company {
  out: string;
  truth: GeneratedTruth;
  text: (path: string) => string;
  rows: (path: string) => DSVRowString[];
  /** Rows of any export, as text by column. */
  table: (part: string) => Promise<Record<string, string>[]>;
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, {recursive: true})));

/** Generates into a folder of its own below the system's temporary one; 2,400 customers of seed 7 unless said otherwise. */
export async function company(
  options: Partial<CompanyOptions> = {},
  onProgress?: (done: number, total: number) => void
): Promise<Company> {
  const out = mkdtempSync(join(tmpdir(), "company-"));
  folders.push(out);
  const truth = await generateCompany({customers: 2400, seed: 7, truth: true, ...options, out}, onProgress);
  const text = (path: string) => readText(out, path);
  const table = async (part: string) => {
    const [header, ...rows] = await readRows(out, part);
    return rows.map((row) => Object.fromEntries(header!.map((name, i) => [name, row[i] ?? ""])));
  };
  return {out, truth, text, rows: (path) => csvParse(text(path)), table};
}

/** The first row of every order, newest first, without the one whose broken date hides its time. */
export const orderHeads = ({rows}: Company): DSVRowString[] =>
  ["2026.csv", "2025.csv.gz", "2024.csv.gz"]
    .flatMap((file) => rows(`shop/orders_${file}`))
    .filter((row) => row["Created at"] !== "" && !/-11-31 | 25:61/.test(row["Created at"]!));

export const instantOf = (at: string): number => Date.parse(at.replace(/^(\S+) (\S+) (...)(..)$/, "$1T$2$3:$4"));

export const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
