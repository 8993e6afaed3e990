import {defineConfig} from "perennial";

/** The sample company: a shop (Shopify), a help desk (Zendesk) and a survey (Qualtrics), exported as those systems do. */
export default defineConfig({
  company: {name: "Harbour & Vine", zone: "Europe/London", currency: "GBP"},
  sources: {
    shop_orders: {
      kind: "orders",
      files: "data/exports/shop/orders_*.csv",
      map: {
        order_id: "Name",
        email: "Email",
        ordered_at: "Created at",
        discount: "Discount Amount",
        country: "Shipping Country",
        sales_channel: "Source"
      },
      cancelled: `"Cancelled at" is not null or "Financial Status" = 'voided'`,
      // Shopify pays back tax and shipping with the goods; revenue knows only the goods.
      derive: {
        total: `"Total"`,
        tax: `"Taxes"`,
        refunded: `round(try_cast("Refunded Amount" as decimal(18, 4)) * try_cast("Subtotal" as double) / nullif(try_cast("Total" as double), 0), 2)`
      },
      set_aside: {"further lines of an order": `"Financial Status" is null`}
    },
    shop_lines: {
      kind: "order_lines",
      files: "data/exports/shop/orders_*.csv",
      fill_down: ["Name"],
      map: {
        order_id: "Name",
        product_id: "Lineitem sku",
        product_name: "Lineitem name",
        quantity: "Lineitem quantity",
        unit_price: "Lineitem price"
      },
      set_aside: {
        "order exported twice in one file": `count("Financial Status") over (partition by "Name" order by row rows between unbounded preceding and current row) > 1`
      }
    },
    shop_customers: {
      kind: "customers",
      files: "data/exports/shop/customers.csv",
      map: {
        customer_key: "Customer ID",
        email: "Email",
        phone: "Phone",
        city: "Default Address City",
        country: "Default Address Country Code",
        accepts_marketing: "Accepts Email Marketing"
      },
      derive: {
        customer_name: `"First Name" || ' ' || "Last Name"`,
        acquisition_channel: `nullif(replace(regexp_extract("Tags", 'channel:([a-z-]+)', 1), '-', ' '), '')`
      }
    },
    shop_products: {
      kind: "products",
      files: "data/exports/shop/products.csv",
      map: {
        product_id: "Variant SKU",
        product_name: "Title",
        category: "Type",
        list_price: "Variant Price",
        unit_cost: "Cost per item"
      }
    },
    helpdesk: {
      kind: "tickets",
      files: "data/exports/helpdesk/tickets.csv",
      zone: "UTC",
      map: {
        ticket_id: "Id",
        email: "Requester email",
        opened_at: "Created at",
        solved_at: "Solved at",
        ticket_status: "Status",
        ticket_channel: "Via",
        category: "Category [list]",
        satisfaction: "Satisfaction Score"
      }
    },
    survey: {
      kind: "feedback",
      files: "data/exports/survey/nps_*.csv",
      header: 3,
      map: {
        response_id: "ResponseId",
        email: "RecipientEmail",
        answered_at: "RecordedDate",
        score: "Q1",
        comment: "Q2",
        answer_language: "UserLanguage"
      },
      derive: {survey: `'NPS ' || left("RecordedDate", 4) || ' Q' || quarter(try_cast("RecordedDate" as date))`},
      fixed: {instrument: "nps"},
      set_aside: {preview: `"Status" = 'Survey Preview'`, unfinished: `"Finished" = 'False'`}
    }
  },
  rfm: {window_days: 365},
  churn: {calls_per_day: 12},
  publish: {pseudonym_key: "harbour-and-vine-sample"}
});
