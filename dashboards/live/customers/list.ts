import {html} from "../../components/html.ts";
import {button} from "../../components/button.ts";
import {failed} from "../../components/states.ts";
import {type Locale} from "../../format/locale.ts";
import {revenueColumn} from "../../pages/customers/listColumns.ts";
import {segmentName} from "../../pages/customers/words.ts";
import {csvName} from "../csv.ts";
import {download} from "../download.ts";
import {virtualTable} from "../table.ts";
import {accepts} from "./accepts.ts";
import {active, chips, filterWords} from "./chips.ts";
import {virtualColumns} from "./columns.ts";
import {type Choosing, type ListFilters} from "./filters.ts";
import {type Loading} from "./loading.ts";

/** The list in the browser. */
export interface List {
  /** Shows the customers that the filters choose, and loads what it takes. `unknown` filters fell back. */
  show: (filters: ListFilters, unknown: readonly string[]) => void;
  /** The key of the only customer shown, if it is one. */
  only: () => string | null;
}

const part = <E extends HTMLElement>(name: string): E => document.querySelector<E>(`[data-list-${name}]`)!;

/** How often a growing list is counted and drawn anew, in milliseconds. */
const EVERY = 300;

const bothNames = (segment: string): string[] => [
  segmentName(segment, (en) => en),
  segmentName(segment, (_, zh) => zh),
  segment
];

/** Takes the list of the page over. The first shard must have arrived. */
export function list(loading: Loading, locale: Locale, asOf: string): List {
  const {t, f} = locale;
  const {base} = loading;
  const box = document.querySelector<HTMLElement>("#list .virtual")!;
  const [status, progress, chipLine, note] = [part("status"), part("progress"), part("chips"), part("note")];
  let filters: ListFilters | undefined;
  const table = virtualTable(box, {
    columns: virtualColumns(base, locale),
    length: base.customers,
    sort: {column: revenueColumn, descending: true},
    count: () => ""
  });
  const isByRevenue = () => box.querySelectorAll("thead th")[revenueColumn]?.getAttribute("aria-sort") === "descending";
  const isPlain = () => (!filters || active(filters).length === 0) && isByRevenue();
  const draw = () => {
    const {scrollTop} = box;
    const test = filters ? accepts(base, filters, bothNames) : () => true;
    table.filter((row) => row < base.loaded && test(row));
    box.scrollTop = scrollTop;
  };
  const count = () => {
    const shown = table.rows().length;
    const all = f.count(base.customers);
    if (isPlain() && !loading.isComplete()) {
      status.textContent = t(
        `${all} customers, the ${f.count(base.loaded)} most valuable are here; scroll for more`,
        `共 ${all} 位客户，已载入净收入最高的 ${f.count(base.loaded)} 位；向下滚动载入更多`
      );
    } else {
      const known =
        shown === base.customers ? all : t(`${f.count(shown)} of ${all}`, `${all} 位中的 ${f.count(shown)}`);
      status.textContent = t(`${known} ${base.customers === 1 ? "customer" : "customers"}`, `${known} 位客户`);
    }
  };
  const fail = (error: unknown) => {
    progress.textContent = "";
    note.innerHTML = String(
      failed({
        title: t("Customers could not be loaded", "客户数据无法载入"),
        cause: error instanceof Error ? error.message : String(error),
        retry: button({text: t("Try again", "重试"), action: "retry"})
      })
    );
  };
  const loadMore = async (shards: number) => {
    let last = performance.now();
    box.ariaBusy = "true";
    try {
      await loading.more(shards, () => {
        progress.textContent = t(
          `Loading ${f.count(base.loaded)} of ${f.count(base.customers)} customers`,
          `正在载入 ${f.count(base.customers)} 位客户中的 ${f.count(base.loaded)} 位`
        );
        if (performance.now() - last < EVERY) return;
        draw();
        last = performance.now();
      });
      progress.textContent = "";
      draw();
      count();
    } catch (error) {
      fail(error);
    } finally {
      box.ariaBusy = null;
    }
  };
  const complete = async () => {
    if (!loading.isComplete()) await loadMore(Infinity);
  };
  const update = () => {
    draw();
    if (isPlain() || loading.isComplete()) count();
    else void complete();
  };
  box.querySelector("thead")!.addEventListener("click", update);
  let isLoadingNext = false;
  box.addEventListener(
    "scroll",
    () => {
      if (isLoadingNext || loading.isComplete() || !isPlain()) return;
      if (box.scrollTop + 2 * box.clientHeight < box.scrollHeight) return;
      isLoadingNext = true;
      void loadMore(1).finally(() => (isLoadingNext = false));
    },
    {passive: true}
  );
  document.addEventListener("click", (event) => {
    const action = (event.target as Element).closest<HTMLElement>("#list-view [data-action]")?.dataset.action;
    if (action === "retry") location.reload();
    if (action !== "csv") return;
    void complete().then(() => {
      const words = filters ? active(filters).map((name) => filterWords(name, filters!, locale)) : [];
      download(csvName("customers", asOf), takeAwayOf(words.join("; ")));
    });
  });
  const takeAwayOf = (words: string) => takeAway(base, table.rows(), asOf, words || t("all customers", "全部客户"));
  return {
    show(given, unknown) {
      const isSame = filters && JSON.stringify(filters) === JSON.stringify(given);
      filters = given;
      chipLine.innerHTML = String(chips(given, locale));
      note.innerHTML = unknown.length
        ? String(
            html`<p class="banner">
              ${t("The address asks for something unknown, which is left out: ", "地址中有无法识别的筛选条件，已忽略：")}${unknown.join(", ")}
            </p>`
          )
        : "";
      if (!isSame) box.scrollTop = 0;
      update();
    },
    only() {
      const rows = table.rows();
      return rows.length === 1 ? base.keys[rows[0]!]! : null;
    }
  };
}

import {takeAway} from "./takeAway.ts";
export type {Choosing};
