import type {ModelCard} from "../../components/modelCard.ts";
import type {Context} from "../../context.ts";

/** The folder of the card's files, under the site's `data/`. */
export const cardFolder = "churn";

/** The card as files: for people in the page's language, for programs with all numbers. */
export function cardLinks({lang, t}: Context): ModelCard["files"] {
  const folder = `${lang === "zh" ? "../" : "./"}data/${cardFolder}`;
  const about = t("model card", "模型卡");
  return [
    {name: "Markdown", href: `${folder}/card-${lang}.md`, about},
    {name: "JSON", href: `${folder}/card.json`, about}
  ];
}
