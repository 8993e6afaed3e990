import {csvButton, migration, panel, type Html, type MigrationCell} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import {withheldWords} from "../../withheld.ts";
import type {ListOf} from "./netPanel.ts";
import {periodWords} from "./periodWords.ts";
import type {Period} from "./periods.ts";
import type {Stage} from "./rows.ts";
import {buyers, ordered, originName, type Before} from "./stageTones.ts";

/** Shares of a row at which the tints begin. */
const breaks = [0.001, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75];

/** Out of rhythm, the farther the worse. */
const silent: readonly Stage[] = ["slipping", "dormant", "lost"];
const distance = (stage: Before): number => silent.indexOf(stage as Stage) + 1;

/** Whether a move leads into or out of silence. */
function wayOf(from: Before, to: Stage): MigrationCell["way"] {
  if (from === to) return "stayed";
  const isStage = (buyers as readonly Before[]).includes(from);
  const [before, after] = [distance(from), distance(to)];
  return !isStage || before === after ? "level" : after > before ? "down" : "up";
}

/** All moves as a table: from stages in rows, to stages in columns, who stayed outlined. */
export function movePanel(period: Period, minCell: number, listOf: ListOf, locale: Locale): Html {
  const {t, f} = locale;
  const title = t("From which stage to which?", "从哪个阶段到哪个阶段？");
  const isFolded = period.rows.some(({from}) => from === "no_order");
  const withheld = period.rows.some(({cells, total}) => total === null || cells.includes(null));
  const everybody = period.totals.reduce<number>((sum, n) => sum + (n ?? 0), 0);
  return panel({
    id: "moves",
    title,
    sub: t(
      `Customers, ${periodWords(period, locale)}; tint: share of the row. All cells add up to the customers of the second day`,
      `客户数，${periodWords(period, locale)}；底色为占该行比例。全部单元格之和等于末日客户数`
    ),
    actions: csvButton(title),
    body: migration(
      {
        caption: title,
        corner: t("From ↓ to →", "从 ↓ 到 →"),
        total: t("All", "合计"),
        columns: ordered.map((stage, j) => ({
          name: originName(stage, locale),
          total: f.count(period.totals[j]),
          href: period.totals[j] ? listOf(stage) : undefined
        })),
        rows: period.rows.map(({from, cells, total}) => ({
          name: originName(from, locale),
          cells: cells.map((n, j): MigrationCell | null =>
            n === null
              ? null
              : {text: f.count(n), share: total ? n / total : 0, way: n ? wayOf(from, ordered[j]!) : "none"}
          ),
          total: f.count(total)
        })),
        sum: period.totals.includes(null) ? f.missing : f.count(everybody),
        breaks
      },
      locale
    ),
    note: [
      t("▲ back towards an order, ▼ towards silence, outlined: stayed. ", "▲ 回到购买，▼ 转向沉默，描边：未变。"),
      isFolded
        ? t("No order before: prospects, or first recorded in between.", "此前无订单：潜在客户，或其间首次记录。")
        : t("Not known yet: first recorded, or first ordering, in between.", "尚未记录：其间首次记录或首次下单。"),
      period.rows.some(({from}) => from === "undated") &&
        t(" No date: prospects whose records carry none.", " 无日期：记录未带日期的潜在客户。"),
      withheld && ` – : ${withheldWords(minCell, locale)}`
    ]
  });
}
