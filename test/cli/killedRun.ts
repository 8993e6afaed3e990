import {spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdtempSync, symlinkSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {filesIn} from "./aftermath.ts";

const home = fileURLToPath(new URL("../..", import.meta.url));

export const warehouseOf = (dir: string): string => join(dir, "data/warehouse.duckdb");

/** What a kill waits for, as seen from outside. */
type Sign = "start" | "ledger" | "working copies" | "reject files" | "end";

/** A kill: so long after the sign, in milliseconds or as a share of what an undisturbed run takes from that sign. */
export interface Moment {
  sign: Sign;
  /** The how manieth time that the sign is seen. */
  nth: number;
  share?: number;
  ms?: number;
}

/** How long an undisturbed run takes, in milliseconds: to the ledger, and from there to its end. */
export interface Span {
  start: number;
  ledger: number;
}

/** The command bundled, because its hundred starts would take longer than all that they do; each reads what it needs. */
export async function bundle(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "perennial-"));
  const file = join(dir, "perennial.mjs");
  symlinkSync(join(home, "node_modules"), join(dir, "node_modules"));
  await build({
    stdin: {contents: 'import {main} from "./cli/main.ts"; await main(process.argv);', resolveDir: home},
    outdir: dir,
    entryNames: "perennial",
    outExtension: {".js": ".mjs"},
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    packages: "external"
  });
  return file;
}

/** What is to be seen of a run from outside. */
interface Sight {
  log: boolean;
  copies: string;
  rejects: string;
}

/** Looks at no more than a sign needs, because it is done every few milliseconds. */
const look = (dir: string, sign?: Sign): Sight => ({
  log: existsSync(`${warehouseOf(dir)}.wal`),
  copies: sign === "working copies" ? filesIn(join(dir, ".perennial")).join() : "",
  rejects: sign === "reject files" ? filesIn(join(dir, "data/rejects")).join() : ""
});

/** The sign that a change is. */
const signs = (before: Sight, now: Sight): Sign[] => [
  ...(now.log && !before.log ? (["ledger"] as const) : []),
  ...(before.log && !now.log ? (["end"] as const) : []),
  ...(now.copies && now.copies !== before.copies ? (["working copies"] as const) : []),
  ...(now.rejects !== before.rejects ? (["reject files"] as const) : [])
];

/** Runs `perennial ingest`, and kills it at a moment. Tells whether it was killed, and how long the parts of the run took. */
export async function run(
  bin: string,
  dir: string,
  span?: Span,
  moment?: Moment
): Promise<{isKilled: boolean; span: Span}> {
  const began = performance.now();
  const child = spawn(process.execPath, [bin, "ingest", "--project", dir], {stdio: "ignore"});
  let [before, seen, opened] = [look(dir, moment?.sign), 0, NaN];
  let kill: NodeJS.Timeout | undefined;
  const notice = (sign: Sign): void => {
    if (sign === "ledger") opened = performance.now();
    if (sign !== moment?.sign || ++seen !== moment.nth) return;
    const ms = moment.ms ?? moment.share! * (sign === "start" ? span!.start : span!.ledger);
    kill = setTimeout(() => child.kill("SIGKILL"), ms);
  };
  notice("start");
  const watch = setInterval(() => {
    const now = look(dir, moment?.sign);
    for (const sign of signs(before, now)) notice(sign);
    before = now;
  }, 2);
  const [, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  clearInterval(watch);
  clearTimeout(kill);
  return {
    isKilled: signal === "SIGKILL",
    span: {start: opened - began, ledger: performance.now() - opened}
  };
}
