/**
 * `npm run audit -- [--pages /,/zh/cohorts.html] [--runs 3]`: Lighthouse on two devices, axe on three screens, and the budget,
 * for every page of the built site. Prints a table; exit code 1 where a page is below the bar.
 */
import {parseArgs} from "node:util";
import {costOf, overBudget} from "../../dashboards/build/budget.ts";
import {publishedFiles} from "../../dashboards/build/publishedFiles.ts";
import {axeViolations} from "./axe.ts";
import {launch} from "./launch.ts";
import {type Device, lighthouseScores} from "./lighthouseScores.ts";
import {serveFolder} from "./serveFolder.ts";
import {addressesOf, siteToLookAt} from "./siteToLookAt.ts";
import {visit, type Screen} from "./visit.ts";

const bars: [Device, performance: number][] = [
  ["desktop", 95],
  ["mobile", 90]
];
const accessible = 100;
const screens: [string, Screen][] = [
  ["light", {}],
  ["dark", {scheme: "dark"}],
  ["narrow", {width: 390, height: 844}]
];

const {values} = parseArgs({options: {pages: {type: "string"}, runs: {type: "string", default: "1"}}});
const folder = siteToLookAt();
const addresses = values.pages?.split(",") ?? addressesOf(folder);
const [server, browser, files] = await Promise.all([serveFolder(folder), launch(), publishedFiles(folder)]);
const say = (line: string) => process.stdout.write(`${line}\n`);
const problems: string[] = [];

say("page                   | desktop p/a/b/s   | mobile p/a/b/s    | LCP s   | CLS  | TBT | axe | KB gz | requests");
for (const address of addresses) {
  const row: string[] = [address.padEnd(22)];
  const paints: string[] = [];
  let shift = 0;
  let blocking = 0;
  for (const [device, least] of bars) {
    const scores = await lighthouseScores(server.origin + address, device, Number(values.runs));
    const {performance, accessibility, practices, search} = scores;
    row.push([performance, accessibility, practices, search].join("/").padEnd(17));
    if (performance < least) problems.push(`${address}: ${device} performance ${performance} of ${least}`);
    if (accessibility < accessible)
      problems.push(`${address}: ${device} accessibility ${accessibility} of ${accessible}`);
    paints.push(scores.paint.toFixed(1));
    shift = Math.max(shift, scores.shift);
    blocking = Math.max(blocking, scores.blocking);
  }
  let violations = 0;
  for (const [name, screen] of screens) {
    const {page, problems: failures, close} = await visit(browser, server.origin + address, screen);
    const found = [...(await axeViolations(page)), ...failures];
    violations += found.length;
    problems.push(...found.map((problem) => `${address} ${name}: ${problem}`));
    await close();
  }
  const file = address.slice(1).replace(/(^|\/)$/, "$1index.html");
  const cost = await costOf(file, files);
  problems.push(...overBudget(file, cost));
  const kilobytes = ((cost.html + cost.css + cost.script + cost.data) / 1000).toFixed(0);
  say(
    [
      ...row,
      paints.join("/"),
      shift.toFixed(2),
      blocking.toFixed(0).padStart(3),
      String(violations).padStart(3),
      kilobytes.padStart(5),
      cost.requests
    ].join(" | ")
  );
}
await Promise.all([browser.close(), server.close()]);
say(problems.length ? `\n${problems.join("\n")}` : `\n${addresses.length} pages, all above the bar`);
process.exitCode = problems.length ? 1 : 0;
