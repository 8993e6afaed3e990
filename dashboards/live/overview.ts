import type {OverviewStart} from "../pages/overview/takeAway.ts";
import {csv, csvName} from "./csv.ts";
import {download} from "./download.ts";

/** Gives the CSV buttons of the overview their files, in the order of the page. */
export function start({asOf, files}: OverviewStart): void {
  document.querySelectorAll("[data-action=csv]").forEach((button, i) => {
    const file = files[i];
    if (file)
      button.addEventListener("click", () => download(csvName(file.subject, asOf), csv(file.columns, file.rows)));
  });
}
