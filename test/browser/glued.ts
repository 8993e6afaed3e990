import type {Page} from "playwright-core";

/** Sentences in view that begin without a space after the one before, as of a template that drops the line break between two values. */
export const gluedSentences = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("p, li, figcaption")]
      .filter((element) => element.getClientRects().length > 0 && !element.querySelector("code, button"))
      .flatMap((element) => element.innerText.match(/.{0,40}[\p{Ll}\d)%][.!?]\p{Lu}[\p{Ll} ].{0,20}/gu) ?? [])
  );
