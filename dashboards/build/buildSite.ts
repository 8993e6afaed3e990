import {mkdir, rm} from "node:fs/promises";
import {join} from "node:path";
import type {Page} from "../page.ts";
import type {SiteFacts} from "../shell/siteFacts.ts";
import {fileOf} from "./address.ts";
import {checkSite, type SiteReport} from "./checkSite.ts";
import {frame} from "./frame.ts";
import type {Company} from "./pageContext.ts";
import {languages, type ReadMart, renderPages} from "./renderPages.ts";
import {stagePages} from "./stage.ts";
import {prepareNext, publish} from "./swap.ts";

export interface SiteBuild extends Company {
  pages: readonly Page[];
  read: ReadMart;
  /** Writes files that browser code fetches; they are published under `data/`. */
  writeFiles?: (folder: string) => Promise<void>;
  /** What the shell of every page says. */
  facts: Omit<SiteFacts, "publishedPaths">;
  /** Working folder, deleted and written anew. */
  stage: string;
  /** The published site. */
  dist: string;
  onProgress?: (progress: Progress) => void;
  /** Folder of browser modules, where it is not this repository's. */
  liveFolder?: string;
}

/** How far a build is: pages rendered, then three further steps. */
export interface Progress {
  step: "render" | "bundle" | "frame" | "check";
  /** The page being rendered. */
  address?: string;
  done: number;
  total: number;
}

/**
 * Builds the site beside the published one and puts it in its place only when every page and every link is sound.
 *
 * Nothing is fetched. Throws a UserError that names the page; the published site is then untouched.
 */
export async function buildSite(site: SiteBuild): Promise<SiteReport> {
  const {pages, stage, dist} = site;
  const started = performance.now();
  const total = pages.length * languages.length + 3;
  let done = 0;
  const progress = (step: Progress["step"], address?: string) =>
    site.onProgress?.({step, address, done: done++, total});
  const next = await prepareNext(dist);
  const rendered = await renderPages(pages, site.read, site, (address) => progress("render", address));
  progress("bundle");
  await mkdir(join(next, "data"));
  await stagePages(rendered, stage, next, site.liveFolder);
  await site.writeFiles?.(join(next, "data"));
  progress("frame");
  await frame(rendered, {...site.facts, publishedPaths: pages.map(({path}) => path)}, stage, next);
  progress("check");
  const published = rendered.map(({address, lang}) => ({address, lang, file: `${fileOf(address)}.html`}));
  const report = await checkSite(next, published);
  await publish(dist);
  await rm(stage, {recursive: true, force: true});
  return {...report, milliseconds: Math.round(performance.now() - started)};
}
