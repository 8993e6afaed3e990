import {launch} from "chrome-launcher";
import lighthouse, {desktopConfig} from "lighthouse";
import {findChromium} from "./findChromium.ts";
import {flags} from "./launch.ts";

export type Device = "desktop" | "mobile";

/** Lighthouse's scores of 0 to 100, and what its trace measured. */
export interface Scores {
  performance: number;
  accessibility: number;
  practices: number;
  search: number;
  /** Largest contentful paint, seconds. */
  paint: number;
  /** Cumulative layout shift. */
  shift: number;
  /** Total blocking time, milliseconds. */
  blocking: number;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function once(url: string, device: Device): Promise<Scores> {
  const chrome = await launch({
    chromePath: findChromium(),
    chromeFlags: ["--headless=new", ...flags],
    logLevel: "silent"
  });
  try {
    const run = await lighthouse(
      url,
      {port: chrome.port, logLevel: "silent", output: "json"},
      device === "desktop" ? desktopConfig : undefined
    );
    const {categories, audits, runtimeError} = run!.lhr;
    if (runtimeError) throw new Error(`lighthouse: ${url}: ${runtimeError.message}`);
    const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
    const measured = (name: string) => audits[name]?.numericValue ?? NaN;
    return {
      performance: score("performance"),
      accessibility: score("accessibility"),
      practices: score("best-practices"),
      search: score("seo"),
      paint: measured("largest-contentful-paint") / 1000,
      shift: measured("cumulative-layout-shift"),
      blocking: measured("total-blocking-time")
    };
  } finally {
    chrome.kill();
  }
}

/** Lighthouse's scores of a page on a device; the median of several runs, each in a browser of its own. */
export async function lighthouseScores(url: string, device: Device, runs = 1): Promise<Scores> {
  const all: Scores[] = [];
  for (let i = 0; i < runs; i++) all.push(await once(url, device));
  const names = Object.keys(all[0]!) as (keyof Scores)[];
  return Object.fromEntries(
    names.map((name) => [name, median(all.map((scores) => scores[name]))])
  ) as unknown as Scores;
}
