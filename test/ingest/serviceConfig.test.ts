import {describe, expect, it} from "vitest";
import {parseConfig} from "../../ingest/project.ts";
import {serviceSettings} from "../../models/serviceSettings.ts";

const parse = (given: object) =>
  parseConfig(
    {
      company: {name: "C", currency: "GBP", zone: "Europe/London"},
      sources: {shop: {kind: "customers", files: "shop.csv"}},
      ...given
    },
    "config"
  );
const service = (given: object) => parse({service: given}).service;

describe("the service desk", () => {
  it("works Monday to Friday from nine to six in the company's zone without being told", () => {
    const {service: settings} = serviceSettings(parse({}));
    const nine = [["09:00", "18:00"]];
    expect(settings.calendars).toEqual([
      {
        zone: "Europe/London",
        from: null,
        to: null,
        hours: {mon: nine, tue: nine, wed: nine, thu: nine, fri: nine},
        holidays: [],
        exceptions: {}
      }
    ]);
    expect(settings.targets).toEqual([]);
  });

  it("has versions of its calendar, one after the other", () => {
    const calendars = [{to: "2025-06-30"}, {from: "2025-07-01", zone: "Asia/Shanghai"}];
    expect(service({calendars}).calendars.map(({from, to, zone}) => [from, to, zone])).toEqual([
      [null, "2025-06-30", null],
      ["2025-07-01", null, "Asia/Shanghai"]
    ]);
  });

  it("takes words without the blanks around them", () => {
    expect(service({waiting_statuses: [" Parked "], priorities: {high: ["vip "]}})).toMatchObject({
      waiting_statuses: ["Parked"],
      priorities: {high: ["vip"]}
    });
  });

  it.each([
    [
      "versions that overlap",
      {calendars: [{to: "2025-07-01"}, {from: "2025-07-01"}]},
      "service.calendars.1: overlaps calendar 1, which holds until 2025-07-01; end it on the day before this one begins"
    ],
    [
      "two versions without an end",
      {calendars: [{}, {from: "2025-07-01"}]},
      "service.calendars.1: overlaps calendar 1, which has no end; end it on the day before this one begins"
    ],
    [
      "a version that ends before it begins",
      {calendars: [{from: "2025-07-02", to: "2025-07-01"}]},
      "service.calendars.0: ends on 2025-07-01, before it begins on 2025-07-02"
    ],
    [
      "a zone that does not exist",
      {calendars: [{zone: "Europe/Londn"}]},
      'service.calendars.0.zone: unknown time zone "Europe/Londn"; use an IANA name such as Europe/London'
    ],
    [
      "pieces of a day that overlap",
      {
        calendars: [
          {
            hours: {
              mon: [
                ["09:00", "12:00"],
                ["11:00", "18:00"]
              ]
            }
          }
        ]
      },
      "service.calendars.0.hours.mon: the pieces of a day follow one another without overlap"
    ],
    [
      "a piece that ends before it begins",
      {calendars: [{hours: {mon: [["18:00", "09:00"]]}}]},
      "service.calendars.0.hours.mon.0: a piece of the day ends after it begins; hours past midnight belong to the next day"
    ],
    [
      "a second target of a priority",
      {
        targets: [
          {priority: "high", first_reply_minutes: 60},
          {priority: "high", resolution_minutes: 60}
        ]
      },
      "service.targets.1.priority: a second target for high tickets; keep one"
    ],
    [
      "a target without minutes",
      {targets: [{priority: "high"}]},
      "service.targets.0: a target without minutes promises nothing; give first_reply_minutes, resolution_minutes or both"
    ],
    [
      "a state that both waits and is on hold",
      {waiting_statuses: ["Parked"], hold_statuses: [" parked "]},
      'service.hold_statuses: "parked" stands in waiting_statuses too; a word means one thing, so keep it in one of them'
    ],
    [
      "a word for two priorities",
      {priorities: {urgent: ["vip"], low: ["VIP"]}},
      'service.priorities.low: "VIP" stands in priorities.urgent too; a word means one thing, so keep it in one of them'
    ]
  ])("refuses %s", (_, given, message) => {
    expect(() => service(given)).toThrow(message);
  });
});

it("themes are named, and each in both languages with its terms", () => {
  const theme = {theme: "delivery", en: "Delivery", zh: "配送", terms: ["late", "快递"]};
  expect(parse({feedback: {themes: [theme]}}).feedback.themes).toEqual([{...theme, sub: []}]);
  expect(() => parse({feedback: {themes: [{...theme, sub: [theme]}]}})).toThrow(
    'feedback.themes: two themes are named "delivery"; give each a name of its own'
  );
  expect(() => parse({feedback: {themes: [{...theme, terms: []}]}})).toThrow("feedback.themes.0.terms");
});
