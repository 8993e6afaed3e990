import {existsSync} from "node:fs";
import {chromium} from "playwright-core";
import {installChromium} from "./installChromium.ts";

/** Where browsers of the Chromium family are usually installed. */
const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"
];

/** What finding a browser depends on; tests give their own. */
export interface Machine {
  env: Record<string, string | undefined>;
  exists: (path: string) => boolean;
  /** Installs a browser and returns its path, or throws an error that says what to do. */
  install: () => string;
}

const thisMachine: Machine = {env: process.env, exists: existsSync, install: installChromium};

/**
 * The path of a browser: PERENNIAL_CHROMIUM, CHROME_PATH, the usual places, the one of playwright; else installs one.
 *
 * Throws where a variable names a file that does not exist, and where none can be installed.
 */
export function findChromium({env, exists, install}: Machine = thisMachine): string {
  for (const name of ["PERENNIAL_CHROMIUM", "CHROME_PATH"]) {
    const path = env[name];
    if (!path) continue;
    if (!exists(path)) throw new Error(`browser: ${name} names ${path}, which does not exist; mend or unset it`);
    return path;
  }
  return [...usual, chromium.executablePath()].find((path) => path && exists(path)) ?? install();
}
