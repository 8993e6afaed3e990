import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {openProject} from "../../ingest/project.ts";
import {UserError} from "../../warehouse/error.ts";

const folder = mkdtempSync(join(tmpdir(), "perennial-"));
afterAll(() => rmSync(folder, {recursive: true}));

/** Reads a configuration with this text. */
const opened = (text: string) => {
  writeFileSync(join(folder, "perennial.config.ts"), text);
  return openProject(folder);
};

const sound = `import {defineConfig} from "perennial";
export default defineConfig({
  company: {name: "Corner Shop", zone: "Europe/Paris", currency: "EUR"},
  sources: {till: {kind: "order_lines", files: "till.csv"}}
});
`;

describe("a configuration", () => {
  it("imports its type from perennial, wherever it lies", async () => {
    expect((await opened(sound)).config.company.name).toBe("Corner Shop");
  });

  it("that was changed is read anew", async () => {
    expect((await opened(sound.replace("Corner", "Market"))).config.company.name).toBe("Market Shop");
  });

  it.each([
    ["export default {", /^config: perennial\.config\.ts, line 1, cannot be read: Unexpected token; mend it$/],
    [
      'export default {\n  a: 1,\n  b: "x\n}',
      /^config: perennial\.config\.ts, line 3, cannot be read: Unterminated string constant; mend it$/
    ],
    [
      "export default {\n  a: b.c\n}",
      /^config: perennial\.config\.ts, line 2, cannot be read: b is not defined; mend it$/
    ],
    [
      'import {x} from "nope";\nexport default x',
      /^config: perennial\.config\.ts, line 1, cannot be read: Cannot find module 'nope'; mend it$/
    ],
    [
      'import {company} from "./broken.ts";\nexport default {company}',
      /^config: broken\.ts, line 2, cannot be read: Unterminated string constant; mend it$/
    ],
    [
      'import {company} from "./wrong.ts";\nexport default {company}',
      /^config: wrong\.ts, line 3, cannot be read: given is not defined; mend it$/
    ],
    [
      'throw new Error("")',
      /^config: perennial\.config\.ts, line 1, cannot be read: it throws an error without words; mend it$/
    ]
  ])("that cannot be read is told with its line: %j", async (text, message) => {
    writeFileSync(join(folder, "broken.ts"), 'export const company = {\n  name: "x\n};\n');
    writeFileSync(join(folder, "wrong.ts"), "// Nothing here.\n\nexport const company = given;\n");
    const error = await opened(text).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(message);
  });
});
