import {describe, expect, it} from "vitest";
import {kindNames, rawRelations} from "../../../ingest/contracts/kinds.ts";
import {page, type Page} from "../../../dashboards/page.ts";
import {lineage} from "../../../dashboards/pages/lineage.ts";
import {entryAddress, glossaryPage} from "../../../dashboards/pages/glossary/entryAddress.ts";
import {declaredGraph, layerOf} from "../../../dashboards/pages/lineage/declared.ts";
import {inputsOf, type Graph, type Layer} from "../../../dashboards/pages/lineage/graph.ts";
import {folded as foldedAs, withoutRaw} from "../../../dashboards/pages/lineage/fold.ts";
import {foldedOf} from "../../../dashboards/pages/lineage/folded.ts";
import {groupOf, withGroupsFolded} from "../../../dashboards/pages/lineage/groups.ts";
import {knownGraph} from "../../../dashboards/pages/lineage/known.ts";
import {overviewOf} from "../../../dashboards/pages/lineage/overview.ts";
import {placesOf} from "../../../dashboards/pages/lineage/places.ts";
import {sentenceOf} from "../../../dashboards/pages/lineage/sentence.ts";
import {withoutShortcuts} from "../../../dashboards/pages/lineage/shortcuts.ts";
import {upstreamOf} from "../../../dashboards/pages/lineage/upstream.ts";
import {inBuildOrder} from "../../../models/compile.ts";
import {models} from "../../../models/index.ts";
import {intAsOf} from "../../../models/intermediate/int_as_of.ts";
import {intOtherEvent} from "../../../models/intermediate/int_other_event.ts";
import type {Model} from "../../../models/model.ts";
import {martMonth} from "../../../models/marts/mart_month.ts";
import {context, load, textOf} from "./healthRows.ts";

const en = context("en", "/lineage");
const zh = context("zh", "/lineage");
const months: Page = page({
  path: "/months",
  label: {en: "Months", zh: "月份"},
  question: {en: "?", zh: "？"},
  marts: [martMonth],
  render: () => ""
});
const loads = [
  load({rows_loaded: 90}),
  load({load_id: "2", file: "b.csv", rows_loaded: 9}),
  load({load_id: "3", source: "desk", kind: "tickets", rows_loaded: 7})
];
const built = models.map(({name}, i) => ({name, rows: 1000 + i, seconds: 0.1}));
const flowing = inBuildOrder(models);
/** What a model reads, the ledger aside. */
const readsOf = ({from}: Model) => from.map(({name}) => name).filter((name) => !name.startsWith("ledger_"));
const data = {ledger_loads: loads, ledger_models: built};
const rendered = (c = en) => String(lineage(() => [months]).render(data as never, c));

/** Cells of a row of the table, by the name in its head. */
function rowsOf(markup: string): Map<string, string[]> {
  const body = /<tbody>(.*?)<\/tbody>/s.exec(markup)![1]!;
  const rows = [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => textOf(cell))
  );
  return new Map(rows.map((cells) => [cells[0]!, cells]));
}

const toy = (edges: string): Graph => {
  const pairs = edges.split(" ").map((edge) => edge.split(">") as [string, string]);
  const names = [...new Set(pairs.flat())];
  const layer = (name: string): Layer =>
    name.startsWith("page:") ? "pages" : name.startsWith("source:") ? "exports" : layerOf(name);
  return {nodes: names.map((name) => ({id: name, name, layer: layer(name)})), edges: pairs};
};
const edgesOf = ({edges}: Graph) => edges.map((edge) => edge.join(">")).sort();

