import fc from "fast-check";
import {expect, test} from "vitest";
import {sankey} from "../../../dashboards/components/sankey.ts";
import {sankeyLayout} from "../../../dashboards/components/sankeyLayout.ts";

const left = [
  {id: "loyal", value: 60},
  {id: "slipping", value: 40}
];
const right = [
  {id: "loyal", value: 50},
  {id: "slipping", value: 50}
];
const links = [
  {source: "loyal", target: "loyal", value: 45},
  {source: "loyal", target: "slipping", value: 15},
  {source: "slipping", target: "slipping", value: 35}
];

test("a state is as high as it is large, though some of its customers are in no flow", () => {
  const placed = sankeyLayout(left, right, links);
  const heights = [...placed.left, ...placed.right].map(({top, bottom, value}) => (bottom - top) / value);
  for (const height of heights) expect(height).toBeCloseTo(heights[0]!, 9);
  for (const {height, value} of placed.links) expect(height / value).toBeCloseTo(heights[0]!, 9);
});

test("states keep their order, and flows stay inside their states without crossing there", () => {
  const ids = ["a", "b", "c", "d"];
  const sizes = fc.array(fc.integer({min: 1, max: 500}), {minLength: 4, maxLength: 4});
  const matrix = fc.array(sizes, {minLength: 4, maxLength: 4});
  fc.assert(
    fc.property(matrix, (cells) => {
      const flows = cells.flatMap((row, i) => row.map((value, j) => ({source: ids[i]!, target: ids[j]!, value})));
      const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
      const from = ids.map((id, i) => ({id, value: sum(cells[i]!)}));
      const to = ids.map((id, j) => ({id, value: sum(cells.map((row) => row[j]!))}));
      const placed = sankeyLayout(from, to, flows);
      for (const [side, end, states] of [
        ["source", "from", placed.left],
        ["target", "to", placed.right]
      ] as const)
        for (const [i, state] of states.entries()) {
          expect(state.bottom).toBeLessThan(states[i + 1]?.top ?? 100.0001);
          const own = placed.links.filter((link) => link[side] === state.id).sort((a, b) => a[end] - b[end]);
          let edge = state.top;
          for (const link of own) {
            expect(link[end] - link.height / 2).toBeCloseTo(edge, 6);
            edge += link.height;
          }
          expect(edge).toBeCloseTo(state.bottom, 6);
        }
    }),
    {numRuns: 40, seed: 3}
  );
});

test("who stayed has no tone, who moved has that of where they went", () => {
  const markup = String(
    sankey({
      label: "Movement",
      left: left.map((state) => ({...state, label: `${state.id} ${state.value}`, tone: "r7"})),
      right: right.map((state) => ({
        ...state,
        label: `${state.id} ${state.value}`,
        tone: state.id === "loyal" ? "r7" : "c2"
      })),
      links: links.map((link) => ({...link, title: `${link.source} to <${link.target}>`}))
    })
  );
  expect(markup.match(/class="flow stayed"/g)).toHaveLength(2);
  expect(markup.match(/class="flow c2"/g)).toHaveLength(1);
  expect(markup).toContain("<title>loyal to &lt;slipping&gt;</title>");
  expect(markup).toContain('role="img" aria-label="Movement"');
  expect(markup).toContain("loyal 60");
  expect(markup).not.toMatch(/NaN|Infinity|undefined/);
});
