import {existsSync} from "node:fs";
import {mkdir, readdir, rename, rm} from "node:fs/promises";
import {UserError} from "../../warehouse/error.ts";

const nextOf = (dist: string): string => `${dist}.next`;
const oldOf = (dist: string): string => `${dist}.old`;

const remove = (folder: string): Promise<void> => rm(folder, {recursive: true, force: true});

/**
 * Repairs what a killed build left: the old site is put back if it was already moved away, else dropped, and the unfinished next
 * one is dropped. Does nothing where nothing is wrong.
 */
export async function repair(dist: string): Promise<void> {
  if (existsSync(oldOf(dist)) && !existsSync(dist)) await rename(oldOf(dist), dist);
  await remove(oldOf(dist));
  await remove(nextOf(dist));
}

/**
 * Makes the empty folder in which the next site is built, after a repair.
 *
 * Throws a UserError where `dist` holds something that is no site of ours: publishing would delete it.
 */
export async function prepareNext(dist: string): Promise<string> {
  await repair(dist);
  const files = existsSync(dist) ? await readdir(dist) : [];
  if (files.length > 0 && !files.includes("_observablehq")) {
    throw new UserError(`build: ${dist} holds files that are not a site of Perennial; move them away`);
  }
  await mkdir(nextOf(dist), {recursive: true});
  return nextOf(dist);
}

/** Publishes the finished next site in the place of the old one. */
export async function publish(dist: string): Promise<void> {
  if (existsSync(dist)) await rename(dist, oldOf(dist));
  await rename(nextOf(dist), dist);
  await remove(oldOf(dist));
}
