import {beforeAll, describe, expect, it} from "vitest";
import {makeTexts} from "../../cli/bench/texts/base.ts";
import {settings, textModels} from "../../cli/bench/texts/work.ts";
import {createRows} from "../../models/compile.ts";
import {Warehouse} from "../../warehouse/warehouse.ts";

describe("1,800 generated verbatims", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await Warehouse.open(":memory:");
    await makeTexts(warehouse, 1800);
    for (const model of textModels()) {
      await createRows(model, {warehouse, settings, table: `"${model.name}"`});
    }
  });

  it("are all read and judged, in the language in which they were written", async () => {
    expect(await warehouse.row("select count(*) as n, count(sentiment) as judged from int_verbatim")).toEqual({
      n: 1800,
      judged: 1800
    });
    expect(
      await warehouse.row(`select count(*) as n from int_verbatim join int_text using (text_key)
        where (int_text.language = 'zh') <> regexp_matches(said, '\\p{Han}')`)
    ).toEqual({n: 0});
  });

  it("are told apart by what was learnt of them", async () => {
    const rows = await warehouse.rows<{language: string; state: string; auc: number}>(
      "select language, state, auc from mart_sentiment_model where language in ('en', 'all')"
    );
    for (const {state, auc} of rows) {
      expect(state).toBe("learned");
      expect(auc).toBeGreaterThan(0.95);
    }
  });

  it("keep no telephone number", async () => {
    expect(
      await warehouse.row("select count(*) as n from int_verbatim where regexp_matches(masked_text, '07700|555-01')")
    ).toEqual({n: 0});
    const {masked} = await warehouse.row<{masked: number}>(
      "select count(*) as masked from int_verbatim where masks > 0"
    );
    expect(masked).toBeGreaterThan(50);
  });
});
