import {Command} from "commander";
import {UserError} from "../warehouse/error.ts";
import {benchCommand} from "./bench.ts";
import {buildCommand} from "./build.ts";
import {checkCommand} from "./check.ts";
import {exportCommand} from "./export.ts";
import {identityCommand} from "./identity.ts";
import {ingestCommand} from "./ingest.ts";
import {initCommand} from "./init.ts";
import {runCommand} from "./run.ts";
import {sampleCommand} from "./sample.ts";
import {siteCommand} from "./site.ts";
import {ticketCommand} from "./ticket.ts";

/** Runs one command. Exit codes: 0 done, 1 a problem that the operator can solve, 2 wrong arguments, 70 a fault of ours. */
export async function main(argv: string[]): Promise<void> {
  const program = new Command("perennial")
    .description("Customer warehouse: exports → DuckDB → models → static site.")
    .option("--debug", "print the stack of an error")
    .showHelpAfterError('(see "perennial --help")')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  for (const command of [
    initCommand,
    runCommand,
    ingestCommand,
    buildCommand,
    checkCommand,
    identityCommand,
    ticketCommand,
    exportCommand,
    siteCommand,
    sampleCommand,
    benchCommand
  ]) {
    program.addCommand(command());
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
