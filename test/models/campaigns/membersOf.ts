import {group} from "d3";
import {who} from "./campaignWarehouse.ts";
import {dayOf, daylong, isoDay, noon, windowDays, type Touch, type World} from "./randomCampaigns.ts";

/** The members of campaigns by brute force over every touch and order: what int_campaign_member must say. */
export function membersOf({begins, touches, orders}: World) {
  const sentAt = (touch: Touch) => touch.at ?? begins(touch.campaign) ?? null;
  const known = touches.filter(({customer}) => customer !== null);
  const past = known.filter((touch) => (sentAt(touch) ?? 0) <= noon);
  const byMember = group(past, ({campaign, customer}) => `${campaign} ${customer}`);
  const members = [...byMember.values()].map((own) => {
    const {campaign, customer} = own[0]!;
    const times = own.map(sentAt).filter((at) => at !== null);
    const at = times.length ? Math.min(...times) : null;
    const day = at === null ? null : dayOf(at);
    const arms = new Set(own.map(({arm}) => arm));
    const treated = own.filter(({arm}) => arm === "treated");
    const versions = [...new Set(treated.map(({version}) => version?.trim()).filter(Boolean))];
    const counted = (touch: Touch, answered: number | null) => {
      const sent = sentAt(touch);
      return answered !== null && answered <= noon && (sent === null || dayOf(answered) >= dayOf(sent));
    };
    const theirs = orders.filter((order) => order.customer === customer && !order.isCancelled);
    const after = at === null ? [] : theirs.filter((order) => order.at >= at && dayOf(order.at) - day! <= windowDays);
    const earlier = at === null ? [] : theirs.filter((order) => order.at < at);
    const year = earlier.filter((order) => day! - dayOf(order.at) < 365);
    const lastDay = earlier.length ? Math.max(...earlier.map((order) => dayOf(order.at))) : null;
    const ago = lastDay === null ? null : day! - lastDay;
    const sum = (list: typeof orders) => list.reduce((total, order) => total + order.cents, 0);
    return {
      campaign_id: campaign,
      customer_id: who(customer!),
      arm: arms.size === 2 ? "both" : [...arms][0]!,
      version: versions.length === 1 ? versions[0]! : null,
      has_versions: versions.length > 1,
      touches: own.length,
      sent_on: day === null ? null : isoDay(day),
      is_over: day !== null && day + windowDays < dayOf(noon),
      is_opened: treated.some((touch) => counted(touch, touch.openedAt)),
      is_clicked: treated.some((touch) => counted(touch, touch.clickedAt)),
      is_reached: own.some((touch) =>
        [touch.openedAt, touch.clickedAt, touch.deliveredAt].some((x) => counted(touch, x))
      ),
      has_ordered: after.length > 0,
      orders: after.length,
      revenue: sum(after),
      had_ordered: earlier.some((order) => day! - dayOf(order.at) <= windowDays),
      orders_before: year.length,
      revenue_before: sum(year),
      recency_band: ago === null ? "never" : ago <= 90 ? "days_0_90" : ago <= 365 ? "days_91_365" : "days_over_365",
      frequency_band: ["orders_0", "orders_1", "orders_2_3", "orders_2_3"][year.length] ?? "orders_4_more"
    };
  });
  return members.map((member) => ({
    ...member,
    is_overlapping: members.some(
      (other) =>
        other.customer_id === member.customer_id &&
        other.campaign_id !== member.campaign_id &&
        other.arm !== "control" &&
        other.sent_on !== null &&
        member.sent_on !== null &&
        Math.abs(Date.parse(other.sent_on) - Date.parse(member.sent_on)) / daylong <= windowDays
    )
  }));
}
