import {empty, facts, html, panel, table, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import type {ChangeRow} from "./rows.ts";

type Change = ChangeRow["change"];

/** In the order of what a reader must know; new and grown customers are counted only. */
const kinds: readonly Change[] = ["merged", "split", "revived", "gone", "grown", "new"];
const listed: readonly Change[] = ["merged", "split", "revived", "gone"];
/** How many customers of a kind the page shows. */
const SHOWN = 4;

/** What the last run did: counts by kind, and the customers whose number changed. */
export function changesPanel(rows: readonly ChangeRow[], c: Context): Html {
  const {t, f} = c;
  const title = t("What changed since the last run?", "自上次运行以来有何变化？");
  if (!rows.length) return panel({id: "changes", title, body: noneYet(c)});
  const countOf = (kind: Change) => rows.find((row) => row.change === kind)?.customers ?? 0;
  const counts = facts(kinds.map((kind) => [explained(kind, c), f.count(countOf(kind))]));
  if (rows[0]!.run === 1 && rows.every(({change}) => change === "new"))
    return panel({id: "changes", title, body: firstRun(countOf("new"), c)});
  const moved = listed.flatMap((kind) => rows.filter((row) => row.change === kind).slice(0, SHOWN));
  const all = listed.reduce((sum, kind) => sum + countOf(kind), 0);
  return panel({
    id: "changes",
    title,
    sub: t(
      `The last run that changed anything, number ${f.count(rows[0]!.run)}`,
      `最近一次有变化的运行，第 ${f.count(rows[0]!.run)} 次`
    ),
    body: html`${counts}${moved.length > 0 && movedTable(moved, c)}`,
    note:
      moved.length > 0 &&
      t(
        `${moved.length < all ? `The ${f.count(SHOWN)} of most records of each kind, ${f.count(moved.length)} of ${f.count(all)}. ` : ""}A number that is no longer used is given to nobody else.`,
        `${moved.length < all ? `每类列出记录最多的 ${f.count(SHOWN)} 位，共 ${f.count(all)} 位中的 ${f.count(moved.length)} 位。` : ""}不再使用的编号不会给予他人。`
      ),
    long: true
  });
}

function movedTable(rows: readonly ChangeRow[], c: Context): Html {
  const {t, f, href} = c;
  const link = (id: string): Html => html`<a href="${href("/customers", {key: id})}">${id}</a>`;
  const isLeft = ({change}: ChangeRow) => change === "merged" || change === "gone";
  return table({
    id: "changes-table",
    caption: t("Customers whose number changed", "编号发生变化的客户"),
    columns: [
      t("Customer", "客户"),
      t("What happened", "变化"),
      t("Other customer", "另一客户"),
      {head: t("Records", "记录"), right: true}
    ],
    rows: rows.map((row) => [
      isLeft(row) ? html`<span class="nowrap">${row.customer_id}</span>` : link(row.customer_id!),
      happened(row.change, c),
      row.into_id === null ? f.missing : link(row.into_id),
      f.count(row.records)
    ])
  });
}

/** What a listed customer did, before the other one's number. */
const happened = (change: Change, {t}: Context): string =>
  ({
    merged: t("merged into", "合并到"),
    split: t("split off", "拆分自"),
    revived: t("came back", "恢复"),
    gone: t("gone", "消失"),
    grown: t("grown", "增长"),
    new: t("new", "新增")
  })[change];

/** A kind of change with what it is. */
const explained = (change: Change, {t}: Context): string =>
  ({
    new: t("New: records nobody had", "新增：此前没有的记录"),
    merged: t("Merged into another", "合并到另一客户"),
    split: t("Split off another", "自另一客户拆分"),
    grown: t("Grown by records", "增加了记录"),
    gone: t("Gone: no record left", "消失：已无记录"),
    revived: t("Revived: records came back", "恢复：记录重新出现")
  })[change];

const firstRun = (customers: number, {t, f}: Context): Html =>
  empty({
    title: t("This was the first run", "这是首次运行"),
    text: t(
      `All ${f.count(customers)} customers are new. From the next run on this says who was merged, split, grown or gone.`,
      `全部 ${f.count(customers)} 位客户均为新增。自下次运行起，此处显示合并、拆分、增长与消失的客户。`
    )
  });

const noneYet = ({t}: Context): Html =>
  empty({
    title: t("Nothing changed yet", "尚无变化"),
    text: html`${t("Load another export and run ", "请载入新的导出文件并运行 ")}<code>perennial run</code
      >${t(".", "。")}`
  });
