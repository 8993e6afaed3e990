import {existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  appendDecisions,
  contradictions,
  inForce,
  readDecisions,
  readHistory,
  stewardVerdicts,
  undoDecisions,
  writeDecisions,
  type Decision,
  type NewDecision
} from "../../../models/identity/decisions.ts";
import {UserError} from "../../../warehouse/error.ts";

const fileOf = (contents?: string | Buffer): string => {
  const path = join(mkdtempSync(join(tmpdir(), "perennial-")), "identity/decisions.csv");
  if (contents === undefined) return path;
  const flat = path.replace("identity/", "");
  writeFileSync(flat, contents);
  return flat;
};

const key = fc.constantFrom("customer:1", "customer:2", "customer:3", "lead:1", "email:a@b.org", "company:=SUM(A1)");
const note = fc.option(fc.constantFrom("=1+1", "'=1", "@me", "a, b", 'said "no"', "line\nline", "已核对"), {nil: null});
const newDecision: fc.Arbitrary<NewDecision> = fc
  .record({left: key, right: key, verdict: fc.constantFrom(...stewardVerdicts), note})
  .filter(({left, right}) => left < right);
const decision = (last: number): fc.Arbitrary<Decision> =>
  fc.tuple(newDecision, fc.integer({min: 1, max: last})).map(([it, batch]) => ({...it, batch}));

const said = (left: string, right: string, verdict: Decision["verdict"], batch = 1): Decision => ({
  left,
  right,
  verdict,
  batch,
  note: null
});

describe("what is in force", () => {
  it("the rows of a file may stand in any order", () => {
    const shuffled = fc
      .array(decision(3), {maxLength: 20})
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, {minLength: rows.length})));
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        const [a, b] = [fileOf(""), fileOf("")];
        writeDecisions(a, rows);
        writeDecisions(b, others);
        expect(readDecisions(b)).toEqual(readDecisions(a));
        expect(contradictions(others)).toEqual(contradictions(rows));
      })
    );
  });

  it("a pair is decided once, by the latest batch that names it", () => {
    fc.assert(
      fc.property(fc.array(decision(4), {maxLength: 20}), (rows) => {
        const held = inForce(rows);
        for (const {left, right, verdict, batch} of held) {
          const ofPair = rows.filter((row) => row.left === left && row.right === right);
          expect(batch).toBe(Math.max(...ofPair.map((row) => row.batch)));
          const atLast = ofPair.filter((row) => row.batch === batch).map((row) => row.verdict);
          expect(verdict).toBe(stewardVerdicts.findLast((it) => atLast.includes(it)));
        }
        expect(new Set(held.map(({left, right}) => `${left} ${right}`)).size).toBe(held.length);
        expect(inForce(held)).toEqual(held);
      })
    );
  });

  it("different holds over same in one batch, and gives way to a later same", () => {
    const both = [said("a", "b", "different"), said("a", "b", "same")];
    expect(inForce(both)).toEqual([both[0]]);
    expect(inForce([...both, said("a", "b", "same", 2)])).toEqual([said("a", "b", "same", 2)]);
  });
});

