import {footer} from "../shell/footer.ts";
import {head} from "../shell/head.ts";
import {header} from "../shell/header.ts";
import type {SiteFacts} from "../shell/siteFacts.ts";
import {finish} from "./finish.ts";
import {runFramework} from "./framework.ts";
import type {RenderedPage} from "./renderPages.ts";

/** Lets Framework make the files of the staged pages in `output`, and puts shell and html into them. */
export async function frame(
  rendered: readonly RenderedPage[],
  facts: SiteFacts,
  stage: string,
  output: string
): Promise<void> {
  const pages = new Map(rendered.map((page) => [page.address, page]));
  await runFramework({
    stage,
    output,
    title: facts.product,
    finish: (address, framed) => {
      const {page, lang, html} = pages.get(address)!;
      const here = {path: address, description: page.question[lang]};
      const shell = {head: head(facts, here), header: header(facts, here), footer: footer(facts, here)};
      return finish(framed, {address, lang, html, ...shell});
    }
  });
}
