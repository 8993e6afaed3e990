import type {AudienceRule, AudienceTest} from "../../ingest/audienceConfig.ts";
import {audienceColumns} from "./columns.ts";
import {isBounds, partsOf} from "./rules.ts";

/** Stands for the value of a personal column. */
export const masked = "•••";

/** A rule as JSON that may be published: values of personal columns are masked. */
export const ruleText = (rule: AudienceRule): string => JSON.stringify(shown(rule));

function shown(rule: AudienceRule): AudienceRule {
  const {tests, any, all, not} = partsOf(rule);
  return {
    ...Object.fromEntries(tests.map(({column, test}) => [column, isPersonal(column) ? hidden(test) : test])),
    ...(any.length ? {any: any.map(shown)} : {}),
    ...(all.length ? {all: all.map(shown)} : {}),
    ...(not ? {not: shown(not)} : {})
  };
}

const isPersonal = (name: string): boolean => audienceColumns.get(name)?.privacy === "personal";

/** A test of a personal column without its values; that something is known stays. */
function hidden(test: AudienceTest): AudienceTest {
  if (test === null) return null;
  if (!isBounds(test)) return masked;
  return {not: test.not === null ? null : masked};
}
