import type {Page} from "playwright-core";
import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";

/**
 * A sheet with no more pieces of text than this is blank or nearly so: its margins hold four, a note alone three, one row of a table
 * with its head twenty.
 */
export const nearlyBlank = 14;

/** The page on A4 paper. */
export const pdfOf = (page: Page): Promise<Buffer> =>
  page.pdf({format: "A4", preferCSSPageSize: true, printBackground: true});

/** How many pieces of text each sheet of a PDF carries; the length is the number of sheets, a blank one has only its margins. */
export async function textsPerSheet(pdf: Buffer): Promise<number[]> {
  const task = getDocument({data: new Uint8Array(pdf), useSystemFonts: true, verbosity: 0});
  const document = await task.promise;
  const texts: number[] = [];
  for (let sheet = 1; sheet <= document.numPages; sheet++) {
    const {items} = await (await document.getPage(sheet)).getTextContent();
    texts.push(items.filter((item) => "str" in item && item.str.trim() !== "").length);
  }
  await task.destroy();
  return texts;
}
