import type {TestRow} from "./rows.ts";

/** The reported result of the method in use among all items, or among new ones; nothing where none was tested. */
export const chosenOf = (tests: readonly TestRow[], scope: TestRow["scope"]): TestRow | undefined =>
  tests.find((row) => row.scope === scope && row.stage === "test" && row.is_chosen);
