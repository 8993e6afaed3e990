import {expect, test} from "vitest";
import {footer} from "../../../dashboards/shell/footer.ts";
import {head} from "../../../dashboards/shell/head.ts";
import {header} from "../../../dashboards/shell/header.ts";
import {bare, inLanguage, langOf, relativeFile} from "../../../dashboards/shell/paths.ts";
import type {SiteFacts} from "../../../dashboards/shell/siteFacts.ts";

const both = (text: string) => ({en: text, zh: `中${text}`});
const site: SiteFacts = {
  product: "Perennial",
  company: both("Tea & Co"),
  asOf: "2026-06-24",
  currency: "GBP",
  description: both("Customers."),
  freshness: both("Loaded today."),
  privacy: both('No "names" </style>.'),
  nav: [
    {entries: [{path: "/", label: both("Overview")}]},
    {
      name: both("Customers"),
      entries: [
        {path: "/customers", label: both("Customers"), count: 1146},
        {path: "/segments", label: both("Segments")}
      ]
    },
    {name: both("Growth"), entries: [{path: "/pipeline", label: both("Pipeline")}]}
  ],
  publishedPaths: ["/", "/customers"]
};

test("the navigation lists only pages that exist, and no empty group", () => {
  const drawn = header(site, {path: "/"});
  expect(drawn).toContain('href="/customers"');
  expect(drawn).toContain("1,146");
  expect(drawn).not.toContain("Segments");
  expect(drawn).not.toContain("Growth");
});

test("the current page is marked once, and a page below it marks its parent", () => {
  expect(header(site, {path: "/index"}).match(/aria-current="page"/g)).toHaveLength(1);
  expect(header(site, {path: "/customers/c-1"})).toContain('href="/customers" aria-current="true"');
});

test("the language link leads to the same page, named in its own language", () => {
  expect(header(site, {path: "/customers"})).toContain('href="/zh/customers" lang="zh-CN" hreflang="zh-CN"');
  expect(header(site, {path: "/zh/customers"})).toMatch(/href="\/customers" lang="en"[^>]*>English</);
});

test("the search form names its file relative to the page", () => {
  expect(header(site, {path: "/zh/customers"})).toContain('action="./customers.html"');
  expect(relativeFile("/zh/customers/c-1", "/zh/customers")).toBe("../customers.html");
  expect(relativeFile("/cohorts", "/")).toBe("./index.html");
});

test("paths and languages go to and fro", () => {
  expect([langOf("/zh"), langOf("/zh/x"), langOf("/zhou")]).toEqual(["zh", "zh", "en"]);
  expect([bare("/zh/cohorts"), bare("/zh/index"), bare("/index"), bare("/")]).toEqual(["/cohorts", "/", "/", "/"]);
  expect(inLanguage("zh", "/cohorts")).toBe("/zh/cohorts");
});

test("what Framework is given is one line, in the language of the path", () => {
  for (const part of [header, footer, head]) {
    expect(part(site, {path: "/zh/customers"})).not.toMatch(/\n/);
  }
  expect(header(site, {path: "/zh/"})).toContain("跳到正文");
  expect(footer(site, {path: "/zh/"})).toContain("中No");
});

test("the margin boxes of paper carry the facts of the build and cannot end the style element", () => {
  const drawn = head(site, {path: "/customers"});
  expect(drawn).toContain('"As of 24 Jun 2026"');
  expect(drawn).toContain('"Perennial · Tea & Co · customer report"');
  expect(drawn.match(/<\/style>/g)).toHaveLength(1);
  expect(drawn).toContain('content:"No \\22 names\\22  \\3c /style>."');
});
