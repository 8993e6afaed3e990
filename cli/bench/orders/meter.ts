import {existsSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";

/** What one model took: seconds of wall clock and of CPU, most resident memory and spilled bytes seen meanwhile. */
export interface Took {
  name: string;
  seconds: number;
  cpu: number;
  peakBytes: number;
  spillBytes: number;
}

const everyMs = 100;

/** Watches the process model by model: `begin` ends what was before, `end` the last. Memory and spill are looked at ten times a second. */
export class Meter {
  readonly took: Took[] = [];
  #at = performance.now();
  #cpu = process.cpuUsage();
  #name?: string;
  #peak = 0;
  #spill = 0;
  readonly #timer;

  constructor(
    private readonly spillDir: string,
    private readonly tell: (took: Took) => void
  ) {
    this.#timer = setInterval(() => this.#look(), everyMs);
  }

  begin(name: string | undefined): void {
    this.#look();
    const [at, cpu] = [performance.now(), process.cpuUsage()];
    if (this.#name !== undefined) {
      const took = {
        name: this.#name,
        seconds: (at - this.#at) / 1000,
        cpu: (cpu.user + cpu.system - this.#cpu.user - this.#cpu.system) / 1e6,
        peakBytes: this.#peak,
        spillBytes: this.#spill
      };
      this.took.push(took);
      this.tell(took);
    }
    [this.#name, this.#at, this.#cpu, this.#peak, this.#spill] = [name, at, cpu, 0, 0];
  }

  end(): Took[] {
    this.begin(undefined);
    clearInterval(this.#timer);
    return this.took;
  }

  #look(): void {
    this.#peak = Math.max(this.#peak, process.memoryUsage.rss());
    this.#spill = Math.max(this.#spill, bytesIn(this.spillDir));
  }
}

/** Bytes of the files of a folder; 0 where there is none. One that goes meanwhile counts nothing. */
function bytesIn(dir: string): number {
  if (!existsSync(dir)) return 0;
  return readdirSync(dir).reduce(
    (sum, file) => sum + (statSync(join(dir, file), {throwIfNoEntry: false})?.size ?? 0),
    0
  );
}
