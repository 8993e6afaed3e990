import {describe, expect, test} from "vitest";
import {movesOf} from "../../../dashboards/pages/segments/moves.ts";
import {largestMoves, upDownOf} from "../../../dashboards/pages/segments/upDown.ts";
import type {SegmentRow} from "../../../dashboards/pages/segments/rows.ts";
import {segments} from "../../../dashboards/pages/segments.ts";
import type {SegmentsStart} from "../../../dashboards/pages/segments/segmentsStart.ts";
import {data, en, move, render, words, zh} from "./segmentsPage.ts";

const named = data.mart_segment as SegmentRow[];
const scores = {champions: 4, "gold club": 3, lost: 2};
const [moves] = movesOf(data.mart_segment_move, named, 10);
const table = (change: object = {}, c = en) =>
  /<table class="tiles named moves">.*?<\/table>/.exec(render(change, c))![0];

describe("the matrix of moves", () => {
  test("has the segments in the order of the configuration, and who came and went last", () => {
    expect(moves).toMatchObject({
      months: 3,
      fromOn: "2026-03-31",
      toOn: "2026-06-24",
      from: ["champions", "lost", "gold club", "(new)"],
      to: ["champions", "lost", "gold club", "(gone)"]
    });
  });

  test("holds customers and both revenues, and its totals add up to them", () => {
    const lines = (part: "customers" | "before" | "after") => moves!.cells.map((row) => row.map((cell) => cell![part]));
    expect(lines("customers")).toEqual([
      [200, 0, 30, 60],
      [50, 0, 12, 0],
      [25, 0, 15, 0],
      [48, 0, 0, 0]
    ]);
    for (const part of ["customers", "before", "after"] as const) {
      const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
      expect(moves!.fromTotals.map((total) => total![part])).toEqual(lines(part).map(sum));
      expect(moves!.toTotals.map((total) => total![part])).toEqual(
        moves!.to.map((_, j) => sum(lines(part).map((row) => row[j]!)))
      );
    }
  });

  test("shows counts with their way, outlines who stayed, and leads from today's sizes to their customers", () => {
    expect(words(table())).toMatch(/31 Mar 2026 → 24 Jun 2026 Champions Lost Gold club No order in the window Total/);
    expect(table()).toMatch(/<td class="q\d stayed">200<\/td><td class="none">0<\/td><td class="q\d down">30<\/td>/);
    expect(table()).toMatch(/<td class="q\d up">25<\/td>/);
    expect(table()).toContain('<a href="./customers.html?segment=champions">323</a>');
    expect(table()).not.toContain("segment=%28gone%29");
    expect(words(table({}, zh))).toContain("新客户");
  });

  test("withholds a small cell and what would give it away", () => {
    const small = [...data.mart_segment_move, move("gold club", "(gone)", 3)];
    const [hidden] = movesOf(small, named, 10);
    expect(hidden!.cells.map((row) => row.map((cell) => cell === null))).toEqual([
      [false, false, true, true],
      [false, false, false, false],
      [false, false, true, true],
      [false, false, false, false]
    ]);
    const drawn = table({mart_segment_move: small});
    expect(drawn.match(/class="withheld"/g)).toHaveLength(4);
    expect(JSON.stringify(hidden)).not.toMatch(/"customers":3,/);
    expect(words(render({mart_segment_move: small}))).toContain("withheld: fewer than 10 customers");
  });

  test("that cannot hide what it must is not shown", () => {
    const few = [move("champions", "champions", 4)];
    expect(movesOf(few, named, 10)).toEqual([]);
    expect(words(render({mart_segment_move: few}))).toContain("Nothing to compare with yet");
    expect(words(render({mart_segment_move: []}))).toContain("Nothing to compare with yet");
    expect(movesOf(few, named, 0)).toHaveLength(1);
  });

  test("says where the window was not full then", () => {
    const short = data.mart_segment_month.map((row) => ({...row, is_window_full: row.months_before < 3}));
    expect(words(render({mart_segment_month: short}))).toContain("On 31 Mar 2026 there were orders for a part of the");
  });
});

describe("up and down", () => {
  test("are moves to a higher and a lower mean score; each customer goes one way", () => {
    const {counts, isRounded} = upDownOf(data.mart_segment_move, moves!, scores, 10);
    expect(counts).toEqual({up: 87, down: 30, level: 0, stayed: 215, new: 48, returned: 0, gone: 60});
    expect(isRounded).toBe(false);
    const all = data.mart_segment_move.reduce((sum, {customers}) => sum + customers, 0);
    expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(all);
    expect(largestMoves(moves!, scores, "up", 2)).toEqual([
      ["lost", "champions", 50],
      ["gold club", "champions", 25]
    ]);
  });

  test("are in whole tens where the matrix withholds anything", () => {
    const small = [...data.mart_segment_move, move("gold club", "(gone)", 3)];
    const [hidden] = movesOf(small, named, 10);
    expect(upDownOf(small, hidden!, scores, 10)).toMatchObject({counts: {up: 90, down: 30, gone: 60}, isRounded: true});
    expect(words(render({mart_segment_move: small}))).toContain("about 90");
  });
});

describe("the course of the segments", () => {
  test("stands with its first and last day", () => {
    const course = words(/<section[^>]*id="history".*?<\/section>/s.exec(render())![0]);
    expect(course).toMatch(/Segment 30 Jun 2025 Course 24 Jun 2026/);
    expect(course).toMatch(/Champions 250 323/);
    expect(course).toMatch(/Lost 80 –/);
  });

  test("needs three days with a whole window", () => {
    const short = data.mart_segment_month.map((row) => ({...row, is_window_full: row.months_before < 2}));
    expect(words(render({mart_segment_month: short}))).toContain("there are 2.");
  });
});

test("the browser starts with nothing that the page withholds", () => {
  const start = segments.live!.data!(data as never, en) as SegmentsStart;
  expect(start.customers).toBe("./customers.html?segment=");
  expect(start.moves.map(({months}) => months)).toEqual([3]);
  expect(start.upDown).toHaveLength(1);
  expect(start.scores).toEqual(scores);
});
