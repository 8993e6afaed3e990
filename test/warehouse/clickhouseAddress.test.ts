import {expect, it} from "vitest";
import {clickhouseAddress, isClickHouse} from "../../warehouse/clickhouse/address.ts";

it.each([
  ["clickhouse://node1", {nodes: ["http://node1:8123"], user: "default", password: "", database: "perennial"}],
  [
    "clickhouse://shop@node1:9123,node2/harbour_vine",
    {nodes: ["http://node1:9123", "http://node2:8123"], user: "shop", password: "secret", database: "harbour_vine"}
  ],
  [
    "clickhouses://a%40b:p%2Fw@[::1],10.0.0.2:443/",
    {nodes: ["https://[::1]:8443", "https://10.0.0.2:443"], user: "a@b", password: "p/w", database: "perennial"}
  ]
])("%s", (text, address) => {
  const env = text.includes("shop") ? {PERENNIAL_CLICKHOUSE_PASSWORD: "secret"} : {};
  expect(clickhouseAddress(text, env)).toEqual(address);
});

it.each([
  [
    "clickhouse:node1",
    /is no address; write e\.g\. clickhouse:\/\/perennial@node1:8123,node2:8123\/perennial, and a password with/
  ],
  ["clickhouse://", /is no address/],
  ["clickhouse://a@b@c/d", /is no address/],
  ["clickhouse://node1/Shop", /names the database "Shop"; use lower case letters, digits and _$/],
  ['clickhouse://node1/shop"; drop database x', /names the database/],
  [
    "clickhouse://node1/shop_v2",
    /names the database "shop_v2", as those are called that belong to another; take another name$/
  ],
  ["clickhouse://node1,,node2/shop", /names the host ""; write host:port$/],
  ["clickhouse://node 1/shop", /names the host "node 1"/],
  ["clickhouse://node1,node1:8123/shop", /names a host twice$/]
])("%s is refused", (text, why) => {
  expect(() => clickhouseAddress(text, {})).toThrow(why);
});

it("a path is no address, whatever it is called", () => {
  expect(["data/clickhouse.duckdb", "/clickhouse://x", "C:\\clickhouse.duckdb"].map(isClickHouse)).toEqual([
    false,
    false,
    false
  ]);
});
