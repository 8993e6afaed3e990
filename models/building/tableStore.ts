import {UserError} from "../../warehouse/error.ts";
import type {Model} from "../model.ts";

/** One model of a build, and the name of the table that holds exactly its content. */
export interface Planned {
  model: Model;
  /** Identity of the content: what the model says, its contract, and what it reads. */
  print: string;
  /** `name@print`. */
  table: string;
}

export interface BuiltTable extends Planned {
  rows: number;
  seconds: number;
  rebuilt: boolean;
}

/**
 * Where a build makes and keeps its tables.
 *
 * Tables are named after their content: what is there is not made again, and a table appears under its name when it is complete and
 * keeps its contract.
 */
export interface TableStore {
  /** What is said here to get the rows of a model that has a query. */
  saying: (model: Model) => string;
  holds: (planned: Planned) => boolean;
  /** Makes the table. Throws a UserError where the rows break contract or grain, and keeps nothing of them. */
  make: (planned: Planned) => Promise<void>;
  /** Lets the models to come find the table under the name of its model; its number of rows. */
  offer: (planned: Planned) => Promise<number>;
  /** The rows of a relation that has few. */
  rowsOf: (planned: Planned) => Promise<unknown[]>;
  /** Makes all tables visible together; `before` them nothing that readers see has changed. */
  publish: (built: readonly BuiltTable[]) => Promise<void>;
}

/** What to tell of rows that break the contract of a model. */
export const brokenContract = (model: Model, failures: readonly string[]): UserError =>
  new UserError(
    failures.map((failure) => `build: ${model.name}: ${failure}; the last good marts stay in place`).join("\n")
  );
