import {identities} from "../../../models/identities.ts";
import type {Context} from "../../context.ts";
import {html, panel, table, type Content, type Html} from "../../components/index.ts";
import {checkWords, isIdentity} from "./checkWords.ts";
import {exact} from "./exact.ts";
import type {CheckRow} from "./rows.ts";

/** Two ways to the same number, failed first, with both numbers. */
export function identityChecks(checks: readonly CheckRow[], c: Context): Html {
  const {t, f} = c;
  const rows = checks
    .filter(isIdentity)
    .sort((a, b) => Number(a.is_passed) - Number(b.is_passed) || placeOf(a) - placeOf(b));
  const agree = rows.filter((row) => row.is_passed).length;
  return panel({
    id: "checks",
    title: t("Do the totals agree?", "各项合计是否一致？"),
    sub:
      rows.length > 0 &&
      t(
        `${f.count(agree)} of ${f.count(rows.length)} identities hold, to the last digit`,
        `${f.count(rows.length)} 项恒等式中 ${f.count(agree)} 项成立，精确到末位`
      ),
    body: rows.length
      ? table({
          caption: t("Accounting identities", "核对恒等式"),
          columns: [
            t("What must hold", "必须成立"),
            {head: t("One way", "一种算法"), right: true},
            {head: t("Other way", "另一种算法"), right: true},
            t("Result", "结果")
          ],
          rows: rows.map((row) => identityRow(row, c))
        })
      : html`<p>${t("Not checked yet; run", "尚未检查，请运行")} <code>perennial check</code></p>`,
    span: 8
  });
}

const placeOf = ({name}: CheckRow): number => identities.findIndex((one) => one.name.en === name);

function identityRow(row: CheckRow, c: Context): Content[] {
  const [left, right] = row.detail.split(/ [=≠] /);
  return [checkWords(row, c), exact(left ?? ""), exact(right ?? ""), result(row.is_passed, c)];
}

/** Passed or failed: a sign and a word, so that colour is not needed. */
export const result = (passed: boolean, {t}: Context): Html =>
  passed
    ? html`<span class="good nowrap"><span aria-hidden="true">✓ </span>${t("passed", "通过")}</span>`
    : html`<b class="bad nowrap"><span aria-hidden="true">✕ </span>${t("failed", "未通过")}</b>`;
