import {expect, test} from "vitest";
import * as components from "../../../dashboards/components/index.ts";
import {locale} from "../../../dashboards/format/locale.ts";

const bad = `<script>alert("x")</script>`;
const c = locale("en", "GBP");
const y = {format: () => bad};

const rendered: Record<string, unknown> = {
  panel: components.panel(
    {
      title: bad,
      sub: bad,
      body: bad,
      note: bad,
      id: bad,
      definition: {id: bad, term: bad, text: bad, rows: [[bad, bad]]}
    },
    c
  ),
  pageHead: components.pageHead({title: bad, finding: bad, eyebrow: bad, chips: bad}),
  kpis: components.kpis(
    [{label: bad, href: bad, value: bad, unit: bad, delta: {value: 1, text: bad}, versus: bad, note: bad}],
    c
  ),
  heat: components.heat(
    {
      caption: bad,
      heads: [bad, bad],
      columns: [bad],
      breaks: [],
      rows: [{group: bad}, {key: bad, name: bad, size: 1, cells: []}]
    },
    c
  ),
  drill: components.drill({sentence: bad, aside: bad, actions: bad}),
  lines: components.linesReadout(
    {
      label: bad,
      x: [0, 1],
      xTicks: [0],
      xFormat: () => bad,
      y,
      name: () => bad,
      value: () => bad,
      series: [{points: [[0, 1]], tone: "c1", label: bad}]
    },
    c
  ),
  points: components.points({
    label: bad,
    rows: [{name: bad, value: 1, low: 0, high: 2}],
    y,
    reference: {value: 1, label: bad}
  }),
  bridge: components.bridge({label: bad, steps: [{name: bad, value: 1, total: true}], format: () => bad}, c),
  broken: components.bridge(
    {
      label: bad,
      steps: [
        {name: "a", value: 1, total: true},
        {name: bad, value: 2, total: true}
      ],
      format: () => bad
    },
    c
  ),
  stackedMonths: components.stackedMonths({
    label: bad,
    months: [{name: bad, values: [1]}],
    keys: [{name: bad, tone: "c1"}],
    y
  }),
  rfmGrid: components.rfmGrid(
    {caption: bad, breaks: [], cells: [{recency: 1, frequency: 1, customers: 1, share: 1, segment: bad, href: bad}]},
    c
  ),
  pareto: components.pareto(
    {label: bad, points: [[0, 0]], cuts: [{at: 1, name: bad}], mark: {x: 0, y: 0, text: bad}},
    c
  ),
  table: components.table({caption: bad, columns: [bad, {head: bad, width: bad}], rows: [[bad, bad]], id: bad}),
  numbers: components.numbers({caption: bad, columns: [bad], rows: [[bad]]}, c),
  rank: components.rank(
    {
      caption: bad,
      heads: [bad, bad, bad, bad, bad, bad, bad],
      rows: [
        {
          place: 1,
          key: bad,
          href: bad,
          group: bad,
          risk: {share: 1, word: bad},
          value: bad,
          of: bad,
          reasons: [{text: bad, weight: 1}],
          last: bad,
          owner: bad
        }
      ],
      capacity: {after: 1, text: bad}
    },
    c
  ),
  interval: components.intervalRow({name: bad, text: bad, value: 1, low: 0, high: 1, domain: [0, 1]}),
  calibration: components.calibration({label: bad, bins: []}, c),
  timeline: components.timeline(
    bad,
    [{at: "2026-01-01", kind: "order", text: bad, amount: bad, quote: {text: bad, lang: bad}, aside: bad}],
    c
  ),
  orderBars: components.orderBars(
    {label: bad, orders: [], from: "2026-01-01", to: "2026-02-01", late: {since: "2026-01-15", text: bad}},
    c
  ),
  facts: components.facts([[bad, bad]]),
  chips: [components.chip(bad), components.removableChip(bad, bad, bad)],
  buttons: [components.csvButton(bad, {href: bad}), components.button({text: bad, id: bad, about: bad, action: bad})],
  key: [components.key("dot", bad), components.ramp(bad, bad, bad)],
  states: [
    components.empty({title: bad, text: bad}),
    components.failed({title: bad, cause: bad, retry: bad}),
    components.tooFew({title: bad}),
    components.loading(bad),
    components.banner(bad)
  ],
  filters: components.filters([
    components.segmented({name: bad, label: bad, choices: [{value: bad, name: bad}], value: bad}),
    components.select({name: bad, label: bad, choices: [{value: bad, name: bad}], value: bad}),
    components.field({name: bad, label: bad, value: bad, placeholder: bad, after: bad})
  ]),
  changes: components.changes([{size: bad, tone: "bad", title: bad, href: bad, text: bad}]),
  barRows: components.barRows({label: bad, rows: [{name: bad, to: 1, text: bad}], nameWidth: bad}),
  virtualTable: components.virtualTableShell({caption: bad, id: bad, columns: [{head: bad, width: bad}], rows: [[bad]]})
};

test.each(Object.entries(rendered))("%s lets no markup of its data through", (_, content) => {
  const page = components.oneLine(content as components.Content);
  expect(page).toContain("&lt;script&gt;");
  expect(page).not.toContain("<script>");
  expect(page).not.toContain('alert("x")');
});
