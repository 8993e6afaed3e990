import {fileURLToPath} from "node:url";
import {Command, InvalidArgumentError, Option} from "commander";

const home = fileURLToPath(new URL("..", import.meta.url));

/** A command without a company: its name, what it does, and what every command has. */
export const command = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .option("--debug", "print the stack of an error")
    .showHelpAfterError(`(see "perennial ${name} --help")`)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

/** A command on a company's folder; the folder of Perennial itself holds the sample company. */
export const subcommand = (name: string, description: string) =>
  command(name, description).addOption(
    new Option("--project <dir>", "the company's folder, with its perennial.config.ts").default(
      home,
      "the sample company"
    )
  );

/** Reads an option that is a whole number in a range. */
export const wholeNumber =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
    throw new InvalidArgumentError(`"${text}" is not a whole number ${range}.`);
  };
