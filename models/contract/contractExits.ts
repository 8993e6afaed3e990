import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {ContractDimension} from "../intermediate/contractDimensions.ts";
import type {Exits} from "../statistics/survival/lifeTable.ts";

/** The life table of one group of contracts as counts of lengths in days, rising. */
export interface GroupExits {
  dimension: ContractDimension;
  group: string;
  exits: Exits[];
}

/** Every group of int_contract_exit, by dimension and name: at most eight groups a dimension and one row a day of length, whatever the base. */
export async function contractExits(warehouse: Warehouse): Promise<GroupExits[]> {
  const groups: GroupExits[] = [];
  const sql = `select dimension, group_name, day_number, ended, still_running from int_contract_exit
    order by dimension, group_name, day_number`;
  for await (const rows of warehouse.batches<Row>(sql)) {
    for (const {dimension, group_name, day_number, ended, still_running} of rows) {
      let last = groups.at(-1);
      if (last?.dimension !== dimension || last.group !== group_name)
        groups.push((last = {dimension, group: group_name, exits: []}));
      last.exits.push({time: day_number, ended, left: still_running});
    }
  }
  return groups;
}

interface Row {
  dimension: ContractDimension;
  group_name: string;
  day_number: number;
  ended: number;
  still_running: number;
}
