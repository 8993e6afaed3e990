import {ledgerLoads, ledgerModels} from "../../ingest/ledgerRelations.ts";
import type {Context} from "../context.ts";
import {type PageData, page, type Page} from "../page.ts";
import {grid, html, oneLine, pageHead, panel} from "../components/index.ts";
import {finding} from "./lineage/finding.ts";
import {flowTable} from "./lineage/flowTable.ts";
import {everything} from "./lineage/chooser.ts";
import {foldedOf} from "./lineage/folded.ts";
import {withSubjectsFolded} from "./lineage/groups.ts";
import {graphPanel} from "./lineage/graphPanel.ts";
import {knownGraph} from "./lineage/known.ts";

const question = {en: "Where does it come from?", zh: "数字从哪里来？"};
const marts = [ledgerLoads, ledgerModels] as const;

/** Where every number comes from, drawn from the declarations of models and pages. `pages` is asked while rendering. */
export const lineage = (pages: () => readonly Page[]): Page => {
  const graphOf = ({ledger_loads: loads, ledger_models: built}: PageData<typeof marts>, c: Context) =>
    knownGraph(loads, built, pages(), c);
  return page({
    path: "/lineage",
    label: {en: "Lineage", zh: "数据血缘"},
    question,
    marts,
    render: (data, c) => {
      const {t} = c;
      const graph = graphOf(data, c);
      const files = new Set(data.ledger_loads.map(({file}) => file)).size;
      return oneLine([
        pageHead({title: question[c.lang], finding: finding(graph, files, c)}),
        grid([
          html`<div class="no-print">${graphPanel(graph, foldedOf(graph, c), c)}</div>`,
          panel({
            id: "models",
            title: t("What reads what?", "谁读取谁？"),
            sub: t(
              "In build order, as declared: raw_ as loaded, stg_ staging, int_ intermediate, mart_ what pages show; intermediate models or marts of one subject are one row, which leads to each of them; the drawing above shows any one alone",
              "按构建顺序，以声明为准：raw_ 原始表，stg_ 暂存层，int_ 中间层，mart_ 页面所用集市；同一主题的中间模型或集市合为一行，可由此查看各个模型；上图可单独查看任一模型"
            ),
            body: flowTable(withSubjectsFolded(graph, c), c),
            long: true
          })
        ])
      ]);
    },
    live: {
      module: "lineage",
      data: (data, c) => {
        const graph = graphOf(data, c);
        return {lang: c.lang, currency: c.currency, everything, graph, folded: foldedOf(graph, c)};
      }
    }
  });
};
