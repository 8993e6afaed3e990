import {fork} from "node:child_process";
import {appendFileSync, mkdirSync, writeFileSync} from "node:fs";
import {cpus, loadavg} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {say, whole} from "../../say.ts";
import type {Took} from "./meter.ts";
import type {OrdersPhase, OrdersTask} from "./ordersPhase.ts";

const script = fileURLToPath(new URL("ordersPhase.ts", import.meta.url));
/** What DuckDB is given; the rest of a process, which is measured, stands beside it. */
const memory = "2GB";
const most = 5 * 2 ** 30;

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

/**
 * Builds every model over so many generated orders, and says what it took in all and for the dearest models; all of them stand in
 * `build.json` of its folder, and model by model, while it runs, in `build.jsonl`.
 */
export async function benchOrders(orders: number, dir: string): Promise<void> {
  say("bench", `${whole(orders)} orders; ${cpus().length} cores, load average ${loadavg()[0]!.toFixed(1)}`);
  const folder = join(dir, `orders-${orders}`);
  mkdirSync(folder, {recursive: true});
  for (const what of ["make", "build"] as const) {
    const log = join(folder, `${what}.jsonl`);
    writeFileSync(log, "");
    const phase = await phaseOf({what, dir: folder, orders, memory}, (took) =>
      appendFileSync(log, `${JSON.stringify(took)}\n`)
    );
    console.log(line(what === "make" ? "make the loads" : "build all models", phase, orders));
    if (what === "make") continue;
    writeFileSync(join(folder, "build.json"), JSON.stringify(phase, null, 2));
    for (const {name, seconds, cpu, peakBytes, spillBytes} of dearest(phase, 10)) {
      const used = `${cpu.toFixed(1)} s of CPU, ${gigabytes(peakBytes)} resident, ${gigabytes(spillBytes)} spilled`;
      console.log(
        `          ${name.padEnd(26)} ${seconds.toFixed(1).padStart(7)} s  ${used}, slices: ${phase.slices[name] ?? 1}`
      );
    }
    const spilled = Math.max(...phase.took.map(({spillBytes}) => spillBytes));
    console.log(
      `        ${phase.took.length} steps, ${Object.keys(phase.slices).length} in slices; file ${gigabytes(phase.fileBytes)}, at most ${gigabytes(spilled)} spilled; ` +
        `target ≤ 5 GiB resident: ${phase.peakBytes <= most ? "met" : "MISSED"}`
    );
  }
}

const dearest = ({took}: OrdersPhase, n: number) => [...took].sort((a, b) => b.cpu - a.cpu).slice(0, n);

const line = (title: string, {seconds, cpu, peakBytes}: OrdersPhase, orders: number) =>
  `        ${title.padEnd(28)} ${seconds.toFixed(1).padStart(7)} s  ${cpu.toFixed(1)} s of CPU, ${((cpu / orders) * 1e6).toFixed(1)} per million orders, ` +
  `peak ${gigabytes(peakBytes)}`;

async function phaseOf(task: OrdersTask, tell: (took: Took) => void): Promise<OrdersPhase> {
  const child = fork(script, [JSON.stringify(task)], {execArgv: ["--import", "tsx"]});
  return new Promise((resolve, reject) => {
    child.on("message", (message: {took?: Took; done?: OrdersPhase}) => {
      if (message.took) tell(message.took);
      if (message.done) resolve(message.done);
    });
    child.on("error", reject);
    child.on("exit", (code) =>
      reject(new Error(`bench: ${task.what} of ${task.orders} orders ended with code ${String(code)}`))
    );
  });
}
