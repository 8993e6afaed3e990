import {UserError} from "../../warehouse/error.ts";
import type {Group} from "./groups.ts";

/** The company's currency, and the files whose cells say so. */
export interface Money {
  currency: string;
  files: string[];
}

/**
 * The currency that is asked for, else the one that all files agree on. Throws a UserError that names the option where they do not, or
 * no file says any.
 */
export function moneyOf(groups: readonly Group[], asked: string | undefined): Money {
  const files = new Map<string, string[]>();
  for (const {currencies, problem} of groups) {
    if (problem !== undefined) continue;
    for (const [file, found] of Object.entries(currencies)) {
      for (const currency of Object.keys(found)) files.set(currency, [...(files.get(currency) ?? []), file]);
    }
  }
  const currency = asked ?? (files.size === 1 ? [...files.keys()][0]! : undefined);
  if (currency !== undefined) return {currency, files: [...new Set(files.get(currency) ?? [])]};
  if (!files.size) {
    throw new UserError(
      "init: no file says the currency of its amounts; say the company's with --currency, such as --currency GBP"
    );
  }
  const all = [...files].map(([currency, names]) => `${currency} (${names[0]}${names.length > 1 ? ", …" : ""})`);
  throw new UserError(`init: the files have amounts in ${all.join(", ")}; say which is the company's with --currency`);
}

/** Why amounts keep a group's files from the company: all of them are in another currency. */
export function foreignMoney({currencies}: Group, currency: string): string | undefined {
  const found = new Set(Object.values(currencies).flatMap((rows) => Object.keys(rows)));
  if (!found.size || found.has(currency)) return undefined;
  return `amounts in ${[...found].join(", ")}, and the company's are in ${currency}`;
}

/** The greatest share of rows of one file that are in another currency. */
export const foreignShare = ({currencies, rows}: Group, currency: string): number =>
  Math.max(
    0,
    ...Object.values(currencies).map((found) => {
      const foreign = Object.entries(found).filter(([name]) => name !== currency);
      return foreign.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, rows);
    })
  );
