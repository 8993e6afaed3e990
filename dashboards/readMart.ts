import type {Relation} from "../warehouse/relation.ts";
import {UserError} from "../warehouse/error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";
import {onlyOf} from "./partOf.ts";
import {publishedSql} from "./publishedColumns.ts";

const MOST = 20_000;

/**
 * Reads a mart, or the part of it that a page names, in grain order; personal columns are left out unless `personal` names them.
 *
 * Throws where it is too large to be rendered into a page.
 */
export const readMart =
  (warehouse: Warehouse, personal: readonly string[] = []) =>
  async (mart: Relation): Promise<Record<string, unknown>[]> => {
    const order = mart.grain.length ? ` order by ${mart.grain.map((name) => `"${name}"`).join(", ")}` : "";
    const part = Object.entries(onlyOf(mart)).map(([name, value]) => `"${name}" = '${value.replaceAll("'", "''")}'`);
    const where = part.length ? ` where ${part.join(" and ")}` : "";
    const rows = await warehouse.rows(`from ${publishedSql(mart, personal)}${where}${order} limit ${MOST + 1}`);
    if (rows.length > MOST)
      throw new UserError(
        `site: ${mart.name} has over ${MOST} rows, too many for a page; summarise it in a mart or ship it as files`
      );
    return rows;
  };
