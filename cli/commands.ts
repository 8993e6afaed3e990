/** The commands and what each does, as help lists them. */
export const commands = {
  init: "write a company's perennial.config.ts from a folder of its exports",
  run: "ingest, build, check and site, then serve the site on localhost",
  ingest: "load new and changed exports into the warehouse",
  build: "build the models whose inputs have changed",
  check: "check contracts, grains and accounting identities on the built marts",
  identity: "say which records are one customer and why, and take a steward's decisions",
  ticket: "explain one service ticket: what happened, which working time counted, what was promised",
  export: "write customers for other tools, and remember whom",
  site: "build the site from the marts into dist/",
  sample: "write the exports of the invented sample company, with known truth",
  bench: "measure ingest and build of generated orders against hand-written DuckDB SQL for the same tables"
} as const;

export type CommandName = keyof typeof commands;
