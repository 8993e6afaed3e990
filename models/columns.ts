export * from "../warehouse/columns.ts";
