import {empty, panel, ramp, html, key, tileTable, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {withheldParts, withheldWords} from "../../withheld.ts";
import type {AliveRow} from "./rows.ts";

/** Lower bounds of the tints: probabilities. */
const breaks = [0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95];

/** How probably customers are still there, by how often they bought and how long ago. */
export function alivePanel(rows: readonly AliveRow[], c: Context): Html {
  const {t, f, minCell} = c;
  const title = t("Who is still a customer?", "谁仍是客户？");
  if (rows.every((row) => row.alive_share === null))
    return panel({span: 6, title, body: empty({title: t("The model does not say", "模型未给出")})});
  const withheld = withheldParts(
    rows.map((row) => row.customers),
    minCell
  );
  const bands = (band: "frequency_band" | "recency_band") =>
    [...new Set(rows.map((row) => row[band]))].toSorted((a, b) => a - b);
  const recencies = bands("recency_band");
  const labelOf = (band: "frequency" | "recency", value: number) =>
    rows.find((row) => row[`${band}_band`] === value)![`${band}_label`];
  return panel({
    span: 6,
    title,
    sub: t(
      "Mean probability of still being a customer; down: purchase days so far, across: days since the last",
      "仍是客户的平均概率；纵：至今购买日数，横：距最近购买的天数"
    ),
    body: tileTable(
      {
        caption: t("Probability of still being a customer", "仍是客户的概率"),
        corner: t("Purchases", "购买日"),
        columns: recencies.map((band) => labelOf("recency", band)),
        breaks,
        rows: bands("frequency_band").map((frequency) => ({
          name: labelOf("frequency", frequency),
          cells: recencies.map((recency) => {
            const i = rows.findIndex((row) => row.frequency_band === frequency && row.recency_band === recency);
            const row = rows[i];
            if (!row || row.alive_share === null) return null;
            return withheld[i]
              ? "withheld"
              : {value: row.alive_share, text: f.share(row.alive_share, 0), aside: `n ${f.count(row.customers)}`};
          })
        }))
      },
      c
    ),
    note: html`${ramp(t("Probability", "概率"), t("under 10%", "低于 10%"), t("95% and over", "95% 及以上"))}
    ${withheld.includes(true) && key("dots", withheldWords(minCell, c))}
    ${t(
      "The same silence says more of a frequent buyer than of a rare one: that is why a bar of days for all misleads.",
      "同样长的沉默，对常客比对稀客更说明问题：因此对所有人用同一天数界线会误判。"
    )}`
  });
}