describe("the lineage graph", () => {
  it("has exactly the edges that the models declare, but for the ledger, through which no data flows", () => {
    const declared = inBuildOrder(models).flatMap((model) => readsOf(model).map((name) => `${name}>${model.name}`));
    const graph = declaredGraph(rawRelations, models, []);
    expect(edgesOf(graph)).toEqual([...declared].sort());
    expect(graph.nodes.map(({id}) => id)).toEqual([...rawRelations, ...inBuildOrder(models)].map(({name}) => name));
  });

  it("adds the sources before their raw table, and the pages behind the marts that they name", () => {
    const graph = knownGraph(loads, built, [months], en);
    expect(inputsOf(graph, "raw_orders")).toEqual(["source:shop_orders"]);
    expect(inputsOf(graph, "page:/months")).toEqual(["mart_month"]);
    expect(edgesOf(graph).length).toBe(edgesOf(declaredGraph(rawRelations, flowing, [])).length + 3);
    const streaming = declaredGraph(rawRelations, models, [{...months, streams: [intAsOf, martMonth]}]);
    expect(inputsOf(streaming, "page:/months")).toEqual(["mart_month", "int_as_of"]);
    expect(graph.nodes.find(({id}) => id === "source:shop_orders")).toMatchObject({size: "2 files"});
    expect(graph.nodes.find(({id}) => id === "raw_orders")).toMatchObject({size: "99"});
    expect(graph.nodes.find(({id}) => id === "raw_products")).toMatchObject({size: "0"});
    expect(graph.nodes.find(({id}) => id === "mart_month")).toMatchObject({
      size: en.f.count(built.find(({name}) => name === "mart_month")!.rows),
      href: en.href(entryAddress("mart_month"))
    });
  });

  it("refuses a relation without a layer", () => {
    expect(() => layerOf("tmp_orders")).toThrow('invalid relation name "tmp_orders"');
  });
});

describe("the table of the lineage page", () => {
  const shownAs = (name: string) => groupOf(name)?.name.en ?? name;
  const others = (names: readonly string[], own: string) =>
    new Set(names.map(shownAs).filter((name) => name !== shownAs(own)));
  const words = (cell: string) =>
    new Set(
      cell
        .replace(/^\d+ readers /, "")
        .split(", ")
        .filter((name) => name !== "Months" && !name.startsWith("– no"))
    );
  const readersOfModel = (name: string) =>
    models.filter(({from}) => from.some((input) => input.name === name)).map((model) => model.name);

  it("holds every flowing model, alone or in its group, with what it reads, what reads it and its rows", () => {
    const rows = rowsOf(rendered());
    for (const model of flowing.filter(({name}) => !groupOf(name))) {
      const cells = rows.get(model.name)!;
      expect(words(cells[1]!)).toEqual(others(readsOf(model), model.name));
      expect(cells[3]).toBe(en.f.count(built.find(({name}) => name === model.name)!.rows));
      expect(words(cells[2]!)).toEqual(others(readersOfModel(model.name), model.name));
    }
    for (const group of new Set(flowing.map(({name}) => groupOf(name)?.name.en).filter((name) => name !== undefined))) {
      const held = flowing.filter(({name}) => shownAs(name) === group);
      const cells = rows.get(group)!;
      expect(words(cells[1]!)).toEqual(
        others(
          held.flatMap((model) => readsOf(model)),
          held[0]!.name
        )
      );
      expect(words(cells[2]!)).toEqual(
        others(
          held.flatMap(({name}) => readersOfModel(name)),
          held[0]!.name
        )
      );
      expect(cells[3]).toBe(`${held.length} models`);
    }
    expect(rows.get("raw_orders")!.slice(1)).toEqual(["shop_orders (2 files)", "stg_orders", "99"]);
    expect(rows.get("raw_feedback")![1]).toBe("– no export yet");
    expect(rows.get("mart_month")![2]).toContain("Months");
    expect(rows.size).toBe(rawRelations.length + new Set(flowing.map(({name}) => shownAs(name))).size);
  });

  it("links every relation, or its group, to its place in the glossary", () => {
    const html = rendered(zh);
    for (const {name} of [...rawRelations, ...flowing])
      expect(html).toContain(`href="${zh.href(groupOf(name)?.path ?? entryAddress(name))}"`);
  });
});

