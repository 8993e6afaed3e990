import type {SqlType} from "./columns.ts";

/** How each engine spells a column type. An amount keeps four decimals. */
export const duckdbTypes: Record<SqlType, string> = {
  varchar: "VARCHAR",
  boolean: "BOOLEAN",
  integer: "INTEGER",
  bigint: "BIGINT",
  double: "DOUBLE",
  money: "DECIMAL(18, 4)",
  date: "DATE",
  timestamp: "TIMESTAMP"
};

export const clickhouseTypes: Record<SqlType, string> = {
  varchar: "String",
  boolean: "Bool",
  integer: "Int32",
  bigint: "Int64",
  double: "Float64",
  money: "Decimal(18, 4)",
  date: "Date32",
  timestamp: "DateTime64(6, 'UTC')"
};
