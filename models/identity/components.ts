import type {Warehouse} from "../../warehouse/warehouse.ts";

/**
 * Creates the temporary table `component` (n, root): which records the edges l–r of a table tie together; root is the smallest of them.
 *
 * Every record takes the smallest label among its own and its neighbours', the record that is its label takes that too, then all take
 * the label of their label, until none changes (FastSV; Zhang, Azad & Hu 2020): about log2 of the longest chain rounds.
 */
export async function makeComponents(warehouse: Warehouse, edges: string): Promise<void> {
  await warehouse.run(
    `create or replace temp table tie as select l as a, r as b from (${edges}) union all select r, l from (${edges})`
  );
  await warehouse.run(
    "create or replace temp table component as select a as n, least(a, min(b)) as root from tie group by a"
  );
  for (;;) {
    await warehouse.run(`
      create or replace temp table near as
      select n, min(root) as root from (
        from component select n, root
        union all select tie.a, component.root from tie join component on component.n = tie.b
        union all select own.root, component.root from tie join component own on own.n = tie.a join component on component.n = tie.b
      ) group by n`);
    await warehouse.run(`
      create or replace temp table jumped as
      select near.n, least(near.root, up.root) as root from near join near up on up.n = near.root`);
    const {changed} = await warehouse.row<{changed: number}>(
      "select count(*) as changed from jumped join component using (n) where jumped.root <> component.root"
    );
    await warehouse.run("drop table component; alter table jumped rename to component");
    if (!changed) break;
  }
  await warehouse.run("drop table tie; drop table near");
}
