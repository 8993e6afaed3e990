import {vi} from "vitest";
import {main} from "../../cli/main.ts";

export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Runs a command in this process, since one of its own takes seconds; what it prints is kept. */
export async function runHere(...args: string[]): Promise<Ended> {
  const [out, err]: [string[], string[]] = [[], []];
  const log = vi.spyOn(console, "log").mockImplementation((line: string) => void out.push(`${line}\n`));
  const error = vi.spyOn(console, "error").mockImplementation((line: string) => void err.push(`${line}\n`));
  process.exitCode = 0;
  try {
    await main(["node", "perennial", ...args]);
    return {code: Number(process.exitCode), out: out.join(""), err: err.join("")};
  } finally {
    process.exitCode = undefined;
    log.mockRestore();
    error.mockRestore();
  }
}
