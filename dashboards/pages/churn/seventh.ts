import type {RankRow} from "../../components/rankRow.ts";
import type {Locale} from "../../format/locale.ts";
import type {Watched} from "./watched.ts";

/** The last column: the owner where the company names them, else whether mail is allowed where that is known, else orders. */
export interface Seventh {
  head: string;
  cell: (customer: Watched) => Pick<RankRow, "owner" | "consent">;
}

export function seventh(list: readonly Watched[], {t, f}: Locale): Seventh {
  const consent = ({mail}: Watched) => (mail === false ? {consent: false} : {});
  if (list.some(({owner}) => owner !== null))
    return {head: t("Owner", "负责人"), cell: (one) => ({owner: one.owner ?? f.missing, ...consent(one)})};
  if (list.some(({mail}) => mail !== null))
    return {
      head: t("Mail", "邮件"),
      cell: (one) => (one.mail === false ? consent(one) : {owner: one.mail ? t("allowed", "已授权") : f.missing})
    };
  return {head: t("Orders", "订单"), cell: ({orders}) => ({owner: f.count(orders)})};
}
