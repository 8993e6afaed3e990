import type {Relation, RowOf} from "../models/model.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import type {Context} from "./context.ts";

/**
 * Rows of the marts that a page names, by mart name, in grain order.
 *
 * A personal column that the operator does not publish is absent, whatever its type says.
 */
export type PageData<Marts extends readonly Relation[]> = {[M in Marts[number] as M["name"]]: RowOf<M>[]};

/**
 * One page of the site: one question, answered at build time in both languages.
 *
 * `render` is a pure function of small marts (the build refuses one over 20,000 rows); what is large travels as files that
 * the page's browser code fetches.
 */
export interface Page<Marts extends readonly Relation[] = readonly Relation[]> {
  /** Address without language: "/", "/cohorts". */
  path: string;
  /** Entry in the navigation. */
  label: {en: string; zh: string};
  /** The question that the page answers; its h1. */
  question: {en: string; zh: string};
  marts: Marts;
  render: (data: PageData<Marts>, context: Context) => string;
  /** Module of `dashboards/live/` that takes the page over in the browser, and the data it starts with. */
  live?: {module: string; data?: (data: PageData<Marts>, context: Context) => unknown};
  /** Writes what is too large for the page itself into the site's `data/` folder, streaming, once for both languages. */
  files?: (warehouse: Warehouse, folder: string, publish: Publish) => Promise<void>;
  /** What those files are made of, beside the marts. */
  streams?: readonly Relation[];
}

/** What the operator allows on the site. */
export interface Publish {
  /** Personal columns that may be published. */
  personal: readonly string[];
  minCell: number;
  /** How many customers the team can call in a day. */
  callsPerDay: number;
}

export const page = <const Marts extends readonly Relation[]>(declaration: Page<Marts>) =>
  declaration as unknown as Page;
