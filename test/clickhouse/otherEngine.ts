import type {Relation} from "../../warehouse/relation.ts";

/** A ClickHouse that takes rows as Parquet files, makes a model of them by its query, and gives its rows back as a file. */
export interface OtherEngine {
  /** Fills a relation, from which models read. */
  give: (relation: Relation, parquet: string) => void | Promise<void>;
  /** Makes a relation by its query, in the table that its contract asks for, and writes its rows. No rows may be no file. */
  make: (relation: Relation, sql: string, parquet: string) => void | Promise<void>;
  close: () => void | Promise<void>;
}
