import {expect, it} from "vitest";
import {locale} from "../../../dashboards/format/locale.ts";
import {offersPanel} from "../../../dashboards/pages/customers/profile/offers.ts";
import {late, prospect, viewOf} from "./customers/people.ts";

const en = locale("en", "GBP");
const zh = locale("zh", "GBP");
const text = (markup: unknown): string =>
  String(markup)
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u00a0]+/g, " ");

it("a profile says what to offer, what that is to the customer, and how likely it is bought", () => {
  const panel = text(offersPanel(viewOf(late), en));
  expect(panel).toContain("Probability to buy within 60 days, offered or not");
  expect(panel).toContain("Breakfast Loose 250 g again 21.2%");
  expect(panel).toContain("Glass Cloth new category; bought Bordeaux Glass 3.1%");
  expect(panel).toContain("Kyusu dearer than usual –");
  expect(text(offersPanel(viewOf(late), zh))).toContain("Glass Cloth 新类别；曾购 Bordeaux Glass");
});

it("nothing is said of offers where nothing was bought", () => {
  expect(offersPanel(viewOf(prospect), en)).toBe(false);
});
