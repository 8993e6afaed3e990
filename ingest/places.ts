import type {Claim} from "./claims.ts";
import type {Load} from "./ledger.ts";
import {natural} from "./reading/files.ts";

type Place = Pick<Load, "source" | "container">;

const keyOf = ({source, container}: Place): string => JSON.stringify([source, container]);

/** Where the configuration now puts the files of each source: what sorts their loads. */
export class Places {
  /** Source and file → what sorts its loads. */
  readonly #own = new Map<string, string>();
  /** Source and file → the other files that hold its bytes. */
  readonly #copies = new Map<string, {name: string; precedence: string}[]>();

  claim(file: string, {sourceName, precedence}: Claim): void {
    this.#own.set(keyOf({source: sourceName, container: file}), precedence);
  }

  /** Notes that a file holds the bytes of a load's file. */
  copy(name: string, {precedence}: Claim, of: Load): void {
    this.#copies.set(keyOf(of), [...(this.#copies.get(keyOf(of)) ?? []), {name, precedence}]);
  }

  isClaimed(load: Place): boolean {
    return this.#own.has(keyOf(load));
  }

  /** What sorts a load: that of the latest file that holds its bytes; undefined where there is none now. */
  sortOf(load: Load): string | undefined {
    const own = this.#own.get(keyOf(load));
    const part = load.file.slice(load.container.length);
    return [...(own ? [{name: load.container, precedence: own}] : []), ...(this.#copies.get(keyOf(load)) ?? [])]
      .map(({name, precedence}) => `${precedence}/${natural(name + part)}`)
      .sort()
      .at(-1);
  }
}