describe("the file", () => {
  it("undo after decide is as before, to the byte, and what was replaced counts again", () => {
    const batches = fc.array(fc.array(newDecision, {minLength: 1, maxLength: 6}), {minLength: 1, maxLength: 4});
    fc.assert(
      fc.property(batches, (batches) => {
        const path = fileOf();
        const before: (string | undefined)[] = [];
        for (const [i, rows] of batches.entries()) {
          before.push(existsSync(path) ? readFileSync(path, "utf8") : undefined);
          expect(appendDecisions(path, rows)).toBe(i + 1);
          expect(readHistory(path).filter(({batch}) => batch === i + 1)).toEqual(
            rows.map((row) => ({...row, batch: i + 1}))
          );
        }
        for (const [i, rows] of [...batches.entries()].reverse()) {
          expect(undoDecisions(path)).toHaveLength(rows.length);
          if (i > 0) expect(readFileSync(path, "utf8")).toBe(before[i]);
        }
        expect([readDecisions(path), undoDecisions(path)]).toEqual([[], []]);
      }),
      {numRuns: 30}
    );
  });

  it("keeps what was replaced, with its batch", () => {
    const path = fileOf();
    appendDecisions(path, [{left: "a", right: "b", verdict: "same", note: "by phone"}]);
    appendDecisions(path, [{left: "a", right: "b", verdict: "different", note: null}]);
    expect(readHistory(path).map(({batch, verdict}) => [batch, verdict])).toEqual([
      [1, "same"],
      [2, "different"]
    ]);
    expect(readDecisions(path)).toEqual([said("a", "b", "different", 2)]);
  });

  it("is written beside and renamed: nothing else stays in its folder", () => {
    const path = fileOf();
    appendDecisions(path, [{left: "a", right: "b", verdict: "same", note: null}]);
    expect(readdirSync(join(path, ".."))).toEqual(["decisions.csv"]);
  });

  it("that is not there holds no decision", () => expect(readDecisions(fileOf())).toEqual([]));

  it("may be written by hand, without batches, in any order of keys and case", () => {
    const path = fileOf("Left_Key,Right_Key,Verdict\nlead:2,customer:1, SAME \n\n");
    expect(readDecisions(path)).toEqual([said("customer:1", "lead:2", "same", 0)]);
    expect(appendDecisions(path, [{left: "customer:1", right: "lead:2", verdict: "unsure", note: null}])).toBe(1);
    expect([undoDecisions(path).length, undoDecisions(path).length, readDecisions(path).length]).toEqual([1, 0, 1]);
  });

  it("may come out of a spreadsheet with semicolons, in GBK or UTF-16", () => {
    const text = "left_key;right_key;verdict;note\r\ncustomer:李雷;customer:韩梅梅;different;两个人，电话核对过\r\n";
    const gbk = Buffer.concat([
      Buffer.from("left_key;right_key;verdict;note\r\ncustomer:"),
      Buffer.from("c0eec0d7", "hex"),
      Buffer.from(";customer:"),
      Buffer.from("baabc3b7c3b7", "hex"),
      Buffer.from(";different;"),
      Buffer.from("c1bdb8f6c8cba3acb5e7bbb0bacbb6d4b9fd", "hex"),
      Buffer.from("\r\n")
    ]);
    for (const bytes of [gbk, Buffer.from(text), Buffer.from(`\ufeff${text}`, "utf16le")]) {
      expect(readDecisions(fileOf(bytes))).toEqual([
        {left: "customer:李雷", right: "customer:韩梅梅", verdict: "different", batch: 0, note: "两个人，电话核对过"}
      ]);
    }
  });

  it.each([
    ["left_key,verdict\na,same\n", 'missing column "right_key"; the first line names the columns'],
    [
      "left_key,right_key,verdict\na,b,same\na,c,maybe\n",
      'line 3: unknown verdict "maybe"; write same, different or unsure'
    ],
    ['left_key,right_key,verdict,note\na,b,same,"two\nlines"\na,,same,\n', "line 4: missing right_key"],
    ["left_key,right_key,verdict\na,a,same\n", 'line 2: "a" is decided against itself'],
    ["batch,left_key,right_key,verdict\n1.5,a,b,same\n", 'line 2: invalid batch "1.5"'],
    ["left_key,right_key,verdict\na,b,\n", 'line 2: unknown verdict ""']
  ])("that is malformed is refused with its place: %j", (text, message) => {
    const path = fileOf(text);
    expect(() => readDecisions(path)).toThrow(UserError);
    expect(() => readDecisions(path)).toThrow(message);
    expect(() => readDecisions(path)).toThrow(path);
  });
});

describe("contradictions", () => {
  it("a pair tied by a chain of the same and called different is listed with a shortest chain", () => {
    const rows = [
      said("a", "b", "same"),
      said("b", "c", "same", 2),
      said("c", "d", "same"),
      said("a", "e", "same"),
      said("d", "e", "same"),
      said("a", "d", "different")
    ];
    expect(contradictions(rows)).toEqual([{different: rows[5], chain: ["a", "e", "d"]}]);
    expect(contradictions(rows.filter(({right}) => right !== "e" && right !== "d"))).toEqual([]);
  });

  it("a pair that one batch calls same and different is listed; one that changed its mind is not", () => {
    const both = [said("a", "b", "same", 2), said("a", "b", "different", 2)];
    expect(contradictions(both)).toEqual([{different: both[1], chain: ["a", "b"]}]);
    expect(contradictions([said("a", "b", "same"), said("a", "b", "different", 2)])).toEqual([]);
    expect(contradictions([...both, said("a", "b", "same", 3)])).toEqual([]);
  });

  it("are those pairs that the closure of same holds, by brute force", () => {
    fc.assert(
      fc.property(fc.array(decision(1), {maxLength: 12}), (rows) => {
        const held = inForce(rows);
        const ends = [...new Set(held.flatMap(({left, right}) => [left, right]))];
        const tied = new Set(
          held.filter(({verdict}) => verdict === "same").flatMap(({left: a, right: b}) => [a + b, b + a])
        );
        for (const through of ends)
          for (const a of ends)
            for (const b of ends) if (tied.has(a + through) && tied.has(through + b)) tied.add(a + b);
        const wrong = held.filter(
          ({left, right, verdict}) =>
            verdict === "different" &&
            (tied.has(left + right) ||
              rows.some((row) => row.left === left && row.right === right && row.verdict === "same"))
        );
        const found = contradictions(rows);
        expect(found.map(({different}) => different)).toEqual(wrong);
        for (const {different, chain} of found)
          expect([chain[0], chain.at(-1)]).toEqual([different.left, different.right]);
      })
    );
  });
});
