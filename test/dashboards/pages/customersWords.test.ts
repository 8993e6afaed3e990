import {expect, test} from "vitest";
import {locale} from "../../../dashboards/format/locale.ts";
import {wordOf} from "../../../dashboards/live/customers/base.ts";
import {listed} from "../../../dashboards/live/customers/columns.ts";
import {listColumns} from "../../../dashboards/pages/customers/listColumns.ts";
import {otherWord} from "../../../dashboards/pages/customers/shape.ts";
import {blank, emptyBase} from "./customers/base.ts";
import {published} from "./customers/published.ts";

test("of 70,000 channels the 500 most frequent keep their names, the rest are other in both languages", async () => {
  const many = await emptyBase();
  await many.run(`insert into mart_customer_360 by name
    select 'C-' || upper(left(md5(n::varchar), 12)) as customer_id, if(n < 1000, 'web', 'campaign ' || n) as acquisition_channel,
      'C' as abc_class, n as net_revenue, 0 as orders, 0 as tickets, 0 as answers, ${blank}
    from range(71000) as numbers(n)`);
  const {base, manifest, read, csv, remove} = await published(many);
  expect(base.words.channel.names).toHaveLength(502);
  for (const {file} of manifest.lists) expect(read(file).length).toBeLessThan(250_000);
  const channels = base.keys.map((_, row) => wordOf(base, "channel", row));
  expect(channels.filter((channel) => channel === "web")).toHaveLength(1_000);
  expect(channels.filter((channel) => channel === otherWord)).toHaveLength(70_000 - 499);
  expect(new Set(channels)).toHaveProperty("size", 501);
  const row = channels.indexOf(otherWord);
  const cellOf = (lang: "en" | "zh") =>
    listColumns(locale(lang, "GBP"))
      .find(({id}) => id === "channel")!
      .cell(listed(base, row));
  expect([cellOf("en"), cellOf("zh")]).toEqual(["other", "其他"]);
  expect(manifest.words.channel).toHaveLength(500);
  expect((await csv(Uint32Array.of(row))).text).toMatch(/,campaign \d+,/);
  remove();
  many.close();
});
