import {step, type Cell} from "./gridStep.ts";

/** A cell that was chosen: its element, `data-row` of its row, `data-column`. */
export interface Picked {
  cell: HTMLTableCellElement;
  row: string;
  column: number;
}

/**
 * The grid pattern on a table with cells of tabindex −1: one stop for Tab, arrows, Home and End move, Enter, Space or a
 * click choose. Moving skips cells that cannot be chosen.
 */
export function grid(table: HTMLTableElement, picked: (choice: Picked) => void): void {
  const cells = [...table.rows].map((row) => [...row.cells]);
  const open = cells.map((row) => row.map((cell) => cell.hasAttribute("tabindex")));
  const all = cells.flat();
  const placeOf = (cell: Element): Cell => {
    const row = cells.findIndex((line) => line.includes(cell as HTMLTableCellElement));
    return [row, cells[row]!.indexOf(cell as HTMLTableCellElement)];
  };
  const enter = (cell: HTMLTableCellElement) => {
    for (const other of all) if (other.tabIndex === 0) other.tabIndex = -1;
    cell.tabIndex = 0;
  };
  const choose = (cell: HTMLTableCellElement) => {
    table.querySelector("[aria-selected]")?.removeAttribute("aria-selected");
    cell.setAttribute("aria-selected", "true");
    const row = cell.closest<HTMLElement>("[data-row]")?.dataset.row ?? "";
    picked({cell, row, column: Number(cell.dataset.column)});
  };
  const first =
    table.querySelector<HTMLTableCellElement>("[aria-selected]") ?? all.find((cell) => cell.hasAttribute("tabindex"));
  if (first) first.tabIndex = 0;
  table.addEventListener("keydown", (event) => {
    const cell = (event.target as Element).closest<HTMLTableCellElement>("td[tabindex]");
    if (!cell) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return choose(cell);
    }
    const next = step(open, placeOf(cell), event.key);
    if (!next) return;
    event.preventDefault();
    const target = cells[next[0]]![next[1]]!;
    enter(target);
    target.focus();
  });
  table.addEventListener("click", (event) => {
    const cell = (event.target as Element).closest<HTMLTableCellElement>("td[tabindex]");
    if (!cell) return;
    enter(cell);
    cell.focus();
    choose(cell);
  });
}
