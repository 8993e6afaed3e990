import type {Relation} from "../warehouse/relation.ts";
import {columnsOf} from "../warehouse/columns.ts";
import {UserError} from "../warehouse/error.ts";
import type {Warehouse} from "../warehouse/warehouse.ts";

const MOST = 20_000;

/** Reads a mart for a page: its columns, in grain order. Throws where it is too large to be rendered into a page. */
export const readMart =
  (warehouse: Warehouse) =>
  async (mart: Relation): Promise<Record<string, unknown>[]> => {
    const columns = columnsOf(mart.columns).map(({name}) => `"${name}"`);
    const order = mart.grain.length ? ` order by ${mart.grain.map((name) => `"${name}"`).join(", ")}` : "";
    const rows = await warehouse.rows(`select ${columns.join(", ")} from "${mart.name}"${order} limit ${MOST + 1}`);
    if (rows.length > MOST)
      throw new UserError(
        `site: ${mart.name} has over ${MOST} rows, too many for a page; summarise it in a mart or ship it as files`
      );
    return rows;
  };
