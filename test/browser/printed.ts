import {inflateSync} from "node:zlib";
import type {Page} from "playwright-core";

/** The page on A4 paper. */
export const pdfOf = (page: Page): Promise<Buffer> =>
  page.pdf({format: "A4", preferCSSPageSize: true, printBackground: true});

/** Objects of a PDF that Chromium wrote, by number, as single-byte text. */
function objectsOf(pdf: Buffer): Map<string, string> {
  const found = pdf.toString("latin1").matchAll(/(?:^|\n)(\d+) 0 obj\n?([\s\S]*?)\nendobj/g);
  return new Map(Array.from(found, ([, number, body]) => [number!, body!]));
}

/** The drawing of a sheet, whose object it is given. */
function drawingOf(sheet: string, objects: Map<string, string>): string {
  const contents = objects.get(/\/Contents (\d+) 0 R/.exec(sheet)?.[1] ?? "") ?? "";
  const [, dictionary, stream] = /^([\s\S]*?)stream\r?\n([\s\S]*?)\r?\n?endstream/.exec(contents) ?? ["", "", ""];
  return dictionary!.includes("FlateDecode") ? inflateSync(Buffer.from(stream!, "latin1")).toString("latin1") : stream!;
}

/** How many pieces of text each sheet of a PDF carries; the length is the number of sheets, a blank one has only its margins. */
export function textsPerSheet(pdf: Buffer): number[] {
  const objects = objectsOf(pdf);
  const sheets = [...objects.values()].filter((body) => /\/Type\s*\/Page\b/.test(body));
  return sheets.map((sheet) => drawingOf(sheet, objects).match(/\bT[jJ]\b/g)?.length ?? 0);
}
