/**
 * `npm run screenshots -- [--all <folder>] [--pages /,/zh/cohorts.html]`: pictures of the built site. Without `--all` those of
 * the README, into dashboards/shots/; with it every page, wide, dark, narrow and on paper.
 */
import {mkdirSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {launch} from "./launch.ts";
import {pdfOf} from "./printed.ts";
import {serveFolder} from "./serveFolder.ts";
import {addressesOf, siteToLookAt} from "./siteToLookAt.ts";
import {visit, type Screen} from "./visit.ts";

const shots = fileURLToPath(new URL("../../dashboards/shots", import.meta.url));
const most = 300_000;
const screens: [string, Screen][] = [
  ["wide", {}],
  ["dark", {scheme: "dark"}],
  ["narrow", {width: 390, height: 844}]
];

const {values} = parseArgs({options: {all: {type: "string"}, pages: {type: "string"}}});
const folder = siteToLookAt();
const [server, browser] = await Promise.all([serveFolder(folder), launch()]);

/** Takes one picture: the first screen, or the whole page. */
async function take(address: string, screen: Screen, path: string, fullPage: boolean): Promise<void> {
  const {page, close} = await visit(browser, server.origin + address, screen);
  await page.screenshot({path, fullPage, animations: "disabled"});
  await close();
}

async function takeAll(target: string): Promise<void> {
  mkdirSync(target, {recursive: true});
  for (const address of values.pages?.split(",") ?? addressesOf(folder)) {
    const name = (address.replace(/\.html$/, "").replace(/\/$/, "/overview") || "/overview")
      .slice(1)
      .replaceAll("/", "-");
    for (const [kind, screen] of screens) await take(address, screen, join(target, `${name}-${kind}.png`), true);
    const {page, close} = await visit(browser, server.origin + address);
    writeFileSync(join(target, `${name}.pdf`), await pdfOf(page));
    await close();
  }
}

async function takeForReadme(): Promise<void> {
  mkdirSync(shots, {recursive: true});
  for (const [name, address] of [
    ["overview", "/"],
    ["cohorts", "/cohorts.html"]
  ] as const) {
    for (const scheme of ["light", "dark"] as const) {
      const path = join(shots, `${name}-${scheme}.png`);
      await take(address, {width: 1280, height: 860, scheme}, path, false);
      if (statSync(path).size > most) throw new Error(`${path} is over ${most} bytes; show less of the page`);
    }
  }
}

await (values.all ? takeAll(values.all) : takeForReadme());
await Promise.all([browser.close(), server.close()]);
