import {SingleBar} from "cli-progress";

export type Report = (step: string, done: number, total: number) => void;

/**
 * Shows how far something is once it has taken a second: a bar on a terminal, plain lines elsewhere. `done` ends it.
 */
export function progress(task: string): {report: Report; done: () => void} {
  const started = performance.now();
  return process.stderr.isTTY ? bar(task, started) : lines(task, started);
}

function bar(task: string, started: number): {report: Report; done: () => void} {
  let shown: SingleBar | undefined;
  return {
    report(step, done, total) {
      if (!shown && performance.now() - started > 1000) {
        shown = new SingleBar({
          format: `${task.padEnd(7)} {bar} {value}/{total} {step}`,
          hideCursor: true,
          clearOnComplete: true,
          barsize: 24
        });
        shown.start(total, done, {step});
      }
      shown?.setTotal(total);
      shown?.update(done, {step});
    },
    done: () => shown?.stop()
  };
}

function lines(task: string, started: number): {report: Report; done: () => void} {
  let last = started;
  return {
    report(step, done, total) {
      if (performance.now() - last < 1000) return;
      last = performance.now();
      console.error(`${task.padEnd(7)} ${done}/${total} ${step}`);
    },
    done: () => undefined
  };
}
