import {barRows, empty, html, key, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld} from "../../withheld.ts";
import {driversOf, type Driver} from "./drivers.ts";
import {binWords, featureName} from "./featureWords.ts";
import type {DriverRow} from "./rows.ts";
import {themeName} from "./themeNames.ts";

/** How many themes show the shape of their first feature. */
const SHAPES = 6;

/** What drives the risk over all: how much each feature counts, and which way along its values. */
export function driverPanel(rows: readonly DriverRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const title = t("What drives the risk overall?", "总体上是什么推动风险？");
  const drivers = driversOf(rows);
  if (!drivers.length)
    return panel({
      title,
      body: empty({
        title: t("No model, so no drivers", "没有模型，因而没有驱动因素"),
        text: t(
          "Without a model the warning rules below are all that is held against the customers.",
          "没有模型时，仅以下方的预警规则判断客户。"
        )
      })
    });
  const all = drivers.reduce((sum, {importance}) => sum + importance, 0);
  const weights = barRows({
    label: t("Weight of each theme", "各主题的权重"),
    thin: true,
    nameWidth: "176px",
    rows: drivers.map(({theme, importance}) => ({
      name: themeName(theme, c),
      to: importance / all,
      text: f.share(importance / all, 0)
    }))
  });
  const widest = Math.max(...drivers.slice(0, SHAPES).flatMap(({bins}) => bins.map((bin) => Math.abs(bin.log_odds))));
  const few = drivers.slice(0, SHAPES).some(({bins}) => bins.some((bin) => isWithheld(bin.customers, minCell)));
  return panel({
    id: "drivers",
    title,
    sub: t(
      "Weight: mean size of what the features of a theme add to or take from the risk (log odds), as a share of all. Shape: what the values of its first feature add or take, and how many of such customers left.",
      "权重：各主题的特征对风险（对数几率）增减的平均幅度占比。形状：其首要特征各取值的增减，以及此类客户的流失比例。"
    ),
    body: html`<div class="grid">
      <div class="span-4">
        <h3>${t("How much does each count?", "各占多少？")}</h3>
        ${weights}
      </div>
      <div class="span-8 shapes">${drivers.slice(0, SHAPES).map((driver) => shapeOf(driver, widest, c))}</div>
    </div>`,
    note: html`${key("fill", t("raises the risk", "推高风险"), "bad")}
      ${key("fill", t("lowers it", "降低风险"), "good")}
      <span
        >${[
          t("Numbers: share that left.", "数字：流失比例。"),
          few && t(`– : fewer than ${f.count(minCell)} customers.`, `– ：少于 ${f.count(minCell)} 位客户。`),
          t(
            "Associations, not effects: changing a value need not change the risk.",
            "为关联而非因果：改变取值未必改变风险。"
          )
        ]
          .filter(Boolean)
          .join(t(" ", ""))}</span
      >`,
    long: true
  });
}

function shapeOf({theme, feature, bins}: Driver, widest: number, c: Context): Html {
  const {f, minCell} = c;
  const name = `${themeName(theme, c)}${c.t(": ", "：")}${featureName(feature, c)}`;
  return html`<div>
    <h3>${name}</h3>
    ${barRows({
      label: name,
      thin: true,
      domain: [-widest, widest],
      rows: bins.map(({bin_from: from, bin_to: to, customers, churn_share: left, log_odds: odds}) => {
        const withheld = isWithheld(customers, minCell);
        return {
          name: binWords(feature, from, to, c),
          to: withheld ? 0 : odds,
          text: withheld ? f.missing : f.share(left, 0),
          tone: odds > 0 ? ("bad" as const) : ("good" as const)
        };
      })
    })}
  </div>`;
}
