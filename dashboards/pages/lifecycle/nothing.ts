import {empty, html, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";

/** Nobody has ordered: which export is missing. */
export const noOrders = (t: Locale["t"]): Html =>
  empty({
    title: t("No orders of known customers", "没有可识别客户的订单"),
    text: html`${t("Add an orders export to ", "请在 ")}<code>perennial.config.ts</code>${t(" and run ", " 中加入订单导出，并运行 ")}<code
        >perennial run</code
      >${t(".", "。")}`
  });

/** Nothing may be told of any period. */
export const noPeriod = ({t}: Locale): string => t("Too few customers to tell who moved.", "客户过少，无法说明流动。");
