import {range} from "d3";
import {accounts} from "./accounts.ts";
import {acquisition} from "./acquisition.ts";
import {createDice} from "./dice.ts";
import {likenesses} from "./likenesses.ts";
import {openExports} from "./exportFiles.ts";
import type {PlacedFault} from "./faults.ts";
import {DAY, londonYear, startOfDay} from "./londonTime.ts";
import {PARAMETERS, type Parameters} from "./parameters.ts";
import {openPeople, tellKeys} from "./peopleTruth.ts";
import {productRows} from "./productRows.ts";
import {drawStory, type Story} from "./story.ts";
import {openSubjects} from "./subjects.ts";
import {wavesBetween} from "./surveys.ts";
import {count, emptyTally} from "./tally.ts";
import type {GeneratedTruth} from "./truth.ts";
import {writeBatch} from "./writeBatch.ts";

export interface CompanyOptions {
  /** Customer records, buyers and newsletter readers alike. */
  customers: number;
  seed: number;
  /** Folder for `shop/`, `helpdesk/`, `survey/` and the others; made when missing, files in it are replaced. */
  out: string;
  /** First and last London day, `2024-07-01` to `2026-06-24` unless said otherwise. */
  from?: string;
  until?: string;
  /** Also writes `truth.csv`, one row per customer, and `people.csv`, whose each record is. */
  truth?: boolean;
  parameters?: Partial<Parameters>;
}

/** Customers drawn, sorted and written at a time; memory holds one batch, and a file is in order inside one. */
const BATCH = 2500;

/**
 * Writes the exports of an invented shop for tea, wine glasses and kitchen ware, and returns the truth behind them.
 *
 * Orders, customers and products come as from Shopify (zone in the timestamp, prices before tax, refunds of the total
 * including tax), tickets as from Zendesk (UTC), surveys as from Qualtrics (London); beside them what other systems have of
 * the same customers, each in the format and encoding of its own. The same options give the same texts, and on one machine
 * the same bytes. Some records are broken on purpose (`FAULTS`); the result says which and on which line.
 */
export async function generateCompany(
  {customers, seed, out, from = "2024-07-01", until = "2026-06-24", truth = false, parameters: changed}: CompanyOptions,
  onProgress?: (done: number, total: number) => void
): Promise<GeneratedTruth> {
  const parameters = {...PARAMETERS, ...changed};
  const dice = createDice(seed);
  const start = startOfDay(from);
  const end = startOfDay(new Date(Date.parse(until) + DAY).toISOString().slice(0, 10));
  const waves = wavesBetween(start, end);
  const years = range(londonYear(start), londonYear(end - 1) + 1);
  const placed: PlacedFault[] = [];
  const files = await openExports(
    out,
    years,
    [...new Set(waves.map((wave) => Number(wave.slice(0, 4))))],
    truth,
    placed
  );
  const people = openPeople();
  const setting = {out, from: start, until: end, years, seed, placed, tell: people.tell};
  const subjects = await openSubjects(setting);
  const accountOf = accounts(setting);
  const arrivalOf = acquisition(customers, start, end, parameters.monthlyGrowth, dice);
  const tally = emptyTally(waves);
  const likenessTruth = {secondAccounts: 0, households: 0, shopPhones: 0};
  const likenessesOf = likenesses(seed, likenessTruth);
  const next = {order: 1001, ticket: 20_001};

  await files.products.write(productRows().map((row) => [row]));
  for (let done = 0; done < customers;) {
    const stories: Story[] = range(done, Math.min(customers, done + BATCH)).map((index) =>
      drawStory(index, arrivalOf(index), waves, end, parameters, dice)
    );
    for (const story of stories) count(tally, story);
    const alike = likenessesOf(stories);
    const tickets = await writeBatch(stories, files, next, end, parameters, dice, alike);
    const known = stories.map((story) => accountOf(story, alike.get(story.customer.index)));
    for (const account of known) tellKeys(account, people.tell);
    await subjects.write({accounts: known, tickets});
    const told = people.take();
    await files.people?.write(told.map((row) => [row]));
    done += stories.length;
    onProgress?.(done, customers);
  }
  const ofSubjects = await subjects.close();
  const written = [...(await files.close()), ...ofSubjects];
  const shared = {likenesses: likenessTruth};
  return {parameters, seed, from, until, ...tally, ...shared, ...subjects.truth, faults: placed, files: written};
}
