import type {AudienceRule, AudienceTest} from "../../ingest/audienceConfig.ts";

/** One condition on one column. */
export interface ColumnTest {
  column: string;
  test: AudienceTest;
}

/** A rule taken apart: its own conditions, and the rules that it joins. */
export interface RuleParts {
  tests: ColumnTest[];
  any: AudienceRule[];
  all: AudienceRule[];
  not: AudienceRule | undefined;
}

/** Conditions of a rule and what it joins. */
export function partsOf(rule: AudienceRule): RuleParts {
  const {any, all, not, ...own} = rule as {any?: AudienceRule[]; all?: AudienceRule[]; not?: AudienceRule};
  const tests = Object.entries(own as Record<string, AudienceTest | undefined>).flatMap(([column, test]) =>
    test === undefined ? [] : [{column, test}]
  );
  return {tests, any: any ?? [], all: all ?? [], not};
}

/** Bounds of a test, where it has any. */
export type Bounds = Exclude<AudienceTest, string | number | boolean | null | readonly unknown[]>;
export const isBounds = (test: AudienceTest): test is Bounds =>
  typeof test === "object" && test !== null && !Array.isArray(test);

/** Names of all columns that a rule asks for, each once. */
export function columnsIn(rule: AudienceRule): string[] {
  const {tests, any, all, not} = partsOf(rule);
  const below = [...any, ...all, ...(not ? [not] : [])].flatMap(columnsIn);
  return [...new Set([...tests.map(({column}) => column), ...below])];
}
