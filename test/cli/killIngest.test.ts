import {cpSync, existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {isDeepStrictEqual} from "node:util";
import {mean, randomLcg, range, rollup} from "d3";
import {expect, it} from "vitest";
import {withSession} from "../../cli/session.ts";
import {ingest} from "../../ingest/ingest.ts";
import {loads, openLedger, type Load} from "../../ingest/ledger.ts";
import type {Warehouse} from "../../warehouse/warehouse.ts";
import {contentsOf, contradictions, filesIn, has, orphans, rejectFiles} from "./aftermath.ts";
import {writeFirstExports, writeNextExports} from "./changingExports.ts";
import {bundle, run, warehouseOf, type Moment, type Span} from "./killedRun.ts";

const SEED = 5;
const TRIALS = 100;

/** The kill of each trial: half of them at any moment once the ledger is open, the others at what is seldom hit. */
function momentsOf(seed: number): Moment[] {
  const random = randomLcg(seed);
  return range(TRIALS).map((trial): Moment => {
    const [nth, share, short] = [1 + Math.floor(6 * random()), random(), random() ** 2];
    if (trial % 10 === 0) return {sign: "start", nth: 1, share: 0.7 + 0.3 * share};
    if (trial % 10 === 1) return {sign: "end", nth: 1, ms: 6 * short};
    if (trial % 10 < 4) return {sign: "working copies", nth, ms: 20 * short};
    if (trial % 10 === 4) return {sign: "reject files", nth, ms: 4 * short};
    return {sign: "ledger", nth: 1, share};
  });
}

type Phase =
  | "before the ledger"
  | "before the first load"
  | "with working copies"
  | "with a table that no load has"
  | "between loads"
  | "before all reject files"
  | "when all was done";

/** How far a run had come, by what it left. */
async function phaseOf(dir: string, warehouse: Warehouse, start: Start): Promise<Phase> {
  if (!(await has(warehouse, "load_number"))) return "before the ledger";
  if ((await orphans(warehouse)).length) return "with a table that no load has";
  if (filesIn(join(dir, ".perennial")).length) return "with working copies";
  const entered = (await loads(warehouse)).filter(({sha256}) => start.fresh.has(sha256)).length;
  if (!entered) return "before the first load";
  if (entered < start.loads) return "between loads";
  const isTold = isDeepStrictEqual(rejectFiles(warehouseOf(dir)), start.contents.rejectFiles);
  return isTold ? "when all was done" : "before all reject files";
}

/** A folder before a run, and what an undisturbed run makes of it. */
interface Start {
  dir: string;
  contents: Record<string, unknown>;
  /** Bytes that the run is to load, and in how many loads. */
  fresh: Set<string>;
  loads: number;
  span: Span;
}

async function startFrom(bin: string, dir: string): Promise<Start> {
  const calm = range(2).map(() => copyOf(dir));
  const runs = await Promise.all(calm.map((copy) => run(bin, copy)));
  const known = existsSync(warehouseOf(dir)) ? await withSession(dir, ({warehouse}) => loads(warehouse)) : [];
  const outcomes = [];
  for (const copy of calm) {
    outcomes.push(
      await withSession(copy, async (session) => {
        expect(await contradictions(session.warehouse, true)).toEqual([]);
        return {contents: await contentsOf(session), all: await loads(session.warehouse)};
      })
    );
    rmSync(copy, {recursive: true});
  }
  const [{contents, all}, second] = outcomes as [(typeof outcomes)[0], (typeof outcomes)[0]];
  expect(second.contents).toEqual(contents);
  const fresh = all.filter(({sha256}) => !known.some((load: Load) => load.sha256 === sha256));
  return {
    dir,
    contents,
    fresh: new Set(fresh.map(({sha256}) => sha256)),
    loads: fresh.length,
    span: {start: mean(runs, ({span}) => span.start)!, ledger: mean(runs, ({span}) => span.ledger)!}
  };
}

function copyOf(dir: string): string {
  const copy = mkdtempSync(join(tmpdir(), "perennial-"));
  cpSync(dir, copy, {recursive: true});
  return copy;
}

interface Trial {
  isKilled: boolean;
  phase: Phase;
  /** What the kill broke, or the next run did not put right. */
  wrong: string[];
}

async function trial(bin: string, start: Start, moment: Moment): Promise<Trial> {
  const dir = copyOf(start.dir);
  const {isKilled, span} = await run(bin, dir, start.span, moment);
  if (!isKilled && span.start > 0) start.span = span;
  const result = await withSession(dir, async (session): Promise<Trial> => {
    const {warehouse, project} = session;
    const phase = await phaseOf(dir, warehouse, start);
    const wrong: string[] = [];
    const check = async (when: string, isOver: boolean): Promise<void> => {
      const found = await contradictions(warehouse, isOver);
      wrong.push(...found.map((words) => `${when}: ${words}`));
    };
    await check("after the kill", false);
    await openLedger(warehouse);
    await check("after the ledger was opened", true);
    await ingest(warehouse, project);
    await check("after the next run", true);
    const contents = await contentsOf(session);
    for (const [name, value] of Object.entries(start.contents)) {
      if (isDeepStrictEqual(contents[name], value)) continue;
      wrong.push(`${name} is ${JSON.stringify(contents[name])}, undisturbed ${JSON.stringify(value)}`);
    }
    return {isKilled, phase: isKilled ? phase : "when all was done", wrong};
  });
  if (existsSync(`${warehouseOf(dir)}.wal`)) result.wrong.push("a log is left");
  rmSync(dir, {recursive: true});
  return result;
}

it("an ingest that is killed at any moment is put right by the next one", {timeout: 900_000}, async () => {
  const bin = await bundle();
  const empty = mkdtempSync(join(tmpdir(), "perennial-"));
  await writeFirstExports(empty);
  const loaded = copyOf(empty);
  await run(bin, loaded);
  await writeNextExports(loaded);
  const [next, first] = [await startFrom(bin, loaded), await startFrom(bin, empty)];
  const done: Trial[] = [];
  const failures: string[] = [];
  const waiting = momentsOf(SEED).entries();
  const lane = async (): Promise<void> => {
    for (const [number, moment] of waiting) {
      const about = `seed ${SEED}, trial ${number}, ${JSON.stringify(moment)}`;
      try {
        // One in five finds no warehouse.
        const result = await trial(bin, Math.floor(number / 10) % 5 ? next : first, moment);
        done.push(result);
        failures.push(...result.wrong.map((words) => `${about}, ${result.phase}: ${words}`));
      } catch (error) {
        failures.push(`${about}: ${String(error)}`);
      }
    }
  };
  await Promise.all([lane(), lane()]);
  const killed = done.filter(({isKilled}) => isKilled);
  const phases = rollup(
    killed,
    (trials) => trials.length,
    ({phase}) => phase
  );
  const counts = [...phases].map(([phase, count]) => `${count} ${phase}`);
  console.info(`${killed.length} of ${TRIALS} runs killed: ${counts.join(", ")}`);
  expect(failures).toEqual([]);
  expect(killed.length).toBeGreaterThanOrEqual(60);
  expect(phases.size).toBeGreaterThanOrEqual(3);
  for (const dir of [dirname(bin), empty, loaded]) rmSync(dir, {recursive: true});
});
