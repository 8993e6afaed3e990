import type {Locale} from "../../format/locale.ts";

/** How many rows are printed: about five sheets. */
const MOST = 200;
const ROW = 33;

/** While the page is printed its list shows the first rows instead of a window on all, and `place` says how many those are. */
export function onPaper(box: HTMLElement, place: HTMLElement, rows: () => number, {t, f}: Locale): void {
  let scrolled = 0;
  const redraw = () => box.dispatchEvent(new Event("scroll"));
  addEventListener("beforeprint", () => {
    const printed = Math.min(MOST, rows());
    scrolled = box.scrollTop;
    place.textContent =
      printed < rows()
        ? t(
            `The first ${f.count(printed)} are printed; the CSV holds all.`,
            `仅打印前 ${f.count(printed)} 位；CSV 含全部。`
          )
        : "";
    box.style.height = `${(printed + 1) * ROW}px`;
    box.scrollTop = 0;
    redraw();
  });
  addEventListener("afterprint", () => {
    box.style.height = "";
    box.scrollTop = scrolled;
    redraw();
  });
}
