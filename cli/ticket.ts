import type {Command} from "commander";
import {openLedger} from "../ingest/ledger.ts";
import {settingsOf} from "../models/settingsOf.ts";
import {commands} from "./commands.ts";
import {subcommand} from "./options.ts";
import {withSession} from "./session.ts";
import {readTicket} from "./ticket/readTicket.ts";
import {storyLines} from "./ticket/storyLines.ts";

export const ticketCommand = (): Command =>
  subcommand("ticket", commands.ticket)
    .argument("<id>", "the help desk's own key of the ticket")
    .action((id: string, {project: dir}: {project: string}) =>
      withSession(dir, async ({project, warehouse}) => {
        await openLedger(warehouse);
        for (const line of storyLines(await readTicket(warehouse, id), settingsOf(project))) console.log(line);
      })
    );
