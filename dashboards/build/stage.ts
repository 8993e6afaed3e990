import {mkdir, rm, writeFile} from "node:fs/promises";
import {dirname, join} from "node:path";
import {fileOf} from "./address.ts";
import {bundleLive} from "./bundleLive.ts";
import {bundleTheme} from "./bundleTheme.ts";
import {markdown} from "./markdown.ts";
import type {RenderedPage} from "./renderPages.ts";
import {startData} from "./startData.ts";

async function write(file: string, contents: string): Promise<void> {
  await mkdir(dirname(file), {recursive: true});
  await writeFile(file, contents);
}

/**
 * Writes what Framework builds from: theme, browser code and one Markdown file a page and language. Start data that is too
 * large for a page goes straight to the next site. The stage is deleted first.
 */
export async function stagePages(
  rendered: readonly RenderedPage[],
  stage: string,
  next: string,
  liveFolder?: string
): Promise<void> {
  await rm(stage, {recursive: true, force: true});
  await mkdir(stage, {recursive: true});
  await bundleTheme(stage);
  const modules = [...new Set(rendered.map(({page}) => page.live?.module))];
  const bundles = new Map(
    await Promise.all(modules.map(async (module) => [module, await bundleLive(module, stage, liveFolder)] as const))
  );
  for (const {page, lang, address, start} of rendered) {
    const data = startData(address, start);
    const live = {bundle: bundles.get(page.live?.module)!, start: page.live && data.expression};
    await write(join(stage, `${fileOf(address)}.md`), markdown(page.label[lang], live));
    if (data.file) await write(join(next, data.file.path), data.file.contents);
  }
}
