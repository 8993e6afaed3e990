import type {Context} from "../../context.ts";
import type {AudienceRow} from "./rows.ts";

/** "e-mail", with which an audience is reached. */
export const channelName = (channel: AudienceRow["channel"], {t}: Pick<Context, "t">): string =>
  ({
    email: t("e-mail", "邮件"),
    phone: t("phone", "电话"),
    text: t("text message", "短信"),
    none: t("no channel", "不限渠道")
  })[channel];

/** Why members are not reached: "12 refused, 30 never asked". The list beside it holds the reach of each member, so no part is withheld. */
export function leftOutWords(row: AudienceRow, c: Context): string {
  const {t, f} = c;
  const names = [
    t("refused", "已拒绝"),
    t("without an address", "无联系方式"),
    t("with too many messages lately", "近期消息过多"),
    t("never asked", "从未表态")
  ];
  const sizes = [row.refused, row.no_address, row.pressed, row.no_answer];
  return sizes.flatMap((n, i) => (n === 0 ? [] : [`${f.count(n)} ${names[i]}`])).join(t(", ", "，"));
}
