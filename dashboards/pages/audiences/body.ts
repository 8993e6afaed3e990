import {empty, grid, html, oneLine, pageHead, panel, type Html} from "../../components/index.ts";
import type {Context} from "../../context.ts";
import {audienceTable} from "./audienceTable.ts";
import {finding} from "./finding.ts";
import {definitionOf} from "../glossary/definitionOf.ts";
import {actions as words} from "../glossary/terms/actions.ts";
import type {AudienceData} from "./rows.ts";

/** The page from top to bottom. */
export function body(title: string, data: AudienceData, c: Context): string {
  const {t} = c;
  if (!data.audiences.length)
    return oneLine([
      pageHead({title, finding: t("No audience is saved yet.", "尚未保存任何受众。")}),
      empty({
        title: t("Save a rule, and its customers are a list", "保存一条规则即得到一份名单"),
        text: html`${t("Name a rule over the columns of a customer under ", "请在 perennial.config.ts 的 ")}<code>audiences</code>${t(" in perennial.config.ts, such as ", " 下命名一条规则，例如 ")}<code
            >{name: "quiet_best", en: "…", zh: "…", where: {segment: "cannot_lose"}}</code
          >${t(", then run ", "，再运行 ")}<code>perennial run</code>${t(".", "。")}`
      })
    ]);
  return oneLine([
    pageHead({title, finding: finding(data.audiences, c)}),
    grid(
      panel(
        {
          id: "lists",
          long: true,
          title: t("How large is each list, and whom may we reach?", "每份名单有多大，可以触达谁？"),
          sub: t(
            "Customers who meet the rule as of the build; revenue of the last 365 days; the past by today's rule on what was known at each month's end",
            "截至构建时符合规则的客户；近 365 天收入；历史为以今日规则套用各月末所知"
          ),
          body: audienceTable(data, c),
          note: t(
            "Whoever refused the channel, has no address for it, was never asked, or has had as many messages as the configuration allows is in the list, but is not written to.",
            "已拒绝该渠道、没有联系方式、从未表态或消息已达上限的客户在名单内，但不会被发送。"
          ),
          definition: definitionOf(words, "reachable", c)
        },
        c
      )
    ),
    grid([howToSend(c), howToMeasure(c)])
  ]);
}

const howToSend = ({t}: Context): Html =>
  panel({
    id: "send",
    span: 6,
    title: t("How does a list get into our tools?", "名单如何进入各工具？"),
    body: html`<p><code>perennial export audience NAME --for hubspot --personal --control 0.1</code></p>
      <p>
        ${t(
          "It writes a CSV for the import of Zoho CRM, 纷享销客, HubSpot or Mailchimp. Names and addresses are in it only with --personal; without, pseudonyms.",
          "生成可导入 Zoho CRM、纷享销客、HubSpot 或 Mailchimp 的 CSV。仅在使用 --personal 时包含姓名与联系方式，否则为假名。"
        )}
      </p>`
  });

const howToMeasure = ({t, href}: Context): Html =>
  panel({
    id: "measure",
    span: 6,
    title: t("How do we learn whether it worked?", "如何得知是否有效？"),
    body: html`<p>
      ${t(
        "The control group is drawn at random, is the same at every sending and gets nothing. The warehouse remembers who was sent and who was held back; the next builds compare what both buy. ",
        "对照组随机抽取，每次发送保持一致且不接收任何内容。仓库会记住发送与保留的名单，之后的构建将比较两组的购买。 "
      )}
      <a href="${href("/campaigns")}">${t("Effects of campaigns", "活动效果")}</a>
    </p>`
  });
