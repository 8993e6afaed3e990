import {basename, dirname} from "node:path";

/** `Orders export (1).csv` → `orders_export`; empty where a name has no Latin letter. */
export const snakeCase = (text: string): string =>
  text
    .replace(/(\.(csv|tsv|txt|tab|json|jsonl|ndjson|xlsx|xlsm|parquet|arrow|arrows|feather|sav|zsav|zip|gz))+$/i, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/(^|_)\d+(?=_|$)/g, "")
    .replace(/^[^a-z]+|_+$/g, "");

/** Gives names that nobody has: the wanted one, with its folder where that is taken, with a number where that is too. */
export class Names {
  readonly #taken = new Set<string>();

  /** `makes`: what sources a name would make; all of them must be free. */
  take(wanted: string, file: string, makes: (name: string) => string[]): string {
    const folder = snakeCase(basename(dirname(file)));
    const named = folder && !`_${wanted}_`.includes(`_${folder}_`) ? [wanted, `${wanted}_${folder}`] : [wanted];
    const isFree = (name: string) => [name, ...makes(name)].every((other) => !this.#taken.has(other));
    let free = named.find(isFree);
    for (let i = 2; free === undefined; i++) {
      const numbered = `${named.at(-1)!}_${i}`;
      if (isFree(numbered)) free = numbered;
    }
    for (const name of [free, ...makes(free)]) this.#taken.add(name);
    return free;
  }
}
