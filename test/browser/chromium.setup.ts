import {findChromium} from "./findChromium.ts";

/** Finds or installs the browser once, before any test needs it. */
export default function setup(): void {
  process.env.PERENNIAL_CHROMIUM = findChromium();
}
