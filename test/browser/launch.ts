import {chromium, type Browser} from "playwright-core";
import {findChromium} from "./findChromium.ts";

/** A browser that does nothing by itself: no first run, no updates, no background requests. */
export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check"
];

export const launch = (executablePath = findChromium()): Promise<Browser> =>
  chromium.launch({executablePath, args: flags});
