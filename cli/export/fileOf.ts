import {csvLine} from "../../dashboards/live/csv.ts";
import {tools, type Marks, type Recipient, type ToolName} from "./tools.ts";

/** How a file is written. */
export interface FileShape {
  tool: ToolName;
  isPersonal: boolean;
  marks: Marks;
}

const columnsFor = ({tool, isPersonal}: FileShape) => ({
  ...(isPersonal ? tools[tool].personal : {}),
  ...tools[tool].pseudonymous
});

/** The first line of a file, with the byte order mark where its tool wants one. */
export const headOf = (shape: FileShape): string =>
  `${tools[shape.tool].bom ? "\ufeff" : ""}${csvLine(Object.keys(columnsFor(shape)))}\r\n`;

/** A customer as a line by RFC 4180; text that a spreadsheet would run as a formula gets an apostrophe. */
export function lineOf(one: Recipient, shape: FileShape): string {
  const {refuses} = tools[shape.tool];
  const cells = Object.values(columnsFor(shape)).map((value) => {
    const cell = value(one, shape.marks);
    // Line ends and tabs within a name split rows in importers that read line by line.
    return typeof cell === "string" ? cell.replace(refuses ?? /(?!)/g, " ").replace(/[\t\r\n]+/g, " ") : cell;
  });
  return `${csvLine(cells)}\r\n`;
}
