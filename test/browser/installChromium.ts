import {spawnSync} from "node:child_process";
import {existsSync} from "node:fs";

const path = "/usr/bin/chromium";
const packages = ["chromium", "fonts-noto-cjk"];

const advice =
  "browser: missing Chromium, which the checks of the site need; install Chromium or Chrome " +
  "(Debian: apt-get install chromium fonts-noto-cjk), or name one in PERENNIAL_CHROMIUM";

/** Runs apt-get without questions; returns whether it succeeded. */
function apt(...words: string[]): boolean {
  const env = {...process.env, DEBIAN_FRONTEND: "noninteractive"};
  return spawnSync("apt-get", words, {stdio: ["ignore", "ignore", "inherit"], env, timeout: 900_000}).status === 0;
}

/**
 * Installs Debian's browser and a Chinese font, saying so; returns its path. Lists are fetched first: a fresh machine has none.
 *
 * Throws an error that says what to do where this is not Debian, not root, or the packages cannot be had.
 */
export function installChromium(): string {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get"))
    throw new Error(advice);
  process.stderr.write(`browser: none found; installing ${packages.join(" and ")} with apt-get\n`);
  const installed = apt("update", "-q") && apt("install", "-q", "-y", "--no-install-recommends", ...packages);
  if (!installed || !existsSync(path)) throw new Error(advice);
  process.stderr.write(`browser: installed ${path}\n`);
  return path;
}
