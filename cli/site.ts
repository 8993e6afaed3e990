import {join} from "node:path";
import type {Command} from "commander";
import {buildSite} from "../dashboards/build/buildSite.ts";
import {siteFacts} from "../dashboards/facts.ts";
import {pages} from "../dashboards/pages/index.ts";
import {readMart} from "../dashboards/readMart.ts";
import {UserError} from "../warehouse/error.ts";
import {commands} from "./commands.ts";
import {subcommand} from "./options.ts";
import {progress} from "./progress.ts";
import {say, seconds} from "./say.ts";
import {withSession, type Session} from "./session.ts";

export const siteCommand = (): Command =>
  subcommand("site", commands.site).action((options: {project: string}) => withSession(options.project, runSite));

/** Builds the site beside the published one, checks it and swaps it in. */
export async function runSite({project, warehouse}: Session): Promise<void> {
  const started = performance.now();
  const {n} = await warehouse.row<{n: number}>(
    "select count(*) as n from duckdb_views() where view_name = 'int_as_of'"
  );
  if (!n) throw new UserError('site: the marts are not built yet; run "perennial build" first');
  const bar = progress("site");
  const {publish, churn, company} = project.config;
  const allowed = {personal: publish.personal, minCell: publish.min_cell, callsPerDay: churn.calls_per_day};
  const facts = await siteFacts(warehouse, project.config, pages);
  const report = await buildSite({
    pages,
    read: readMart(warehouse, publish.personal),
    writeFiles: async (folder) => {
      for (const page of pages) await page.files?.(warehouse, folder, allowed);
    },
    facts,
    stage: join(project.scratch, "site"),
    dist: project.dist,
    company: company.name,
    currency: company.currency,
    asOf: facts.asOf as Date,
    ...allowed,
    onProgress: ({step, address, done, total}) => bar.report(address ? `${step} ${address}` : step, done, total)
  }).finally(bar.done);
  for (const line of report.overBudget) say("", `over budget: ${line}`);
  say("site", `${pages.length} pages in English and Chinese in ${project.dist} (${seconds(started)})`);
}
