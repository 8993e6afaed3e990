import type {Warehouse} from "../../warehouse/warehouse.ts";
import type {PurchaseFit, PurchaseModel} from "../statistics/purchase/fitPurchase.ts";

/** A fitted model as it was written down: enough to expect with. */
export interface KnownModel extends Pick<PurchaseFit, "covariance"> {
  span: string;
  model: string;
  state: string;
  names: string[];
  parameters: number[];
  isChosen: boolean;
}

/** What can be expected with. */
export type KnownPurchase = KnownModel & {model: PurchaseModel};

/** The models of int_purchase_model that have parameters, and a covariance of them. */
export async function readModels(warehouse: Warehouse): Promise<KnownModel[]> {
  const rows = await warehouse.rows<{
    span: string;
    model: string;
    state: string;
    parameters: string;
    covariance: string;
    is_chosen: boolean;
  }>("select span, model, state, parameters, covariance, is_chosen from int_purchase_model order by span, model");
  return rows.flatMap(({span, model, state, parameters, covariance, is_chosen}) => {
    const named = JSON.parse(parameters) as Record<string, number>;
    const known = {
      span,
      model,
      state,
      names: Object.keys(named),
      parameters: Object.values(named),
      isChosen: is_chosen
    };
    const doubt = JSON.parse(covariance) as number[][];
    return known.names.length && doubt.length && state !== "not_converged" ? [{...known, covariance: doubt}] : [];
  });
}
