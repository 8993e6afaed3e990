import {Command, Option} from "commander";
import {fileURLToPath} from "node:url";

const home = fileURLToPath(new URL("..", import.meta.url));

/** The company's folder; the folder of Perennial itself holds the sample company. */
export const projectOption = () =>
  new Option("--project <dir>", "the company's folder, with its perennial.config.ts").default(
    home,
    "the sample company"
  );

export const subcommand = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .addOption(projectOption())
    .showHelpAfterError(`(see "perennial ${name} --help")`)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
