import {bare, joined, lines} from "./cells.ts";
import {preset, type Preset} from "./preset.ts";
import {shopifyOrders} from "./shopifyOrders.ts";

const customers = preset({
  name: "shopify-customers",
  system: "Shopify",
  export: "Customers → Export",
  evidence: "seen",
  columns: {
    "Customer ID": [],
    "First Name": [],
    "Last Name": [],
    Email: [],
    "Accepts Email Marketing": ["Accepts Marketing"],
    "Default Address Company": ["Company"],
    "Default Address Address1": ["Address1"],
    "Default Address Address2": ["Address2"],
    "Default Address City": ["City"],
    "Default Address Province Code": ["Province Code", "Province"],
    "Default Address Country Code": ["Country Code", "Country"],
    "Default Address Zip": ["Zip"],
    "Default Address Phone": [],
    Phone: [],
    "Accepts SMS Marketing": [],
    "Total Spent": [],
    "Total Orders": [],
    Note: [],
    "Tax Exempt": [],
    Tags: []
  },
  needs: ["First Name", "Last Name", "Email", "Accepts Email Marketing"],
  mode: "snapshot",
  parts: {
    customers: {
      kind: "customers",
      map: {
        email: "Email",
        given_name: "First Name",
        family_name: "Last Name",
        company: "Default Address Company",
        postal_code: "Default Address Zip",
        city: "Default Address City",
        region: "Default Address Province Code",
        country: "Default Address Country Code",
        accepts_marketing: "Accepts Email Marketing"
      },
      derive: {
        // Exports of before 2022 have no id; orders know their customer by e-mail anyway.
        customer_key: `coalesce("Customer ID", lower(trim("Email")), ${bare("Phone")})`,
        customer_name: `coalesce(${joined("First Name", "Last Name")}, "Default Address Company")`,
        phone: `coalesce(${bare("Phone")}, ${bare("Default Address Phone")})`,
        street: lines("Default Address Address1", "Default Address Address2")
      },
      set_aside: {
        "record without id, e-mail and phone": `coalesce("Customer ID", "Email", ${bare("Phone")}) is null`
      }
    }
  }
});

/** Of a product's rows only the first says what all of them share. */
const ofProduct = (column: string) => `max("${column}") over (partition by "Handle")`;
const option = (n: number) => `nullif("Option${n} Value", 'Default Title')`;
const options = `nullif(concat_ws(' / ', ${[1, 2, 3].map(option).join(", ")}), '')`;

const products = preset({
  name: "shopify-products",
  system: "Shopify",
  export: "Products → Export",
  evidence: "seen",
  columns: {
    Handle: ["URL handle"],
    Title: [],
    "Body (HTML)": ["Description"],
    Vendor: [],
    "Product Category": [],
    Type: [],
    Tags: [],
    Published: ["Published on online store"],
    "Option1 Name": [],
    "Option1 Value": [],
    "Option2 Name": [],
    "Option2 Value": [],
    "Option3 Name": [],
    "Option3 Value": [],
    "Variant SKU": ["SKU"],
    "Variant Price": ["Price"],
    "Variant Compare At Price": ["Compare-at price"],
    "Cost per item": [],
    "Image Src": ["Product image URL"],
    Status: []
  },
  needs: ["Handle", "Title", "Variant SKU", "Variant Price"],
  mode: "snapshot",
  parts: {
    products: {
      kind: "products",
      map: {product_id: "Variant SKU", list_price: "Variant Price", unit_cost: "Cost per item"},
      derive: {
        // As order lines name it: the title and the choices of the variant.
        product_name: `concat_ws(' - ', ${ofProduct("Title")}, ${options})`,
        category: `coalesce(${ofProduct("Type")}, ${ofProduct("Product Category")})`
      },
      set_aside: {
        "further picture of a product": `"Variant SKU" is null and "Variant Price" is null`,
        // Order lines have nothing but the SKU to find a product by.
        "variant without SKU": `${bare("Variant SKU")} is null`
      }
    }
  }
});

export const shopify: Preset[] = [shopifyOrders, customers, products];
