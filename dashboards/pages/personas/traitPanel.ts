import {html, panel, ramp, tileTable, type Html, type Tile} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {isWithheld, withheldParts} from "../../withheld.ts";
import {defined} from "./defined.ts";
import {featureName, featureValue, personaName} from "./featureWords.ts";
import type {PersonaRow, TraitRow} from "./rows.ts";

/** Lower bounds of the tints: differences in standard deviations, either way. */
const breaks = [0.2, 0.35, 0.5, 0.65, 0.8, 1, 1.5, 2];

/** What sets each persona apart: its typical value of each feature, tinted by how far it is from all others. */
export function traitPanel(traits: readonly TraitRow[], personas: readonly PersonaRow[], c: Context): Html | false {
  const {t, f, minCell} = c;
  const withheld = withheldParts(
    personas.map(({customers}) => customers),
    minCell
  );
  const shown = personas.filter((_, i) => !withheld[i]);
  const features = traits
    .filter(({feature}, i) => traits.findIndex((one) => one.feature === feature) === i)
    .filter(({feature}) => traits.some((one) => one.feature === feature && one.difference !== null))
    .toSorted((a, b) => a.place - b.place);
  if (!shown.length || !features.length) return false;
  const title = t("What sets each kind apart?", "各类型有何不同？");
  const cell = (persona: number, {feature}: TraitRow): Tile | "withheld" | null => {
    const row = traits.find((one) => one.persona === persona && one.feature === feature);
    if (!row || row.difference === null) return null;
    if (isWithheld(row.known_customers, minCell)) return "withheld";
    return {
      value: Math.abs(row.difference),
      text: featureValue(feature, row.mean, c),
      aside: html`<span class="aside">${f.score(row.difference, 1)}</span>`
    };
  };
  return panel(
    {
      id: "traits",
      title,
      sub: t(
        "Mean in its own unit; below it the difference from all other customers in standard deviations",
        "原单位均值；下方为与其他客户的差异（标准差）"
      ),
      definition: defined("trait", c),
      body: tileTable(
        {
          caption: title,
          corner: t("Persona", "画像"),
          columns: features.map((one) => featureName(one.feature, c) + (one.state === "used" ? "" : "*")),
          rows: [
            {
              name: t("All customers", "全部客户"),
              cells: features.map(({feature, base_mean}) => ({value: 0, text: featureValue(feature, base_mean, c)}))
            },
            ...shown.map(({persona, traits: named}) => ({
              name: `${f.count(persona)} · ${personaName(named, c)}`,
              cells: features.map((one) => cell(persona, one))
            }))
          ],
          breaks
        },
        c
      ),
      note: html`${ramp(t("Difference, either way", "差异（不分方向）"), "0", "2+")}${
        features.some(({state}) => state !== "used") &&
        t(
          "* Too few are known by it or differ in it: described, not grouped by. ",
          "* 已知者或差异过少：仅作描述，不用于分组。"
        )
      }${t(
        "Groups were made to differ in these features; the numbers describe them, they prove no cause.",
        "分组本就依据这些特征；数字仅作描述，不代表因果。"
      )}`
    },
    c
  );
}
