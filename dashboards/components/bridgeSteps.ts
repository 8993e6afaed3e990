/** A step of a bridge: a signed change, or a total that the run must equal. */
export interface BridgeStep {
  name: string;
  value: number;
  total?: boolean;
}

/** A step with the two levels between which it is drawn. */
export interface BridgeBar extends BridgeStep {
  from: number;
  to: number;
}

/**
 * The bars of a bridge.
 *
 * @throws when a later total is not the sum of what stands before it, to within `tolerance`
 */
export function bridgeBars(steps: readonly BridgeStep[], tolerance = 0.005): BridgeBar[] {
  let run = 0;
  return steps.map((step, i) => {
    if (step.total && i > 0 && Math.abs(run - step.value) > tolerance) {
      throw new Error(`bridge: "${step.name}" is ${step.value}, but the steps before it add up to ${run}`);
    }
    const from = step.total ? 0 : run;
    run = step.total ? step.value : run + step.value;
    return {...step, from, to: run};
  });
}

/** Ink for totals, favourable or unfavourable for changes. */
export const bridgeTone = ({total, value}: BridgeStep) => (total ? "ink" : value >= 0 ? "good" : "bad");
