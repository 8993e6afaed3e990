import {describe, expect, test} from "vitest";
import {budget} from "../../../dashboards/build/budget.ts";
import {totalsOf} from "../../../dashboards/pages/identity/totals.ts";
import {
  bin,
  changed,
  cluster,
  data,
  firms,
  load,
  pair,
  people,
  render,
  rule,
  shared,
  words,
  zh
} from "./identityRows.ts";

const finding = (rendered: string) => /<p class="finding">(.*?)<\/p>/.exec(rendered)![1]!.replace(/<[^>]+>/g, "");
const part = (rendered: string, id: string) => words(rendered.split(`id="${id}"`)[1]!.split("<section")[0]!);
const kpis = (rendered: string) =>
  Object.fromEntries(
    [...rendered.matchAll(/<li class="kpi">(.*?)<\/li>/g)].map(([, item]) => [
      words(/<h2>(.*?)<\/h2>/.exec(item!)![1]!.replace(/<div class="popover".*$/, "")).trim(),
      words(/<div class="value">(.*)$/.exec(item!)![1]!).trim()
    ])
  );

/** Links within the page that lead nowhere. */
const deadAnchors = (rendered: string) =>
  [...rendered.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id!).filter((id) => !rendered.includes(`id="${id}"`));

describe("the finding", () => {
  test("says how many records of how many sources are how many customers, by what, how sure, and what waits", () => {
    expect(finding(render())).toBe(
      "1,100 records of 3 sources are 890 customers: 262 tied by a rule, 96 by score, 5 by a steward, 15 by their e-mail or telephone. Of the 220 linked pairs 99.2% are expected to be right (their mean probability); 3 pairs wait for review."
    );
    expect(finding(render({}, zh))).toBe(
      "3 个来源的 1,100 条记录归并为 890 位客户：262 条按规则、96 条按评分、5 条由人工、15 条按邮箱或电话归并。220 对归并预计有 99.2% 正确（平均概率）；3 对待复核。"
    );
  });

  test("does not name what tied nothing", () => {
    const alone = {...people, records: 1, customers: 1, links: 0, reviews: 0, expected_true_links: 0};
    const row = {...alone, rule_records: 0, score_records: 0, steward_records: 0, contact_records: 0};
    expect(finding(render({mart_identity_party: [row], ledger_loads: [load("shop", "customers")]}))).toBe(
      "1 record of 1 source is 1 customer: none is tied to another. No pair is linked; none waits for review."
    );
  });

  test("counts sources of exports that name customers alone", () => {
    expect(totalsOf([people], data.ledger_loads).sources).toBe(3);
    expect(totalsOf([people], [load("stock", "products"), load("shop", "order_lines")]).sources).toBe(0);
  });
});

describe("the strip", () => {
  test("sums people and organisations", () => {
    expect(kpis(render())).toEqual({
      Records: "1,100 1,000 people, 100 organisations 15 without a key",
      Customers: "890 1.24 records each",
      "Tied by score": "96 records 8.7% 262 by a rule, 5 by a steward",
      "Waiting for review": "3 pairs of 4,300 with a score 2 in doubt are one by others",
      Unlinkable: "5.7% 62 of 1,085 records",
      "Blocking recall": "96.8% people, estimated organisations 99.0%"
    });
  });

  test("leaves open what nobody knows where nothing was compared", () => {
    const contacts = {
      ...people,
      compared_records: 0,
      unlinkable_records: 0,
      match_share: null,
      blocking_recall: null,
      link_probability: null,
      review_probability: null
    };
    const only = render({mart_identity_party: [contacts], mart_identity_review: []});
    expect(kpis(only)).toMatchObject({
      Unlinkable: "– no records are compared",
      "Blocking recall": "– no records are compared"
    });
    expect(only).not.toContain('id="weights"');
    expect(part(only, "review")).toContain("No records are compared: those loaded hold one e-mail address");
    expect(deadAnchors(only)).toEqual([]);
  });

  test("links to panels that are there", () => {
    expect(render()).toContain('href="#weights"');
    expect(deadAnchors(render())).toEqual([]);
    for (const party of [people, firms])
      expect(deadAnchors(render({mart_identity_party: [party], mart_identity_review: []}))).toEqual([]);
  });
});

describe("without", () => {
  test("customers the page says what to load", () => {
    const nobody = render({mart_identity_party: [], mart_identity_review: []});
    expect(words(nobody)).toContain("No customers yet Add a source of kind customers to perennial.config.ts");
    expect(nobody).not.toContain("<section");
    expect(words(render({mart_identity_party: []}, zh))).toContain(
      "尚无客户 请在 perennial.config.ts 中添加 customers 类来源"
    );
  });

  test("pairs in doubt it says how to have more", () => {
    const clear = render({mart_identity_review: []});
    expect(part(clear, "review")).toContain("No pair waits for review");
    expect(part(clear, "review")).toContain("identity.review_probability");
    expect(clear).not.toContain('id="why"');
  });

  test("a run before this one there are no changes", () => {
    const first = [changed("new", 1, {run: 1, customers: 890, customer_id: null, records: 890})];
    expect(part(render({mart_identity_change: first}), "changes")).toContain(
      "This was the first run All 890 customers are new."
    );
    expect(part(render({mart_identity_change: []}), "changes")).toContain("Nothing changed yet");
  });

  test("shared values it says so", () => {
    expect(part(render({mart_identity_shared: []}), "shared")).toContain("None No e-mail");
  });
});