describe("the finding of the lineage page", () => {
  it("counts files, sources, layers and pages", () => {
    const count = (prefix: string) => flowing.filter(({name}) => name.startsWith(prefix)).length;
    const text = textOf(rendered());
    expect(text).toContain(
      `Every number comes from 2 files of 2 sources. They fill ${rawRelations.length} raw tables;`
    );
    expect(text).toContain(
      `${count("stg_")} staging and ${count("int_")} intermediate models lead to ${count("mart_")} marts, which 1 page shows.`
    );
    expect(textOf(rendered(zh))).toContain("所有数字均来自 2 个来源的 2 个文件。");
    expect(textOf(lineage(() => []).render({ledger_loads: [], ledger_models: []} as never, en))).toContain(
      "No export has been loaded yet."
    );
  });
});

describe("the overview", () => {
  const graph = toy("raw_a>stg_a stg_a>int_a int_a>mart_a stg_a>mart_a mart_a>mart_b mart_b>page:/x int_a>mart_c");
  const folded = overviewOf(graph, {id: "page:none", name: "no page", layer: "pages"}, (marts) => `${marts} marts`);

  it("folds marts into the pages that read them, also through other marts", () => {
    expect(folded.nodes.filter(({layer}) => layer === "pages")).toMatchObject([
      {id: "page:/x", size: "2 marts"},
      {id: "page:none", size: "1 marts"}
    ]);
    expect(folded.nodes.some(({layer}) => layer === "marts")).toBe(false);
  });

  it("leaves out a line where a longer path says the same", () => {
    expect(edgesOf(folded)).toEqual(["int_a>page:/x", "int_a>page:none", "raw_a>stg_a", "stg_a>int_a"]);
    expect(edgesOf(withoutShortcuts(toy("raw_a>stg_a stg_a>int_a raw_a>int_a")))).toEqual([
      "raw_a>stg_a",
      "stg_a>int_a"
    ]);
  });

  it("names no missing page where every mart is read", () => {
    const all = overviewOf(toy("raw_a>mart_a mart_a>page:/x"), {id: "page:none", name: "", layer: "pages"}, String);
    expect(all.nodes.map(({id}) => id)).toEqual(["raw_a", "page:/x"]);
  });
});

describe("folding", () => {
  const graph = toy("source:s>raw_a source:s>raw_b raw_a>stg_a raw_b>stg_b stg_a>int_a stg_b>int_a raw_b>stg_a");

  it("makes one node of several, which reads and is read as they were, once", () => {
    const node = {id: "stg", name: "stg", layer: "staging"} as const;
    const one = foldedAs(graph, new Set(["stg_a", "stg_b", "raw_b"]), node);
    expect(edgesOf(one)).toEqual(["raw_a>stg", "source:s>raw_a", "source:s>stg", "stg>int_a"]);
    expect(one.nodes.map(({id}) => id)).toEqual(["source:s", "raw_a", "stg", "int_a"]);
  });

  it("of raw tables leads from sources to staging, and loses a raw table that nothing fills", () => {
    const short = withoutRaw(toy("source:s>raw_a raw_a>stg_a raw_b>stg_b"));
    expect(edgesOf(short)).toEqual(["source:s>stg_a"]);
    expect(short.nodes.map(({id}) => id)).toEqual(["source:s", "stg_a", "stg_b"]);
  });
});

