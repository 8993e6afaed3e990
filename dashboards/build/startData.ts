import {createHash} from "node:crypto";
import {fileOf, rootOf} from "./address.ts";

/** Start data of more characters than this (about 5,000 short rows) travels beside the page, not in it. */
export const inlineCharacters = 100_000;

/** How a page's browser code receives its start data: an expression, and the file that it fetches, if any. */
export interface StartData {
  expression: string;
  file?: {path: string; contents: string};
}

/** JSON that can stand in a script of a page: no tag, no live expression. */
const inScript = (json: string): string => json.replaceAll("<", "\\u003c").replaceAll("${", "\\u0024{");

/** The start data of a page: inline when small, else a file under `data/start/` that is named for its contents. */
export function startData(address: string, data: unknown): StartData {
  if (data === undefined) return {expression: ""};
  const contents = JSON.stringify(data);
  if (contents.length <= inlineCharacters) return {expression: inScript(contents)};
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 8);
  const path = `data/start/${fileOf(address).replaceAll("/", "-")}.${hash}.json`;
  return {
    expression: `await fetch(${JSON.stringify(rootOf(address) + path)}).then((response) => response.json())`,
    file: {path, contents}
  };
}
