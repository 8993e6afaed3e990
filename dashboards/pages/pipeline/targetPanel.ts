import {barRows, empty, html, key, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {TargetRow} from "./rows.ts";
import {periodName} from "./words.ts";

/** Targets that are shown at most. */
const MOST = 8;

/** How far every target is reached, the newest first. */
export function targetPanel(targets: readonly TargetRow[], c: Context): Html {
  const {t, f} = c;
  const frame = {span: 4, id: "targets", title: t("How far are the targets?", "目标达成多少？")} as const;
  if (!targets.length)
    return panel({
      ...frame,
      body: empty({
        title: t("No target is set", "尚未设定目标"),
        text: html`${t("Say in ", "请在 ")}<code>perennial.config.ts</code>${t(
          " under pipeline.targets what is to be won in a month or quarter.",
          " 的 pipeline.targets 中写明各月或季度的目标金额。"
        )}`
      })
    });
  const rows = targets
    .toSorted((a, b) => +b.last_month - +a.last_month || +b.from_month - +a.from_month || (a.team < b.team ? -1 : 1))
    .slice(0, MOST);
  const top = Math.max(1, ...rows.map((row) => Math.max(row.reached_ratio, row.foretold_ratio ?? 0)));
  return panel({
    ...frame,
    sub: t("Won of the target; the line reaches to what is expected", "目标达成率；横线延伸至含预期"),
    body: barRows({
      label: t("Targets and what was won", "目标与赢单"),
      domain: [0, Math.min(2, top)],
      nameWidth: "148px",
      rows: rows.map((row) => ({
        name: html`${periodName(row.period, row.from_month, c)}${row.team !== "all" && ` · ${row.team}`} · <span
            class="muted"
            >${stateWords(row, c)}</span
          >`,
        to: row.reached_ratio,
        low: row.foretold_ratio === null ? undefined : row.reached_ratio,
        high: row.foretold_ratio ?? undefined,
        tone: row.state === "over" ? (row.reached_ratio >= 1 ? "good" : "bad") : "c1",
        text: f.share(row.reached_ratio, 0)
      }))
    }),
    note: html`${key("fill", t("won", "赢单"), "c1")}${key("line", t("with what is expected", "含预期"))}${
      targets.some(({team}) => team !== "all") &&
      t("A target of a team has no forecast of its own. ", "团队目标不单独预测。")
    }${
      rows.some((row) => row.team === "all" && row.state !== "over" && row.foretold_ratio === null) &&
      t("What reaches beyond the forecast has no expectation.", "超出预测范围的期间不计预期。")
    }`
  });
}

function stateWords(row: TargetRow, {t, f}: Context): string {
  const of = t(`of ${f.money(row.target_value)}`, `目标 ${f.money(row.target_value)}`);
  if (row.state === "over")
    return row.reached_ratio >= 1 ? t(`${of}, made`, `${of}，已达成`) : t(`${of}, missed`, `${of}，未达成`);
  if (row.foretold_ratio !== null)
    return t(`${of}, ${f.share(row.foretold_ratio, 0)} expected`, `${of}，含预期 ${f.share(row.foretold_ratio, 0)}`);
  return row.state === "ahead"
    ? t(`${of}, not begun`, `${of}，未开始`)
    : t(`${of}, ${f.share(row.passed_share, 0)} of the time`, `${of}，时间已过 ${f.share(row.passed_share, 0)}`);
}
