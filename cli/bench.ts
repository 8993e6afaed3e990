import {fork} from "node:child_process";
import {once} from "node:events";
import {cpus, loadavg, tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Command} from "commander";
import {benchBaskets} from "./bench/baskets/basketsBench.ts";
import {benches, targets, type Bench} from "./bench/benches.ts";
import {benchCustomers} from "./bench/customers/customersBench.ts";
import type {Part} from "./bench/part.ts";
import type {Phase, Task} from "./bench/phase.ts";
import {benchOrders} from "./bench/orders/ordersBench.ts";
import {benchTexts} from "./bench/texts/textsBench.ts";
import {benchPeople} from "./bench/peopleBench.ts";
import {plainTables} from "./bench/plain.ts";
import {benchTickets} from "./bench/tickets/ticketsBench.ts";
import {heading, median, rowText, type Round, type Row} from "./bench/rows.ts";
import {commands} from "./commands.ts";
import {command, wholeNumber} from "./options.ts";
import {plural, say, whole} from "./say.ts";

const script = fileURLToPath(new URL("bench/phase.ts", import.meta.url));

interface Options {
  lines: number;
  rounds: number;
  dir: string;
  csv?: true;
  mix?: true;
  xlsx?: true;
  people?: number;
  customers?: number;
  texts?: number;
  tickets?: number;
  baskets?: number;
  orders?: number;
}

export const benchCommand = (): Command =>
  command("bench", commands.bench)
    .option("--lines <n>", "how many order lines", wholeNumber(1000), 10_000_000)
    .option("--rounds <n>", "how often; the median counts", wholeNumber(1, 99), 1)
    .option("--dir <dir>", "where to work; generated files are kept there", join(tmpdir(), "perennial-bench"))
    .option("--csv", "only a CSV, and the models built of it")
    .option("--mix", "only a CSV in GBK, NDJSON and a gzipped CSV together")
    .option("--xlsx", "only a workbook of at most 300,000 rows")
    .option("--people <n>", "instead, find the duplicates among so many generated customer records", wholeNumber(100))
    .option("--customers <n>", "instead, foretell value and churn of so many generated customers", wholeNumber(1000))
    .option("--texts <n>", "instead, take so many generated verbatims through sentiment and themes", wholeNumber(1000))
    .option(
      "--tickets <n>",
      "instead, put so many generated ticket events through the business clock",
      wholeNumber(1000)
    )
    .option(
      "--baskets <n>",
      "instead, find rules and recommendations in so many generated order lines",
      wholeNumber(1000)
    )
    .option(
      "--orders <n>",
      "instead, build every model over so many generated orders and what belongs to them",
      wholeNumber(1000)
    )
    .action(async (options: Options) => {
      if (options.orders !== undefined) return benchOrders(options.orders, options.dir);
      if (options.baskets !== undefined) return benchBaskets(options.baskets, options.dir);
      if (options.tickets !== undefined) return benchTickets(options.tickets, options.dir);
      if (options.texts !== undefined) return benchTexts(options.texts, options.dir);
      if (options.customers !== undefined) return benchCustomers(options.customers, options.dir);
      if (options.people !== undefined) return benchPeople(options.people, options.dir);
      const all = Object.keys(benches) as Bench[];
      const chosen = all.filter((bench) => options[bench]);
      say("bench", plan(options));
      console.log(heading());
      for (const bench of chosen.length ? chosen : all) await run(bench, options);
    });

const plan = ({lines, rounds}: Options) =>
  `${whole(lines)} order lines, ${plural(rounds, "round")}, ${cpus().length} cores, load average ${loadavg()[0]!.toFixed(1)}`;

async function run(bench: Bench, {lines, rounds, dir}: Options): Promise<void> {
  const parts = benches[bench](lines);
  const phaseOf = (who: Task["who"], what: Task["what"]) => phase({who, what, bench, dir: join(dir, bench), lines});
  const {bytes} = await phaseOf("ours", "make");
  for (const what of bench === "csv" ? (["ingest", "build"] as const) : (["ingest"] as const)) {
    const all: Round[] = [];
    for (let i = 0; i < rounds; i++) {
      all.push({plain: await phaseOf("plain", what), ours: await phaseOf("ours", what)});
    }
    const rows = what === "build" ? buildRows(all) : ingestRows(bench, parts, bytes, all);
    rows.forEach((row, i) => console.log(rowText(i ? "" : what, row)));
    // A missed target is a measurement; unequal rows are a fault.
    if (rows.some(({sums}) => sums && sums.ours !== sums.plain)) process.exitCode = 1;
  }
}

async function phase(task: Task): Promise<Phase> {
  const child = fork(script, [JSON.stringify(task)], {execArgv: ["--import", "tsx"]});
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`bench: ${task.what} of ${task.bench} (${task.who}) ended with code ${String(code)}`);
  });
  const [result] = (await Promise.race([once(child, "message"), failed])) as [Phase];
  return result;
}

const medians = (rounds: readonly Round[], seconds: (phase: Phase) => number) => ({
  ours: median(rounds.map(({ours}) => seconds(ours))),
  plain: median(rounds.map(({plain}) => seconds(plain)))
});

const peaks = (rounds: readonly Round[]): [number, number] => [
  Math.max(...rounds.map(({ours}) => ours.peakBytes)),
  Math.max(...rounds.map(({plain}) => plain.peakBytes))
];

/** The sums of a table or file; those of a round in which they differ, if there is one. */
function sumsOf(rounds: readonly Round[], name: string): Row["sums"] {
  const {ours, plain} = rounds.find(({ours, plain}) => ours.sums[name] !== plain.sums[name]) ?? rounds[0]!;
  return {ours: ours.sums[name]!, plain: plain.sums[name]!};
}

function ingestRows(
  bench: Bench,
  parts: readonly Part[],
  bytes: Record<string, number>,
  rounds: readonly Round[]
): Row[] {
  const all = medians(rounds, ({seconds}) => seconds);
  const whole = {...all, peaks: peaks(rounds), target: targets[bench]};
  const rows = parts.map(({title, file}) => ({title, bytes: bytes[file]!, sums: sumsOf(rounds, file)}));
  const [part] = parts as [Part];
  if (parts.length > 1) {
    const total = rows.reduce((sum, {bytes}) => sum + bytes, 0);
    const took = parts.map(({file}) => medians(rounds, ({tables}) => tables[file]!));
    return [...rows.map((row, i) => ({...row, ...took[i]!})), {title: "the mix", bytes: total, ...whole}];
  }
  if (part.plain) return [{...rows[0]!, ...whole}];
  return [{...rows[0]!, ...whole, plain: undefined, peaks: [whole.peaks[0]], note: speed(part, all.ours)}];
}

const speed = ({what: {lines}}: Part, seconds: number) =>
  `${whole(lines)} rows, ${whole(Math.round(lines / seconds))} a second; the engine alone reads no such file`;

function buildRows(rounds: readonly Round[]): Row[] {
  // Our build makes more tables than are written by hand; only the same ones are compared.
  const sum = ({tables}: Phase) => plainTables.reduce((sum, {name}) => sum + tables[name]!, 0);
  const models = Object.keys(rounds[0]!.ours.tables).length;
  return [
    {title: "tables by hand", ...medians(rounds, sum), peaks: peaks(rounds)},
    ...plainTables.map(({name}) => ({
      title: name,
      ...medians(rounds, ({tables}) => tables[name]!),
      sums: sumsOf(rounds, name)
    })),
    {
      title: `all ${models} models`,
      ours: median(rounds.map(({ours}) => ours.seconds)),
      note: "with contracts and grains checked"
    }
  ];
}