describe("groups of models", () => {
  const whole = withoutRaw(knownGraph(loads, built, [months], en));
  const grouped = withGroupsFolded(whole, en);
  const overview = foldedOf(knownGraph(loads, built, [months], en), en);

  it("are one node each, which says how many models it stands for and where they are explained", () => {
    const group = (id: string) => grouped.nodes.find((node) => node.id === id)!;
    const ofGlossary = (path: string) => models.filter(({name}) => glossaryPage(name) === path).length;
    expect(group("group:identity")).toMatchObject({
      size: `${ofGlossary("/glossary/identity")} models`,
      href: en.href("/glossary/identity")
    });
    expect(group("group:facts").size).toMatch(/^\d\d models$/);
    const ids = grouped.nodes.map(({id}) => id);
    for (const gone of ["int_identity_pair", "int_customer_keys", "int_customer_stage"])
      expect(ids).not.toContain(gone);
    for (const kept of ["int_as_of", "int_customer_orders", "int_other_event"]) expect(ids).toContain(kept);
  });

  it("read what their models read and are read by their readers", () => {
    expect(inputsOf(grouped, "group:identity")).toEqual(expect.arrayContaining(["stg_customers", "stg_leads"]));
    expect(inputsOf(grouped, "int_customer_orders").sort()).toEqual(["group:identity", "stg_orders"]);
    expect(inputsOf(grouped, "mart_customer_360")).toEqual(expect.arrayContaining(["group:identity", "group:facts"]));
  });

  it("leave an overview without a cycle, which fits a screen or two", () => {
    const {at} = placesOf(overview);
    expect(at.size).toBe(overview.nodes.length);
    expect(overview.nodes.filter(({layer}) => layer === "intermediate").length).toBeLessThanOrEqual(16);
  });

  it("are none where there is nothing to fold", () => {
    const small = toy("stg_a>int_a int_a>mart_a");
    expect(withGroupsFolded(small, en)).toEqual(small);
  });
});

it("more is read of every kind of export than when its last event was", () => {
  const read = new Set(models.flatMap((model) => (model === intOtherEvent ? [] : model.from.map(({name}) => name))));
  expect(kindNames.filter((kind) => !read.has(`stg_${kind}`))).toEqual([]);
});

describe("what a model is computed from", () => {
  const graph = toy(
    "source:s>raw_a raw_a>stg_a stg_a>int_a raw_b>stg_b stg_b>int_as_of int_a>mart_a int_as_of>mart_a mart_a>mart_b mart_a>page:/x mart_b>page:/x"
  );

  it("is everything before it and what reads it, but not what lies behind the clock", () => {
    const drawn = upstreamOf(graph, "mart_a");
    expect(new Set(drawn.nodes.map(({id}) => id))).toEqual(
      new Set(["source:s", "raw_a", "stg_a", "int_a", "int_as_of", "mart_a", "mart_b", "page:/x"])
    );
    expect(drawn.edges.every(([from, to]) => graph.edges.some((edge) => edge[0] === from && edge[1] === to))).toBe(
      true
    );
    expect(inputsOf(upstreamOf(graph, "int_as_of"), "int_as_of")).toEqual(["stg_b"]);
  });

  it("is said in a sentence", () => {
    expect(sentenceOf(graph, upstreamOf(graph, "mart_a"), "mart_a", en)).toBe(
      "mart_a is computed from 3 tables and 1 source, as of int_as_of. Read by mart_b, page:/x."
    );
    expect(sentenceOf(graph, upstreamOf(graph, "stg_a"), "stg_a", zh)).toBe(
      "stg_a由 1 张表、1 个来源计算而来。读取方：int_a。"
    );
    expect(sentenceOf(graph, upstreamOf(graph, "page:/x"), "page:/x", en)).toBe(
      "page:/x is computed from 5 tables and 1 source, as of int_as_of."
    );
  });

  it("of every model fits its layers from left to right, inputs of the same layer above", () => {
    const whole = knownGraph(loads, built, [months], en);
    for (const {id} of whole.nodes) {
      const drawn = upstreamOf(whole, id);
      const {at, width} = placesOf(drawn);
      expect(new Set([...at.values()].map(String)).size).toBe(drawn.nodes.length);
      for (const [from, to] of drawn.edges) {
        const [[x1, y1], [x2, y2]] = [at.get(from)!, at.get(to)!];
        expect(x1 < x2 || (x1 === x2 && y1 < y2)).toBe(true);
        expect(x2 + width).toBeLessThanOrEqual(100.001);
      }
    }
  });
});
