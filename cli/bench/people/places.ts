import {weighted} from "../../../data/generator/weighted.ts";
import type {Draws} from "./draws.ts";

/** Where somebody lives: a real or an invented place, a postal code of the right form that need not exist. */
export interface Home {
  street: string;
  postcode: string;
  city: string;
  country: string;
}

/** Large cities with the area of their postal codes and their weight. */
const LARGE =
  `London:E:9 London:SW:8 London:N:6 Birmingham:B:6 Manchester:M:5 Leeds:LS:4 Glasgow:G:4 Sheffield:S:3 Bradford:BD:3 Liverpool:L:3 Edinburgh:EH:3 Bristol:BS:3 Cardiff:CF:2
Leicester:LE:2 Coventry:CV:2 Nottingham:NG:2 Newcastle:NE:2 Sunderland:SR:1.5 Brighton:BN:1.5 Hull:HU:1.5 Plymouth:PL:1.5 Derby:DE:1.5 Southampton:SO:1.5 Portsmouth:PO:1.5 Norwich:NR:1
Oxford:OX:1 Cambridge:CB:1 York:YO:1 Exeter:EX:1 Swansea:SA:1 Dundee:DD:1 Aberdeen:AB:1 Belfast:BT:1.5 Reading:RG:1 Preston:PR:1 Bath:BA:0.7 Dublin:D:2 Cork:T:0.8`
    .split(/\s+/)
    .map((entry) => {
      const [city, area, weight] = entry.split(":");
      return {
        city: city!,
        area: area!,
        country: /^(D|T)$/.test(area!) ? "Ireland" : "United Kingdom",
        weight: Number(weight)
      };
    });

const BEGIN =
  "Ald Barn Beck Bos Brid Chel Chip Dor Dray Far Gains Hax Ilk Kes Leo Mal Nant Ot Pet Ripp Sand Tad Ux Wem".split(" ");
const END = "borough bridge combe ford ham leigh minster mouth port stow ton well".split(" ");
const AREAS = "CA CH CM CT DN DT EN GL GU HG HR IP KT LA LN ME MK NN OL PE RH SG SN ST SY TA TN TQ WF WR".split(" ");

/** Small towns, each of which hardly counts. */
const SMALL = BEGIN.flatMap((begin, b) =>
  END.map((end, e) => {
    const rank = b * END.length + e;
    return {
      city: begin + end,
      area: AREAS[(b * 7 + e) % AREAS.length]!,
      country: "United Kingdom",
      weight: 30 / (rank + 40)
    };
  })
);

const place = weighted([...LARGE, ...SMALL], ({weight}) => weight);
const STREETS =
  `Abbey Albert Alder Ash Beech Birch Bridge Canal Castle Cedar Chapel Cherry Chestnut Church Clarence Cross Dock Elm Field Garden George Glebe Grange Green Grove Harbour Hawthorn
Hazel High Hill Holly King Lime Linden London Maple Market Meadow Mill Mount New North Oak Orchard Park Poplar Priory Prospect Queen Railway Rectory River Rose Rowan School Spring Stanley
Station Sycamore Tannery Tudor Union Vicarage Victoria Vine Walnut Water Wellington West Willow Windsor Wood York`.split(
    /\s+/
  );
const ROADS = ["Road", "Street", "Avenue", "Lane", "Close", "Drive", "Court", "Way", "Terrace", "Crescent"];
const LETTERS = [..."ABDEFGHJLNPQRSTUWXYZ"];

export function homeOf(draws: Draws): Home {
  const {city, area, country} = place(draws.next());
  const code = `${area}${1 + draws.below(19)} ${draws.below(10)}${draws.pick(LETTERS)}${draws.pick(LETTERS)}`;
  const number = 1 + Math.floor(draws.next() ** 2 * 180);
  const flat = draws.chance(0.12) ? `Flat ${1 + draws.below(20)}, ` : "";
  return {street: `${flat}${number} ${draws.pick(STREETS)} ${draws.pick(ROADS)}`, postcode: code, city, country};
}
