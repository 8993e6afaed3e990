import {InvalidArgumentError, Option, type Command} from "commander";
import {forgetSent, sentAudiences} from "../ingest/audienceLedger.ts";
import {openLedger} from "../ingest/ledger.ts";
import {exportAudience, type ExportOptions} from "./export/audience.ts";
import {toolNames} from "./export/tools.ts";
import {commands} from "./commands.ts";
import {command, subcommand} from "./options.ts";
import {plural, say, whole} from "./say.ts";
import {withSession} from "./session.ts";

/** Reads a share that may be held back. */
function share(text: string): number {
  const value = Number(text);
  if (/^(0|0?\.\d+)$/.test(text) && value <= 0.5) return value;
  throw new InvalidArgumentError(`"${text}" is not a share from 0 to 0.5, such as 0.1.`);
}

export const exportCommand = (): Command =>
  command("export", commands.export)
    .addCommand(audienceCommand())
    .addCommand(sentCommand())
    .addCommand(forgetCommand());

const audienceCommand = (): Command =>
  subcommand("audience", "write an audience of the configuration as a CSV for an import")
    .showHelpAfterError('(see "perennial export audience --help")')
    .argument("<name>", "the audience")
    .addOption(new Option("--for <tool>", "whose import it is for").choices(toolNames).makeOptionMandatory())
    .option("--personal", "with names, e-mail addresses and phone numbers; pseudonyms alone without")
    .option("--control <share>", "hold this share back to measure the effect; the configured one when absent", share)
    .option("--unanswered", "also who was never asked whether they agree to the channel; who refused never")
    .option("--campaign <id>", "the campaign as the tool will report it; the audience and the day when absent")
    .option("--out <file>", "file to write; perennial-NAME-TOOL-DAY.csv in this folder when absent")
    .option("--force", "replace a file that is there already")
    .option("--dry-run", "say who would be written; write and remember nothing")
    .action((name: string, {project, ...options}: ExportOptions & {project: string}) =>
      withSession(project, (session) => exportAudience(session, name, options))
    );

const sentCommand = (): Command =>
  subcommand("sent", "list what was written and is remembered, oldest first")
    .showHelpAfterError('(see "perennial export sent --help")')
    .action(({project}: {project: string}) =>
      withSession(project, async ({warehouse}) => {
        await openLedger(warehouse);
        const all = await sentAudiences(warehouse);
        say("sent", plural(all.length, "file"));
        for (const {sent_id, sent_at, campaign_id, tool, treated, control} of all) {
          const at = sent_at.toISOString().slice(0, 16).replace("T", " ");
          say("", `${sent_id}  ${at}  ${campaign_id} for ${tool}: ${whole(treated)} sent, ${whole(control)} held back`);
        }
      })
    );

const forgetCommand = (): Command =>
  subcommand("forget", "forget a file that was never sent, so that it counts as no message and no campaign")
    .showHelpAfterError('(see "perennial export forget --help")')
    .argument("<sent>", 'its number, as "perennial export sent" lists it')
    .action((id: string, {project}: {project: string}) =>
      withSession(project, async ({warehouse}) => {
        await openLedger(warehouse);
        await forgetSent(warehouse, id);
        say("forget", `${id} is forgotten; next: "perennial build"`);
      })
    );
