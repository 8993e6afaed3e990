import type {Language} from "../context.ts";

/** Address of a page in a language: "/" and "/cohorts" in English, "/zh/" and "/zh/cohorts" in Chinese. */
export const addressOf = (path: string, lang: Language): string => (lang === "zh" ? `/zh${path}` : path);

/** The published file of an address, without extension: "index", "zh/cohorts". */
export const fileOf = (address: string): string => (address.endsWith("/") ? `${address}index` : address).slice(1);

/** The way from an address up to the root of the site: "./", "../". A site may lie in any folder of its host. */
export const rootOf = (address: string): string => "../".repeat(address.split("/").length - 2) || "./";

/**
 * A link from one address to another, relative and with the file's extension, so that it works on any static host.
 *
 * `to` may carry query and fragment: "/customers?segment=loyal#list" seen from "/zh/" is "../customers.html?segment=loyal#list".
 * Addresses of files ("/data/x.arrow") keep their extension.
 */
export function linkTo(from: string, to: string): string {
  const [, pathname, rest] = /^([^?#]*)(.*)$/s.exec(to) as unknown as [string, string, string];
  const isPage = !pathname.endsWith("/") && !/\.\w+$/.test(pathname);
  const here = from.slice(0, from.lastIndexOf("/") + 1);
  const target = isPage ? `${pathname}.html` : pathname;
  return (target.startsWith(here) ? `./${target.slice(here.length)}` : rootOf(from) + target.slice(1)) + rest;
}
