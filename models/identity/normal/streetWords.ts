const pairs = (text: string) => new Map(text.split(" ").map((pair) => pair.split(":") as [string, string]));

/**
 * Usual words of street names and how they are written short, in lower-case ASCII; the short form stands for every spelling (saint
 * and street are both st). After USPS Publication 28, appendix C, with the words of other countries.
 */
export const shortWords = pairs(
  "street:st saint:st str:str strasse:str straat:str road:rd avenue:ave av:ave avenida:ave avda:ave boulevard:blvd boul:blvd bd:blvd " +
    "drive:dr lane:ln court:ct place:pl platz:pl plaza:plz square:sq terrace:ter highway:hwy parkway:pkwy pky:pkwy circle:cir crescent:cres " +
    "close:cl gardens:gdns grove:grv gr:grv mount:mt mountain:mtn north:n south:s east:e west:w northeast:ne northwest:nw southeast:se " +
    "southwest:sw trail:trl turnpike:tpke wy:way expressway:expy junction:jct heights:hts point:pt bridge:brg center:ctr centre:ctr " +
    "first:1st second:2nd third:3rd fourth:4th fifth:5th sixth:6th seventh:7th eighth:8th ninth:9th tenth:10th " +
    "chemin:ch route:rte impasse:imp allee:all calle:c piazza:pza rua:r"
);

/** Words before the number of a part of a building. */
export const unitWords = new Set(
  "apt apartment unit suite ste flat floor fl room rm building bldg level door".split(" ")
);

/** Words before a house number. */
export const numberWords = new Set("no nr num number numero".split(" "));
