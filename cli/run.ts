import type {Command} from "commander";
import {repair} from "../dashboards/build/swap.ts";
import {runBuild} from "./build.ts";
import {runCheck} from "./check.ts";
import {runIngest} from "./ingest.ts";
import {commands} from "./commands.ts";
import {subcommand, wholeNumber} from "./options.ts";
import {serve} from "./serve.ts";
import {runSite} from "./site.ts";
import {withSession} from "./session.ts";

export const runCommand = (): Command =>
  subcommand("run", commands.run)
    .option("--no-serve", "end after the site is built")
    .option("--port <n>", "port to serve on, the next free one where it is taken", wholeNumber(1, 65_535), 3000)
    .action(async (options: {project: string; serve: boolean; port: number}) => {
      const dist = await withSession(options.project, async (session) => {
        await repair(session.project.dist);
        await runIngest(session);
        await runBuild(session);
        await runCheck(session);
        await runSite(session);
        return session.project.dist;
      });
      if (options.serve) await serve(dist, options.port);
    });