describe("what changed", () => {
  test("is counted by kind, and who merged, split off or left is named", () => {
    const text = part(render(), "changes");
    expect(text).toContain("number 4");
    expect(text).toContain(
      "Merged into another 2 Split off another 1 Revived: records came back 0 Gone: no record left 1 Grown by records 7 New: records nobody had 40"
    );
    expect(text).toContain("C-000000MERGED merged into C-SURVIVOR 2");
    expect(text).toContain("C-0000000SPLIT split off C-WHOLE 2");
    expect(text).toContain("C-00000000GONE gone – 2");
  });

  test("links to whom there still is, not to whom there is no more", () => {
    const markup = render();
    expect(markup).toContain('href="./customers.html?key=C-SURVIVOR"');
    expect(markup).toContain('href="./customers.html?key=C-0000000SPLIT"');
    expect(markup).not.toContain("key=C-000000MERGED");
    expect(markup).not.toContain("key=C-00000000GONE");
  });

  test("names four of a kind and says of how many", () => {
    const merged = Array.from({length: 20}, (_, i) =>
      changed("merged", i + 1, {customers: 37, customer_id: `C-${i}`, into_id: "C-X"})
    );
    const text = part(render({mart_identity_change: merged}), "changes");
    expect(text.match(/merged into/g)).toHaveLength(4);
    expect(text).toContain("The 4 of most records of each kind, 4 of 37.");
  });
});

describe("how many records a customer is", () => {
  test("sums to all customers and all records", () => {
    const text = part(render(), "sizes");
    expect(text).toContain(`${people.customers + firms.customers} customers by their number of records, 1,100 in all`);
    const counts = [...text.matchAll(/([\d,]+) · [\d.]+%/g)].map(([, n]) => Number(n!.replace(",", "")));
    expect(counts).toEqual([723, 137, 26, 1, 2, 1]);
    expect(counts.reduce((a, b) => a + b)).toBe(890);
    expect(text).toContain("10 and more 1");
  });

  test("of the largest, those that hang together loosely are marked", () => {
    const text = part(render(), "largest");
    expect(text).toContain("C-777777777771 11 55 100% 97.0%");
    expect(text).toContain("C-777777777772 10 13 loose 30% –");
    const two = [cluster(1, {records: 2, compared_records: 2, links: 0, density: 0})];
    expect(part(render({mart_identity_cluster: two}), "largest").match(/loose/g)).toBeNull();
  });
});

describe("values that tie too many", () => {
  test("are counted by field and not shown", () => {
    const text = part(render(), "shared");
    expect(text).toContain("4 values tie no records, because too many hold them: e-mail 3, telephone 1");
    expect(text).toContain("e-mail 400 399 too many names");
    expect(text).toContain("e-mail 30 29 configured");
    expect(text).toContain("int_identity_shared");
  });

  test("are eight at most, those on most records", () => {
    const many = Array.from({length: 10}, (_, i) => [
      shared("email", i + 1, 100 - i, {field_values: 50}),
      shared("phone", i + 1, 60 - i, {field_values: 12, names: 1})
    ]).flat();
    const text = part(render({mart_identity_shared: many}), "shared");
    expect(text.match(/too many names/g)).toHaveLength(8);
    expect(text).toContain("62 values tie no records");
    expect(text).toContain("The 8 on most records.");
  });
});

test("a page of a large base costs no more elements than a page may, the frame of 150 included", () => {
  const large = render({
    mart_identity_review: Array.from({length: 300}, (_, i) => pair(i + 1)),
    int_identity_weight: Array.from({length: 121}, (_, i) => bin(i - 60, 9)),
    int_identity_rule: Array.from({length: 33}, (_, i) => rule(`rule_${i}`)),
    mart_identity_cluster: Array.from({length: 20}, (_, i) => cluster(i + 1)),
    mart_identity_cluster_size: Array.from({length: 40}, (_, i) => ({party: "person", records: i + 1, customers: 1})),
    mart_identity_change: (["merged", "split", "gone", "revived", "new", "grown"] as const).flatMap((kind) =>
      Array.from({length: 20}, (_, i) => changed(kind, i + 1, {customers: 99, into_id: "C-X"}))
    ),
    mart_identity_shared: Array.from({length: 20}, (_, i) => shared(i < 10 ? "email" : "phone", (i % 10) + 1, 99))
  });
  expect(large.match(/<[a-z]/g)!.length + 150).toBeLessThan(budget.elements);
});
