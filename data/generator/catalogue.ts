/** One product of the sample shop; price and unit cost in pounds, price before tax. */
export interface Product {
  sku: string;
  title: string;
  type: string;
  /** What a Chinese-speaking customer calls this kind of thing. */
  chinese: string;
  vendor: string;
  price: number;
  cost: number;
  /** Relative popularity. */
  weight: number;
  /** SKU of the product most often bought with it. */
  companion: string | null;
}

type Shelf = [prefix: string, type: string, chinese: string, vendor: string, costShare: number, items: string];

/** Title, price and, after `>`, the companion; best sellers first on each shelf. */
const SHELVES: Shelf[] = [
  [
    "GRN",
    "Green tea",
    "绿茶",
    "Fernhill",
    0.36,
    `Dragonwell 100 g 14.5>POT2|Jasmine Pearls 80 g 12.9>POT3|Sencha 100 g 9.8
    |Gunpowder Green 125 g 6.9|Genmaicha 100 g 7.9>POT4|Matcha 30 g 17.5>KIT6|Mao Feng 75 g 13.4|Green Tin Trio 24`
  ],
  [
    "BLK",
    "Black tea",
    "红茶",
    "Fernhill",
    0.34,
    `Breakfast Loose 250 g 8.9>POT1|Earl Grey 125 g 7.6>POT1|Keemun 100 g 11.5
    |Lapsang 100 g 9.9|Assam 250 g 10.4|Darjeeling 100 g 12.6>GFT2|Ceylon 125 g 7.2|Decaf Black 125 g 8.1`
  ],
  [
    "OOL",
    "Oolong and herbal",
    "乌龙茶",
    "Fernhill",
    0.37,
    `Tieguanyin 100 g 15.8>POT2|Peppermint 50 g 5.2|Chamomile 40 g 5.6
    |Da Hong Pao 50 g 19.5>POT2|Rooibos 100 g 5.9|Lemon Ginger 60 g 5.4|Milk Oolong 75 g 13.9|Hibiscus 80 g 5.5`
  ],
  [
    "GLS",
    "Wine glasses",
    "红酒杯",
    "Kestrel",
    0.45,
    `Bordeaux Glass 9.5>KIT1|White Wine Glass 8.2>KIT1|Champagne Flute 8.8
    |Burgundy Glass 11.9>KIT2|Stemless Tumbler 5.9|Tasting Glass 6.4|Decanter 1.5 l 42|Port Glass 7.1`
  ],
  [
    "POT",
    "Teaware",
    "茶壶",
    "Aldermoor",
    0.42,
    `Stoneware Teapot 29.5>BLK1|Gaiwan 18.9>OOL1|Glass Teapot 26>GRN2|Kyusu 38>GRN3
    |Tea Cup Pair 16.5|Infuser Basket 7.8|Cast Iron Pot 54|Tea Tray 34`
  ],
  [
    "KIT",
    "Kitchen tools",
    "厨房用品",
    "Saltmarsh",
    0.48,
    `Glass Cloth 6.2|Corkscrew 12.8|Paring Knife 14.9|Oak Board 27.5>KIT3
    |Measuring Spoons 8.4|Bamboo Whisk 9.9>GRN6|Digital Scale 21|Linen Apron 24.5`
  ],
  [
    "STO",
    "Storage",
    "储物罐",
    "Saltmarsh",
    0.46,
    `Tea Caddy 11.5>BLK1|Clip Jar 1 l 7.9|Spice Tins 18|Bread Bin 36|Oil Bottle 9.4
    |Cork Jar 6.6|Caddy Spoon 4.9>STO1`
  ],
  [
    "GFT",
    "Gifts",
    "礼盒",
    "Aldermoor",
    0.44,
    `Tea Sampler Box 22.5|Honey Jar 6.8>BLK2|Wine Night Set 48|Afternoon Tea Box 39>GFT2
    |Gift Wrap 3.5|Ginger Biscuits 5.8>BLK1`
  ]
];

function products([prefix, type, chinese, vendor, costShare, items]: Shelf): Product[] {
  return items.split("|").map((item, index) => {
    const [, title, price, companion] = item.trim().match(/^(.+) ([\d.]+)(?:>(\w+))?$/)!;
    const wobble = 0.9 + ((index * 7) % 5) * 0.05;
    return {
      sku: `${prefix}${index + 1}`,
      title: title!,
      type,
      chinese,
      vendor,
      price: Number(price),
      cost: Number((Number(price) * costShare * wobble).toFixed(2)),
      weight: 1 / (index + 1.5),
      companion: companion ?? null
    };
  });
}

export const CATALOGUE: readonly Product[] = SHELVES.flatMap(products);
export const TYPES: readonly string[] = SHELVES.map(([, type]) => type);
export const bySku: ReadonlyMap<string, Product> = new Map(CATALOGUE.map((product) => [product.sku, product]));
