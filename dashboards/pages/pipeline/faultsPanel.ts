import {html, panel, table, type Content, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {MoveRow, Summary} from "./rows.ts";
import {stageName} from "./words.ts";

/** Backward moves that are named at most. */
const MOST = 3;

/** What the CRM's records leave open, counted, with what is done about it. */
export function faultsPanel(summary: Summary, moves: readonly MoveRow[], c: Context): Html {
  const {t, f} = c;
  const of = summary.opportunities;
  const rows: (readonly [n: number, what: Content, done: string])[] = [
    [
      summary.without_history,
      t("without a history of stages", "没有阶段历史"),
      t("not in conversions and times of stages", "不计入阶段转化与停留时间")
    ],
    [
      summary.undelivered,
      t("named by the history or a lead, but not delivered", "阶段历史或线索提及但未导出"),
      t("left out: the list does not have them", "不计：商机列表中没有")
    ],
    [
      summary.backward_moves,
      backwardWords(moves, c),
      t("counted; a deal that came back still counts as having been further", "已计数；退回者仍视为曾推进")
    ],
    [summary.reopened, t("went on after an end", "结单后重开"), t("the last state counts", "以最后状态为准")],
    [
      summary.closed_before_created,
      t("ended before they were created", "结单早于创建"),
      t("counted from their end; no cycle", "自结单日计；不计周期")
    ],
    [
      summary.closed_undated,
      t("ended nobody knows when", "结单日期不明"),
      t("in no rate, month or forecast", "不计入比率、月份与预测")
    ],
    [
      summary.open_undated,
      t("open nobody knows since when", "未结但创建日期不明"),
      t("counted as open today alone", "仅计入今日未结")
    ],
    [
      summary.open_without_amount,
      t("open without an amount", "未结但没有金额"),
      t("counted at what is usually won", "按常见赢单金额计")
    ],
    [
      summary.won_without_amount,
      t("won without an amount", "赢单但没有金额"),
      t("count as wins that brought nothing", "计为赢单，金额为零")
    ],
    [
      summary.open_without_owner,
      t("open without an owner", "未结但没有负责人"),
      t("shown as not given", "显示为未注明")
    ],
    [
      summary.unordered_stages,
      t("stages whose order nobody knows", "顺序不明的阶段"),
      t("say it under pipeline.stages", "请在 pipeline.stages 中写明")
    ]
  ];
  const found = rows.filter(([n]) => n > 0);
  const amounts =
    summary.amount_state === "at_close"
      ? t(
          "Amounts are written when a deal closes: those of open deals are missing or those of lost ones are nought, so neither is taken for what open deals might bring.",
          "金额在结单时才填写：未结商机没有金额或输单金额为零，因此均不用于估计未结商机的金额。"
        )
      : summary.amount_state === "none"
        ? t("No won deal carries an amount: nothing can be said of money.", "赢单均无金额：无法谈及金额。")
        : t("Amounts are those of the records as they are today.", "金额取记录的当前值。");
  return panel({
    span: 6,
    id: "records",
    title: t("What do the records leave open?", "记录有哪些缺漏？"),
    sub: t(`Of ${f.count(of)} opportunities`, `共 ${f.count(of)} 个商机`),
    body: found.length
      ? table({
          caption: t("What the records leave open", "记录的缺漏"),
          columns: [t("What", "情况"), {head: t("How many", "数量"), right: true}, t("What is done", "处理方式")],
          rows: found.map(([n, what, done]): Content[] => [what, f.count(n), done])
        })
      : html`<p>
          ${t("Nothing: every deal that is named is there, dated, valued and owned.", "无：所提及的商机均已导出，且有日期、金额与负责人。")}
        </p>`,
    note: amounts
  });
}

function backwardWords(moves: readonly MoveRow[], c: Context): string {
  const {t, f} = c;
  const named = moves
    .filter((move) => move.is_backward)
    .toSorted((a, b) => b.moves - a.moves)
    .slice(0, MOST)
    .map(({from_stage, to_stage, moves: n}) =>
      t(
        `${stageName(from_stage, c)} to ${stageName(to_stage, c)} ${f.count(n)}`,
        `${stageName(from_stage, c)}退至${stageName(to_stage, c)} ${f.count(n)}`
      )
    );
  return t(`moves back to an earlier stage (${named.join(", ")})`, `退回较早阶段（${named.join("，")}）`);
}
