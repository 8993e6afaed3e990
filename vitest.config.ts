import {availableParallelism} from "node:os";
import {defineConfig} from "vitest/config";

/** Kinds of tests by what they need: unit, clickhouse (nodes of chDB), browser (toy sites), site (the built sample). */
export default defineConfig({
  test: {
    env: {TZ: "America/Los_Angeles"},
    testTimeout: 120_000,
    hookTimeout: 300_000,
    pool: "forks",
    // On two cores too: much of the time one of them waits for a browser or for DuckDB.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/{site,browser,clickhouse}/**"],
          // Importing every model anew for each file took most of the time; no test replaces a module.
          isolate: false
        }
      },
      {
        extends: true,
        test: {
          name: "clickhouse",
          include: ["test/clickhouse/**/*.test.ts"],
          globalSetup: ["test/clickhouse/chdb.setup.ts"]
        }
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/*.test.ts", "test/site/{build,takeover}.test.ts"],
          globalSetup: ["test/browser/chromium.setup.ts"]
        }
      },
      {
        extends: true,
        test: {
          name: "site",
          include: ["test/site/*.test.ts"],
          exclude: ["test/site/{build,takeover}.test.ts"],
          globalSetup: ["test/browser/chromium.setup.ts", "test/site/site.setup.ts", "test/clickhouse/chdb.setup.ts"]
        }
      }
    ]
  }
});
