import type {Context} from "../../context.ts";
import {filterLine, filters, html, panel, type Html} from "../../components/index.ts";
import {chooser} from "./chooser.ts";
import {drawing} from "./drawing.ts";
import type {Graph} from "./graph.ts";

/** The overview `drawn` and, once chosen, what a part of the `graph` follows. Paper has the table alone, which says the same in words that fit. */
export function graphPanel(graph: Graph, drawn: Graph, c: Context): Html {
  const {t} = c;
  return panel({
    id: "graph",
    title: t("How does data flow?", "数据如何流动？"),
    sub: t(
      "Left to right: each line leads to what reads it; rows in small type",
      "自左向右：每条线指向读取方；小字为行数"
    ),
    body: html`${filters(chooser(graph, c))}${filterLine()}
      <div id="lineage">${drawing(drawn, t("Flow of data by layer", "按层的数据流"), c)}</div>`,
    note: t(
      "The overview folds raw tables into the staging models that read them, intermediate models into one node for who is who and one for the facts of customers, and marts into pages, and leaves out a line where a longer path says the same. Choose a page or a model to see all that it reads; int_as_of, the instant of computation, is then drawn but not followed, since nearly everything reads it.",
      "总图中，原始表并入读取它们的暂存模型，中间模型并为“身份识别”与“客户事实”两组，集市并入页面；已有更长路径的连线从略。选择页面或模型即可查看其读取的全部内容；计算截止时刻 int_as_of 几乎被所有模型读取，故只画出、不再追溯。"
    )
  });
}
