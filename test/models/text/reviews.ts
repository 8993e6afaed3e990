import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";

const folder = fileURLToPath(new URL("../../../../shared/datasets/reviews", import.meta.url));
export const reviewsAbsent = !existsSync(folder);
if (reviewsAbsent) process.stderr.write(`skipped: published accuracies of sentiment need the data sets in ${folder}\n`);

export interface Review {
  text: string;
  isNegative: boolean;
}

/** Chinese reviews of food delivery: label, text. */
export const waimai = (): Review[] =>
  readFileSync(`${folder}/waimai_10k.csv`, "utf8")
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => ({text: line.slice(2).replace(/^"|"$/g, ""), isNegative: line.startsWith("0")}));

/** English reviews of a loudspeaker, 4 and 5 stars against 1 and 2: number, rating, date, variation, text, feedback. */
export const alexa = (): Review[] =>
  readFileSync(`${folder}/amazon_alexa.tsv`, "utf8")
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split("\t"))
    .filter(([, rating, , , text]) => rating !== undefined && rating !== "3" && text?.trim())
    .map(([, rating, , , text]) => ({text: text!.replace(/^"|"$/g, ""), isNegative: Number(rating) <= 2}));
