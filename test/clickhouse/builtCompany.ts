import {spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const cli = fileURLToPath(new URL("../../cli/perennial.js", import.meta.url));

/** The folder of a company of so many generated orders, with every model built by DuckDB; made once and kept. */
export async function builtCompany(orders: number, dir: string): Promise<string> {
  const folder = join(dir, `orders-${orders}`);
  if (existsSync(join(folder, "build.json"))) return folder;
  const bench = spawn(process.execPath, [cli, "bench", "--orders", String(orders), "--dir", dir], {stdio: "inherit"});
  const [code] = (await once(bench, "exit")) as [number | null];
  if (code !== 0) throw new Error(`the bench that builds ${orders} orders ended with code ${code}`);
  return folder;
}
