import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {Learnt} from "./learn.ts";

/** The scales, components and centres that int_persona_model holds. */
export async function toldModel(warehouse: Warehouse): Promise<Pick<Learnt, "scalings" | "loadings" | "centres">> {
  const {model} = await warehouse.row<{model: string}>("select model from int_persona_model where clusters = 1");
  return JSON.parse(model) as Pick<Learnt, "scalings" | "loadings" | "centres">;
}
