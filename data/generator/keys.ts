/** How the systems number customer `index`, from 0; Shopify's own number is drawn with the customer. */

export const cardNumber = (index: number): string => `HV${String(index + 1).padStart(6, "0")}`;
export const requesterKey = (index: number): string => String(18_400_000_000 + index * 17 + 3);
export const audienceKey = (index: number): string => `e${(0x1a2b3c0 + index * 7).toString(16).padStart(9, "0")}`;
export const payerKey = (index: number): string => `cus_HV${(index + 46_656).toString(36)}`;
