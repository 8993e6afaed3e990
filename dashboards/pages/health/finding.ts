import type {Context} from "../../context.ts";
import {html, type Html} from "../../components/index.ts";
import {checkWords} from "./checkWords.ts";
import {shareOf} from "./shareOf.ts";
import type {Totals} from "./totals.ts";

/** Whether today's numbers can be trusted, in two sentences: what the checks say, and what became of every row. */
export function finding(totals: Totals, c: Context): Html {
  if (!totals.loads) return html`${c.t("No export has been loaded yet.", "尚未载入任何导出文件。")}`;
  return html`<b>${verdict(totals, c)}</b> ${rows(totals, c)}`;
}

function verdict({failed, checks, addsUp, refusedFiles}: Totals, {t, f}: Context): string {
  const all = f.count(checks);
  if (!addsUp) return t("Not yet: the rows of the exports do not add up.", "暂不可信：导出文件的行数对不上。");
  if (!checks) return t("Nothing has been checked yet.", "尚未做任何检查。");
  if (!failed.length && refusedFiles) {
    const files = `${f.count(refusedFiles)} ${refusedFiles === 1 ? "file" : "files"}`;
    return t(
      `All ${all} checks passed, but ${files} could not be loaded.`,
      `${all} 项检查全部通过，但有 ${f.count(refusedFiles)} 个文件载入失败。`
    );
  }
  if (!failed.length) return t(`All ${all} checks passed.`, `${all} 项检查全部通过。`);
  const first = checkWords(failed[0]!, {t});
  const more = failed.length > 1;
  return t(
    `Not yet: ${f.count(failed.length)} of ${all} checks failed${more ? ", first of them" : ""}: ${first}.`,
    `暂不可信：${all} 项检查中有 ${f.count(failed.length)} 项未通过${more ? "，首先是" : ""}：${first}。`
  );
}

function rows({files, read, rejected, setAside}: Totals, {t, f}: Context): string {
  const share = shareOf(rejected, read, f);
  const bad = rejected
    ? t(`${f.count(rejected)} were rejected (${share})`, `${f.count(rejected)} 行被拒绝（${share}）`)
    : t("none was rejected", "无一被拒绝");
  const aside = setAside
    ? t(`${f.count(setAside)} set aside by named rules`, `${f.count(setAside)} 行按命名规则搁置`)
    : t("none set aside", "无一搁置");
  return t(
    `${f.count(files)} ${files === 1 ? "file" : "files"} loaded; of ${f.count(read)} rows ${bad}, ${aside}.`,
    `已载入 ${f.count(files)} 个文件，共 ${f.count(read)} 行：${bad}，${aside}。`
  );
}
