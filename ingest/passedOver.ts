import type {Warehouse} from "../warehouse/warehouse.ts";
import type {Claim} from "./claims.ts";

const keyOf = (file: string, {sourceName, mapping}: Claim, sha256: string): string[] => [
  sourceName,
  file,
  sha256,
  mapping
];

/** Files that are none of a source's own, so that they are not opened for it again. */
export class PassedOver {
  #known = new Set<string>();

  constructor(private readonly warehouse: Warehouse) {}

  async look(): Promise<void> {
    const passed = await this.warehouse.rows<Record<string, string>>(
      "select source, container, sha256, mapping from ledger.passed_over"
    );
    this.#known = new Set(passed.map((row) => JSON.stringify(Object.values(row))));
  }

  has(file: string, claim: Claim, sha256: string): boolean {
    return this.#known.has(JSON.stringify(keyOf(file, claim, sha256)));
  }

  async add(file: string, claim: Claim, sha256: string): Promise<void> {
    if (this.has(file, claim, sha256)) return;
    const key = keyOf(file, claim, sha256);
    this.#known.add(JSON.stringify(key));
    await this.warehouse.connection.run("insert into ledger.passed_over values ($1, $2, $3, $4)", key);
  }
}
