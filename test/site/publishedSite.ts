import type {Browser} from "playwright-core";
import {afterAll, beforeAll} from "vitest";
import {launch} from "../browser/launch.ts";
import {serveFolder, type Server} from "../browser/serveFolder.ts";
import {addressesOf} from "../browser/siteToLookAt.ts";
import {visit, type Screen, type Visit} from "../browser/visit.ts";

/** Where the built sample lies. */
export const dist = process.env.PERENNIAL_DIST!;

/** Addresses of all its pages. */
export const addresses = addressesOf(dist);

/** Serves the built site and opens a browser for the tests of a file; returns how to visit a page. */
export function publishedSite(): (address: string, screen?: Screen) => Promise<Visit> {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([serveFolder(dist), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return (address, screen) => visit(browser, server.origin + address, screen);
}
