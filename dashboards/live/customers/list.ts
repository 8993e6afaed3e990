import {button} from "../../components/button.ts";
import {empty, failed} from "../../components/states.ts";
import type {Locale} from "../../format/locale.ts";
import {firstSorted, listColumns} from "../../pages/customers/listColumns.ts";
import {segmentName} from "../../pages/customers/words.ts";
import {virtualTable} from "../table.ts";
import {accepts} from "./accepts.ts";
import {active, chips} from "./chips.ts";
import {virtualColumns} from "./columns.ts";
import type {ListFilters} from "./filters.ts";
import type {Loading} from "./loading.ts";
import {onPaper} from "./onPaper.ts";
import {countWords, partWords, progressWords, unknownWords} from "./statusWords.ts";

/** The list in the browser. */
export interface List {
  /** Shows the customers that the filters choose, and loads what it takes. `unknown` filters fell back. */
  show: (filters: ListFilters, unknown: readonly string[]) => void;
  /** Rows that are shown, in their order, once all customers are there. */
  all: () => Promise<Uint32Array>;
  /** The key of the only customer shown, if it is one. */
  only: () => string | null;
}

/** How often a growing list is drawn anew, in milliseconds. */
const EVERY = 300;

/** A segment's names in both languages and in the configuration: a search finds all. */
const everyName = (segment: string): string[] => [
  segmentName(segment, (en) => en),
  segmentName(segment, (_, zh) => zh),
  segment
];

const part = (name: string): HTMLElement => document.querySelector<HTMLElement>(`[data-list-${name}]`)!;

/**
 * Takes the list of the page over; the first shard must have arrived.
 *
 * Unfiltered and by net revenue it shows what is loaded and loads more where the reader scrolls to its end: shards come in that
 * order. Any filter or other order needs all customers, and fills as they arrive.
 */
export function list(loading: Loading, locale: Locale): List {
  const {t} = locale;
  const {base} = loading;
  const box = document.querySelector<HTMLElement>("#list .virtual")!;
  const [status, progress, chipLine, note] = [part("status"), part("progress"), part("chips"), part("note")];
  const nobody = box.appendChild(document.createElement("div"));
  let filters: ListFilters | undefined;
  const revenueColumn = listColumns(locale).findIndex(({id}) => id === firstSorted);
  const table = virtualTable(box, {
    columns: virtualColumns(base, locale),
    length: base.customers,
    sort: {column: revenueColumn, descending: true},
    count: () => ""
  });
  const isByRevenue = () => box.querySelectorAll("thead th")[revenueColumn]?.getAttribute("aria-sort") === "descending";
  const isPlain = () => (!filters || active(filters).length === 0) && isByRevenue();

  function draw(): void {
    const {scrollTop} = box;
    const test = filters ? accepts(base, filters, everyName) : () => true;
    table.filter((row) => row < base.loaded && test(row));
    box.scrollTop = scrollTop;
  }

  function count(): void {
    const shown = table.rows().length;
    const isPart = isPlain() && !loading.isComplete();
    status.textContent = (isPart ? partWords : countWords)(isPart ? base.loaded : shown, base.customers, locale);
    nobody.innerHTML =
      shown > 0 ? "" : String(empty({title: t("No customer matches", "没有符合条件的客户"), text: clear()}));
  }

  const clear = () => button({text: t("Clear all filters", "清除全部筛选"), action: "clear"});

  async function load(shards: number): Promise<void> {
    let last = performance.now();
    box.ariaBusy = "true";
    try {
      await loading.more(shards, () => {
        progress.textContent = progressWords(base.loaded, base.customers, locale);
        if (performance.now() - last < EVERY) return;
        draw();
        last = performance.now();
      });
      draw();
      count();
    } catch (error) {
      const retry = button({text: t("Try again", "重试"), action: "retry"});
      const cause = error instanceof Error ? error.message : String(error);
      note.innerHTML = String(failed({title: t("Customers could not be loaded", "客户数据无法载入"), cause, retry}));
    }
    progress.textContent = "";
    box.ariaBusy = null;
  }

  async function update(): Promise<void> {
    draw();
    if (isPlain() || loading.isComplete()) count();
    else await load(Infinity);
  }

  box.querySelector("thead")!.addEventListener("click", () => void update());
  note.addEventListener("click", (event) => {
    if (!(event.target as Element).closest("[data-action=retry]")) return;
    note.replaceChildren();
    void load(isPlain() ? 1 : Infinity);
  });
  onPaper(box, part("print"), () => table.rows().length, locale);
  let isLoadingNext = false;
  box.addEventListener("scroll", () => {
    const isFarFromEnd = box.scrollTop + 2 * box.clientHeight < box.scrollHeight;
    if (isLoadingNext || isFarFromEnd || loading.isComplete() || !isPlain()) return;
    isLoadingNext = true;
    void load(1).finally(() => (isLoadingNext = false));
  });
  return {
    show(given, unknown) {
      const isChanged = JSON.stringify(filters) !== JSON.stringify(given);
      filters = given;
      chipLine.innerHTML = String(chips(given, locale));
      note.innerHTML = unknown.length ? String(unknownWords(unknown, location.search, locale)) : "";
      if (isChanged) box.scrollTop = 0;
      void update();
    },
    async all() {
      if (!loading.isComplete()) await load(Infinity);
      return table.rows();
    },
    only() {
      const [row, ...more] = table.rows();
      return row === undefined || more.length > 0 ? null : base.keys[row]!;
    }
  };
}
