import {getDocument} from "pdfjs-dist/legacy/build/pdf.mjs";

/** The text of each sheet of a PDF, its pieces joined by spaces. */
export async function wordsPerSheet(pdf: Buffer): Promise<string[]> {
  const task = getDocument({data: new Uint8Array(pdf), useSystemFonts: true, verbosity: 0});
  const document = await task.promise;
  const sheets: string[] = [];
  for (let sheet = 1; sheet <= document.numPages; sheet++) {
    const {items} = await (await document.getPage(sheet)).getTextContent();
    sheets.push(items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item.str] : [])).join(" "));
  }
  await task.destroy();
  return sheets;
}
