import {SingleBar} from "cli-progress";

export type Report = (step: string, done: number, total: number) => void;

/** What is shown: the step, how many are done, and how much of the running one. */
interface State {
  step: string;
  done: number;
  total: number;
}

/**
 * Shows how far a task is once it has taken a second: a bar on a terminal, plain lines elsewhere. `fraction` tells how much of the
 * running step is done; `done` ends it.
 */
export function progress(task: string, fraction: () => number = () => 0): {report: Report; done: () => void} {
  const show = process.stderr.isTTY ? bar(task) : lines(task);
  let state: State | undefined;
  const timer = setInterval(() => state && show.update(state, fraction()), process.stderr.isTTY ? 200 : 5000);
  const first = setTimeout(() => state && show.update(state, fraction()), 1000);
  return {
    report(step, done, total) {
      state = {step, done, total};
    },
    done() {
      clearInterval(timer);
      clearTimeout(first);
      show.end();
    }
  };
}

function bar(task: string) {
  const started = performance.now();
  let shown: SingleBar | undefined;
  return {
    update({step, done, total}: State, fraction: number) {
      if (performance.now() - started < 1000) return;
      if (!shown) {
        const format = `${task.padEnd(7)} {bar} {percentage}% {step}`;
        shown = new SingleBar({format, hideCursor: true, clearOnComplete: true, barsize: 24});
        shown.start(total, done, {step});
      }
      shown.setTotal(total);
      shown.update(Math.min(total, done + fraction), {step});
    },
    end: () => shown?.stop()
  };
}

function lines(task: string) {
  return {
    update({step, done, total}: State, fraction: number) {
      const share = total ? (Math.min(total, done + fraction) / total) * 100 : 0;
      console.error(`${task.padEnd(7)} ${share.toFixed(0).padStart(3)}% ${step}`);
    },
    end: () => undefined
  };
}
