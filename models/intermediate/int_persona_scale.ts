import {z} from "zod";
import * as c from "../../warehouse/columns.ts";
import {createFromRows} from "../createFromRows.ts";
import {model} from "../model.ts";
import {isLog, personaFeatures} from "../personas/catalogue.ts";
import {scalingStates} from "../personas/scaling.ts";
import {toldModel} from "../personas/told.ts";
import {personaVersion} from "../personas/version.ts";
import {intPersonaModel} from "./int_persona_model.ts";

const columns = z.strictObject({
  feature: c.oneOf(personaFeatures, "Column of int_persona_feature.", "int_persona_feature 的列。"),
  place: c.count("Its place among them.", "序号。"),
  state: c.oneOf(scalingStates, "Whether customers are grouped by it, and why not.", "是否用于分组及原因。"),
  is_log: c.flag("Compared as ln(1 + x).", "以 ln(1 + x) 比较。"),
  known_share: c.share("Share of the customers learnt from of whom it is known.", "已知该特征的客户占比。"),
  centre: c.number("Middle, on that scale.", "中位（该尺度）。").nullable(),
  spread: c.number("Spread, on that scale.", "离散度（该尺度）。").nullable()
});

/**
 * How each feature enters the distance between customers, one row per feature.
 *
 * Components are made of (value − centre) ÷ spread, at most 3 either way; the centre is the median, the spread the interquartile range ÷ 1.349, or the
 * standard deviation where the middle half is one value. Not counted is what is known of fewer than half, or in which fewer than 5 % differ from
 * the commonest value; what is not known of a customer stands at the centre.
 */
export const intPersonaScale = model({
  name: "int_persona_scale",
  title: {
    en: "How each feature enters the distance between customers, one row per feature.",
    zh: "各特征如何计入客户间距离，每个特征一行。"
  },
  from: [intPersonaModel],
  grain: ["feature"],
  columns,
  procedure: {
    version: () => [1, personaVersion],
    make: async ({warehouse, table}) => {
      const {scalings} = await toldModel(warehouse);
      const rows = scalings.map(({scale, ...one}, i) => ({
        feature: one.feature,
        place: i + 1,
        state: one.state,
        is_log: isLog(one.feature),
        known_share: one.known_share,
        centre: one.centre,
        spread: scale
      }));
      await createFromRows({columns}, rows, {warehouse, table});
    }
  }
});
