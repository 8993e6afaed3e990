import {Command} from "commander";
import {UserError} from "../warehouse/error.ts";
import {commands, type CommandName} from "./commands.ts";

/** A command is read when it is asked for: help and mistakes are told at once. */
const loading: Record<CommandName, () => Promise<Command>> = {
  init: async () => (await import("./init.ts")).initCommand(),
  run: async () => (await import("./run.ts")).runCommand(),
  ingest: async () => (await import("./ingest.ts")).ingestCommand(),
  build: async () => (await import("./build.ts")).buildCommand(),
  check: async () => (await import("./check.ts")).checkCommand(),
  identity: async () => (await import("./identity.ts")).identityCommand(),
  ticket: async () => (await import("./ticket.ts")).ticketCommand(),
  export: async () => (await import("./export.ts")).exportCommand(),
  site: async () => (await import("./site.ts")).siteCommand(),
  sample: async () => (await import("./sample.ts")).sampleCommand(),
  bench: async () => (await import("./bench.ts")).benchCommand()
};

/** Runs one command. Exit codes: 0 done, 1 a problem that the operator can solve, 2 wrong arguments, 70 a fault of ours. */
export async function main(argv: string[]): Promise<void> {
  const program = new Command("perennial")
    .description("Customer warehouse: exports → DuckDB → models → static site.")
    .option("--debug", "print the stack of an error")
    .configureHelp({subcommandTerm: (command) => command.name()})
    .showHelpAfterError('(see "perennial --help")')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  for (const [name, load] of Object.entries(loading)) {
    const isAsked = argv.includes(name);
    program.addCommand(isAsked ? await load() : new Command(name).description(commands[name as CommandName]));
  }
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error, argv.includes("--debug"));
  }
}

function report(error: unknown, debug: boolean): number {
  const known = error instanceof UserError;
  if (known && !debug) console.error(error.message);
  else
    console.error(
      known ? error : `unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
    );
  return known ? 1 : 70;
}
