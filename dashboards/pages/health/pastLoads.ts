import type {Context} from "../../context.ts";
import {html, panel, table, type Html} from "../../components/index.ts";
import {kindWords} from "./kindWords.ts";
import type {Kind} from "../../../ingest/contracts/kinds.ts";
import {pathText} from "./pathText.ts";
import type {PastLoadRow} from "./rows.ts";

const MOST = 20;

const words = {
  failed: {en: "could not be loaded", zh: "载入失败"},
  retired: {en: "retired by a later full export", zh: "已被更新的全量导出取代"},
  undone: {en: "taken back", zh: "已撤回"}
} as const;

const order = Object.keys(words);

/** The files whose rows do not count, and why; failed ones first. Nothing where there are none. */
export function pastLoads(rows: readonly PastLoadRow[], {lang, t, f}: Context): Html | false {
  const sorted = rows.toSorted(
    (a, b) => order.indexOf(a.status) - order.indexOf(b.status) || (a.load_id < b.load_id ? 1 : -1)
  );
  const rest = sorted.length - MOST;
  return (
    rows.length > 0 &&
    panel({
      id: "past-loads",
      title: t("Which files do not count?", "哪些文件未计入？"),
      sub: t(
        `${f.count(rows.length)} deliveries whose rows are in no number`,
        `${f.count(rows.length)} 次交付的行不计入任何数字`
      ),
      body: table({
        caption: t("Files that do not count", "未计入的文件"),
        columns: [
          t("File and source", "文件与来源"),
          t("Why", "原因"),
          {head: t("Its rows", "行数"), right: true},
          {head: t("When", "时间"), right: true}
        ],
        rows: sorted
          .slice(0, MOST)
          .map((row) => [
            html`${pathText(row.file)}<br /><span class="muted"
                >${row.source}, ${kindWords[row.kind as Kind]?.[lang] ?? row.kind}</span
              >`,
            row.status === "failed" ? html`<b>${words.failed[lang]}</b>` : words[row.status][lang],
            row.status === "failed" ? f.missing : f.count(row.rows_loaded),
            f.day(row.loaded_at)
          ])
      }),
      note: html`${rest > 0 && t(`${f.count(rest)} more are not shown. `, `另有 ${f.count(rest)} 项未显示。`)}${t(
          "Why a file failed, and every load by number:",
          "失败原因与全部载入批次："
        )} <code>perennial ingest --history</code>`,
      long: true
    })
  );
}
