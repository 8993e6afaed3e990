import {empty, grid, oneLine, pageHead} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {duePanels} from "./duePanels.ts";
import {finding} from "./finding.ts";
import {kpiStrip} from "./kpiStrip.ts";
import {mapPanel} from "./mapPanel.ts";
import {offersPanel} from "./offersPanel.ts";
import {pairsPanel} from "./pairsPanel.ts";
import {readingPanel} from "./readingPanel.ts";
import type {BasketsData} from "./rows.ts";
import {rulesPanel} from "./rulesPanel.ts";
import {testPanel} from "./testPanel.ts";
import {noRules} from "./words.ts";

/** The page from top to bottom; one named state where no order names a product. */
export function body(title: string, data: BasketsData, c: Context): string {
  const {summary} = data;
  if (!summary || summary.state === "no_orders" || summary.state === "no_items") {
    const [what, text] = noRules(summary?.state ?? "no_orders", c, summary);
    return oneLine([pageHead({title, finding: c.t(`${what}.`, `${what}。`)}), empty({title: what, text})]);
  }
  const pairs = data.pairs.toSorted((a, b) => a.place - b.place);
  const rules = data.rules.toSorted((a, b) => a.place - b.place);
  return oneLine([
    pageHead({title, finding: finding(summary, {...data, pairs}, c)}),
    kpiStrip(summary, data, c),
    grid([
      pairsPanel(pairs, summary, c),
      mapPanel(pairs, c),
      rulesPanel(rules, summary, c),
      testPanel(data.tests, summary, c),
      offersPanel(data.offers, summary, data.tests, c),
      duePanels(data.due, data.rhythm, c),
      readingPanel(c)
    ])
  ]);
}
