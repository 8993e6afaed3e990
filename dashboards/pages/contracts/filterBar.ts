import {filters, select, type Html} from "../../components/index.ts";
import type {Locale} from "../../format/locale.ts";
import type {ToldDimension} from "./curveData.ts";
import type {Dimension} from "./rows.ts";
import {dimensionName} from "./words.ts";

/** What the curves are compared by; nothing to choose where there is one way only. */
export const filterBar = (data: readonly ToldDimension[], value: Dimension, locale: Locale): Html | false =>
  data.length > 1 &&
  filters(
    select({
      name: "by",
      label: locale.t("Compare by", "比较维度"),
      value,
      choices: data.map(({dimension}) => ({value: dimension, name: dimensionName(dimension, locale)}))
    })
  );
