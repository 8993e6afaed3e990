/**
 * What every statement to ClickHouse must be sent with, so that it answers as SQL does: misses of outer joins and aggregates of nothing are null,
 * casts keep nulls, UNION is distinct, a name means the column before the alias, nulls where none may be are errors, and clocks show UTC.
 */
export const clickhouseSettings = {
  join_use_nulls: 1,
  aggregate_functions_null_for_empty: 1,
  cast_keep_nullable: 1,
  group_by_use_nulls: 1,
  union_default_mode: "DISTINCT",
  prefer_column_name_to_alias: 1,
  insert_null_as_default: 0,
  session_timezone: "UTC"
} as const;

/**
 * What statements of a build are sent with besides: they spill instead of failing, headers tell that a long one still runs, whole
 * numbers are numbers in JSON (counts stay below 2^53).
 */
export const buildSettings = {
  max_bytes_before_external_group_by: "1000000000",
  max_bytes_before_external_sort: "1000000000",
  // Nulls in files are nulls; rows are there when the statement has ended; tables of any size can go.
  input_format_null_as_default: 0,
  async_insert: 0,
  max_table_size_to_drop: 0,
  max_partition_size_to_drop: 0,
  send_progress_in_http_headers: 1,
  http_headers_progress_interval_ms: "100000",
  output_format_json_quote_64bit_integers: 0,
  output_format_parquet_string_as_string: 1
} as const;
