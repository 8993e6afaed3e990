import {describe, expect, it} from "vitest";
import {contractOf, kindNames} from "../../../ingest/contracts/kinds.ts";
import {columnsOf} from "../../../warehouse/columns.ts";
import * as c from "../../../warehouse/columns.ts";
import {models} from "../../../models/index.ts";
import {glossary} from "../../../dashboards/pages/glossary.ts";
import {columnText} from "../../../dashboards/pages/glossary/columnText.ts";
import {entryAddress, glossaryPage} from "../../../dashboards/pages/glossary/entryAddress.ts";
import {
  glossaryBaskets,
  glossaryCampaigns,
  glossaryChurn,
  glossaryCustomers,
  glossaryIdentity,
  glossaryIntermediate,
  glossaryLeads,
  glossaryLoyalty,
  glossaryMarts,
  glossarySelling,
  glossaryService,
  glossaryStaging,
  glossaryValue,
  glossaryVoice
} from "../../../dashboards/pages/glossary/layers.ts";
import {glossaryInputs} from "../../../dashboards/pages/glossary/inputs.ts";
import {methodIn, methodOf} from "../../../dashboards/pages/glossary/method.ts";
import {kindWords} from "../../../dashboards/pages/health/kindWords.ts";
import {terms} from "../../../dashboards/pages/glossary/terms.ts";
import {z} from "zod";
import {context, load, textOf} from "./healthRows.ts";

