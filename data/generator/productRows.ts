import {CATALOGUE} from "./catalogue.ts";

/** Header of a Shopify product export, cut to the columns a warehouse reads. */
export const PRODUCT_HEADER = ["Handle", "Title", "Vendor", "Type", "Variant SKU", "Variant Price", "Cost per item"];

/** One row per product: prices and unit costs in pounds, before tax. */
export function productRows(): string[][] {
  return CATALOGUE.map(({title, vendor, type, sku, price, cost}) => [
    title.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    title,
    vendor,
    type,
    sku,
    price.toFixed(2),
    cost.toFixed(2)
  ]);
}
