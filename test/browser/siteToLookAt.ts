import {existsSync, readdirSync} from "node:fs";
import {join, resolve} from "node:path";
import {fileURLToPath} from "node:url";

const home = fileURLToPath(new URL("../..", import.meta.url));

/** The folder of the site that a command looks at: PERENNIAL_DIST, else dist/ of this repository. Throws where there is none. */
export function siteToLookAt(): string {
  const folder = resolve(process.env.PERENNIAL_DIST ?? join(home, "dist"));
  if (existsSync(join(folder, "index.html"))) return folder;
  throw new Error(`missing site in ${folder}; run "perennial run" first, or name one in PERENNIAL_DIST`);
}

/** Addresses of all pages as a visitor types them: "/", "/cohorts.html", "/zh/", … */
export const addressesOf = (folder: string): string[] =>
  readdirSync(folder, {recursive: true, encoding: "utf8"})
    .filter((file) => /\.html$/.test(file))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, "$1")}`)
    .sort();