const built = models.map(({name}, i) => ({name, rows: 1000 + i, seconds: 0.1}));
const data = {ledger_loads: [load({rows_loaded: 90}), load({load_id: "2", rows_loaded: 9})], ledger_models: built};
const langs = ["en", "zh"] as const;
const contexts = {en: context("en", "/glossary"), zh: context("zh", "/glossary")};
const pages = Object.fromEntries(
  langs.map((lang) => [lang, String(glossary.render(data as never, contexts[lang]))])
) as Record<"en" | "zh", string>;
const inputs = Object.fromEntries(
  langs.map((lang) => [lang, String(glossaryInputs.render(data as never, context(lang, "/glossary/inputs")))])
) as Record<"en" | "zh", string>;
const layers = [
  glossaryCustomers,
  glossaryChurn,
  glossaryValue,
  glossaryService,
  glossaryVoice,
  glossarySelling,
  glossaryLeads,
  glossaryCampaigns,
  glossaryLoyalty,
  glossaryBaskets,
  glossaryMarts,
  glossaryIntermediate,
  glossaryIdentity,
  glossaryStaging
];
const layerOf = (name: string, lang: "en" | "zh") => {
  const found = layers.find(({path}) => path === glossaryPage(name))!;
  return String(found.render(data as never, context(lang, found.path)));
};
const markups = (lang: "en" | "zh") => [
  pages[lang],
  inputs[lang],
  ...layers.map((layer) => String(layer.render(data as never, context(lang, layer.path))))
];
const idsOf = (markup: string): string[] => [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
const flat = (text: string) => text.replace(/\s+/g, " ");

describe.each(langs)("the glossary in %s", (lang) => {
  it("explains every column of every model, with its type, under an anchor of its name", () => {
    for (const model of models) {
      const markup = layerOf(model.name, lang);
      const ids = new Set(idsOf(markup));
      const text = textOf(markup);
      expect(ids.has(model.name)).toBe(true);
      expect(text).toContain(flat(model.title[lang]));
      for (const column of columnsOf(model.columns)) {
        expect(ids.has(`${model.name}.${column.name}`)).toBe(true);
        expect(text).toContain(flat(columnText(column, contexts[lang])));
      }
    }
  });

  it("explains every kind of export with its fields, aliases and rules", () => {
    const text = textOf(inputs[lang]);
    for (const kind of kindNames) {
      const contract = contractOf(kind);
      expect(idsOf(inputs[lang])).toContain(`raw_${kind}`);
      expect(text).toContain(flat(contract.title[lang]));
      for (const field of columnsOf(contract.fields)) {
        expect(idsOf(inputs[lang])).toContain(`raw_${kind}.${field.name}`);
        expect(text).toContain(flat(field[lang]));
        for (const alias of contract.aliases[field.name] ?? []) expect(text).toContain(alias);
      }
      expect(text).toContain(kindWords[kind][lang]);
      if (lang === "en") for (const {reason} of contract.rules ?? []) expect(text).toContain(reason);
    }
  });

  it("has each anchor once, and no empty definition", () => {
    for (const markup of markups(lang)) {
      const ids = idsOf(markup);
      expect(ids.length).toBe(new Set(ids).size);
      expect(markup).not.toMatch(/<dd>\s*<\/dd>|undefined|NaN/);
    }
  });

  it("keeps each page under 1,500 elements, its frame of about 130 included", () => {
    for (const markup of markups(lang)) expect((markup.match(/<[a-z]/g) ?? []).length).toBeLessThan(1_370);
  });
});

describe("the glossary", () => {
  it("counts words, columns and marts in its findings", () => {
    const marts = models.filter(({name}) => glossaryPage(name) === "/glossary/marts");
    const columns = marts.flatMap(({columns}) => columnsOf(columns)).length;
    const words = terms.flatMap(({terms}) => terms).length;
    expect(textOf(pages.en)).toContain(`${words} words, each defined once.`);
    expect(textOf(layerOf("mart_month", "en"))).toContain(
      `${marts.length} marts of retention and sales with ${columns} columns, each defined once.`
    );
  });

  it("says rows, grain and inputs of a model", () => {
    const {rows} = built.find(({name}) => name === "mart_cohort_retention")!;
    expect(textOf(layerOf("mart_cohort_retention", "en"))).toContain(
      `One row per period, dimension, group_name, cohort_on, periods_since_first · ${contexts.en.f.count(rows)} rows · reads int_cohort_cell`
    );
    expect(textOf(String(glossaryMarts.render({ledger_models: []} as never, contexts.en)))).toContain("not built yet");
  });

  it("says rows and files of an export kind, what every row needs, and what has no data yet", () => {
    const text = textOf(inputs.en);
    expect(text).toContain(
      "Kind orders · 99 rows loaded from 2 files · a file holds each order_id once · a later file with the same order_id replaces it"
    );
    expect(text).toContain("Kind tickets · no data yet");
    expect(text).toMatch(/ordered_at When the order was placed\. \(instant, UTC; required\) Also [^.]*下单时间/);
    expect(text).toContain(
      "refunded Paid back to the customer. (amount; refused: more was paid back than charged; refused: a refund is written as a positive amount)"
    );
    expect(text).toContain("email E-mail address on the order, lower case. (text; personal) Also e-mail, ");
    expect(textOf(inputs.zh)).toContain("种类 orders · 已从 2 个文件载入 99 行");
  });

  it("leads from every term to a column that exists", () => {
    for (const {see, id} of terms.flatMap(({terms}) => terms)) {
      expect(idsOf(pages.en)).toContain(id);
      if (!see) continue;
      const target = markups("en").flatMap(idsOf);
      expect(target).toContain(see.join("."));
      expect(pages.zh).toContain(`href="${contexts.zh.href(entryAddress(...see))}"`);
    }
  });

  it("says type, privacy and emptiness of a column in both languages", () => {
    const shape = z.strictObject({
      band: c.oneOf(["low", "high"], "Band.", "等级。").nullable(),
      customer_id: c.id("The customer.", "客户。"),
      email: c.text("Address.", "地址。", "personal")
    });
    const texts = (lang: "en" | "zh") => columnsOf(shape).map((column) => columnText(column, contexts[lang]));
    expect(texts("en")).toEqual([
      "Band. (one of low, high; may be empty)",
      "The customer. (text; pseudonymous)",
      "Address. (text; personal)"
    ]);
    expect(texts("zh")).toEqual([
      "等级。（取值：low、high；可为空）",
      "客户。（文本；假名化）",
      "地址。（文本；个人信息）"
    ]);
  });
});

describe("the method of a model", () => {
  it("is its docstring without the title", () => {
    const source =
      "/** Not this. */\nconst x = 1;\n\n/**\n * Title, one row.\n *\n * First `line\n * goes` on.\n *\n * More.\n */\nexport const m = model({";
    expect(methodIn(source)).toBe("First line goes on. More.");
    expect(methodIn("/** Title. */\nexport const m = model({")).toBeUndefined();
    expect(methodIn("export const m = model({")).toBeUndefined();
  });

  it("is found for models that have one", () => {
    expect(methodOf("mart_cohort_retention")).toMatch(
      /^A customer joins the cohort of the week, month or quarter of their first order/
    );
  });
});
