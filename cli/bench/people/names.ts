import {weighted} from "../../../data/generator/weighted.ts";

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Common given names by falling frequency, each with the short forms that people use for it. */
const GIVEN = words(`
John:Jack/Jon Mary:Molly/Polly David:Dave Margaret:Maggie/Peggy/Meg Michael:Mike/Mick Susan:Sue/Susie James:Jim/Jamie Elizabeth:Liz/Beth/Betty Robert:Rob/Bob/Bobby
Patricia:Pat/Trish William:Will/Bill Christine:Chris/Tina Peter:Pete Barbara:Barb Paul Jean Andrew:Andy/Drew Sarah:Sally Mark Anne:Annie Thomas:Tom/Tommy Julie Richard:Rick/Dick
Catherine:Kate/Cathy/Kitty Christopher:Chris/Kit Jennifer:Jen/Jenny Stephen:Steve Karen Anthony:Tony Helen:Nell Daniel:Dan/Danny Emma:Em Kevin:Kev Linda Simon:Si Sandra:Sandy
Matthew:Matt Joanne:Jo Martin:Marty Jane:Janey Alan:Al Carol George Rachel:Rach Joseph:Joe Laura Edward:Ed/Ted/Ned Rebecca:Becky Brian Alison:Ali Benjamin:Ben Samantha:Sam Ian
Victoria:Vicky/Tori Jonathan:Jon/Johnny Amanda:Mandy Nicholas:Nick Deborah:Debbie/Deb Samuel:Sam Jacqueline:Jackie Timothy:Tim Charlotte:Charlie/Lottie Philip:Phil Hannah Graham
Olivia:Liv/Livvy Alexander:Alex/Sandy Amy Gary Sophie:Soph Patrick:Pat/Paddy Lucy Adam Emily:Em/Emmy Jacob:Jake Alice:Ali Luke Jessica:Jess/Jessie Henry:Harry/Hal Ruth Charles:Charlie/Chuck
Grace:Gracie Frederick:Fred/Freddie Frances:Fran/Fanny Joshua:Josh Eleanor:Ellie/Nell Nathan:Nate Dorothy:Dot/Dolly Harold:Harry Florence:Flo/Florrie Oliver:Ollie Isabella:Bella/Izzy
Gregory:Greg Millicent:Millie Leonard:Len/Lenny Katherine:Kat/Kathy Raymond:Ray Theresa:Tess/Terry Douglas:Doug Josephine:Josie/Jo Lawrence:Larry/Laurie Abigail:Abby/Gail Ronald:Ron/Ronnie
Natasha:Tash Dominic:Dom Philippa:Pippa Kenneth:Ken Bridget:Bridie Gerald:Gerry Gillian:Gill Sebastian:Seb Georgina:Georgie Maximilian:Max Rosemary:Rose/Rosie Francis:Frank Penelope:Penny
Rafael:Rafa Fatima Mohammed:Mo Aisha Ravi Priya Amir Leila Omar Yasmin Arjun Nadia Piotr Agnieszka:Aga Tomasz:Tomek Zofia:Zosia Wei Mei Liang Xiu Kofi Ama Kwame Abena Diego Lucia
Sean Siobhan Rhys Carys Ewan Morag Declan Niamh Gareth Bronwen Hamish Eilidh Finlay Catriona Owain Sioned Cormac Orla Idris Megan`).map(
  (entry) => {
    const [name, short] = entry.split(":");
    return {name: name!, short: short?.split("/") ?? []};
  }
);

/** Common family names by falling frequency; after them stand those that are put together of a beginning and an end. */
const COMMON = words(`
Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Patel Khan Lewis James Phillips Mason Mitchell
Rose Davis Rodgers Cox Alexander Marshall Price Allen Ward Hughes Edwards Harris Cooper Turner Hill Moore Parker King Baker Morris Watson Morgan Scott Young Bell Lee Adams Bennett Shaw
Murphy Richards Ellis Cook Carter Simpson Bailey Kelly Collins Gray Miller Murray Kaur Begum Singh Hussain Ali Ahmed Reid Stewart Campbell Anderson MacDonald Fraser Ross Byrne Doyle
Chapman Fox Webb Hunt Mills Knight Palmer Stevens Barnes Matthews Powell Butler Russell Holmes Graham Hamilton Johnston Fisher Gibson Wallace Kennedy Burke Nolan Nowak Kowalski Chen Wang`);
const BEGIN =
  words(`Ash Birk Black Brad Brack Burn Cal Chad Cold Cran Dal Dun East Elm Fair Farn Fen Ford Gar Glen Gold Grim
Had Hal Harring Hart Hather Hazel Hep Hethering High Hol Horn Hux Kirk Lang Law Led Ling Lock Long Marl Mid Mil Nether New North Oak Old Or Park Pem Pen Pick Pres Rad Red Ring Rother
Row Rush Sel Shel Sher Sils South Stan Stock Sut Thorn Thur Tor Under Up Wake Wal War Wash Wat West Whit Wil Win Wool Wor Yar`);
const END = words(
  `bourne bridge brook bury by caster combe cote dale den ditch don field fold gate ham hurst ing ington land ley low man mead mere more ridge shaw stead stone thorpe ton wall wick wood worth yard`
);

/** Put together, and spread so that no ending is the commonest: the step shares no factor with their number. */
const joined = END.flatMap((end) => BEGIN.map((begin) => begin + end));
const STEP = 1009;
const families = [...COMMON, ...joined.map((_, i) => joined[(i * STEP) % joined.length]!)];

/** How often a value comes by its rank, from 0: after Zipf and Mandelbrot. */
const zipf = (shift: number) => (rank: number) => 1 / (rank + shift);
const ranked = <T>(values: readonly T[], shift: number): ((uniform: number) => T) => {
  const choose = weighted(
    values.map((_, rank) => rank),
    zipf(shift)
  );
  return (uniform) => values[choose(uniform)]!;
};

export const familyName = ranked(families, 8);
export const givenName = ranked(
  GIVEN.map(({name}) => name),
  6
);

const shortForms = new Map(GIVEN.map(({name, short}) => [name, short]));
/** The short forms of a given name; none where it has none. */
export const shortFormsOf = (name: string): readonly string[] => shortForms.get(name) ?? [];
