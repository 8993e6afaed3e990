import type {Phrases} from "./phrases.ts";

export const ENGLISH: Phrases = {
  gap: " ",
  good: {
    delivery: [
      "It was at my door in two days.",
      "Delivery is always quick.",
      "Arrived a day early.",
      "Tracked all the way and on time."
    ],
    reply: [
      "I had an answer to my question within the hour.",
      "Customer care replied straight away.",
      "They wrote back on a Sunday, which I did not expect."
    ],
    price: [
      "Fair price for what you get.",
      "Cheaper than the department store and better.",
      "The sale prices are very good.",
      "Good value for money."
    ],
    quality: [
      "The {product} is lovely.",
      "Really happy with the {product}.",
      "Best {product} I have bought in years.",
      "The {ware} feels solid and well made.",
      "You can taste that the {tea} is fresh.",
      "Still using the {ware} every day."
    ],
    packaging: [
      "Beautifully wrapped.",
      "Everything packed in paper, no plastic.",
      "The box was so well packed that nothing could move.",
      "My present needed no extra wrapping."
    ],
    staff: [
      "The lady in the shop knew everything about oolong.",
      "Staff were kind and patient on the phone.",
      "Whoever packed this put a handwritten note in, thank you.",
      "Helpful people who know their stuff."
    ],
    range: [
      "I love the choice of teas.",
      "They have things nobody else has.",
      "Always something new to try.",
      "Good range of glasses in sizes I need."
    ]
  },
  bad: {
    damage: [
      "The {ware} arrived in pieces.",
      "Two of the {glass}s were smashed.",
      "Opened the box and the {ware} was cracked.",
      "Broken on arrival, for the second time.",
      "Everything inside was soaked and the {tea} is ruined.",
      "The parcel had clearly been dropped and half of it did not survive.",
      "Box crushed, {product} damaged."
    ],
    late: [
      "It took {days} days to arrive.",
      "My order came more than a week late.",
      "Missed the birthday it was meant for.",
      "Tracking stood still for {days} days.",
      "Promised in three days, came after {days}.",
      "The courier left it with a neighbour I do not know, {days} days late."
    ],
    reply: [
      "Waited two days for a reply.",
      "Nobody answered my e-mail until I rang.",
      "Three messages before anyone got back to me.",
      "Customer care kept sending the same standard answer.",
      "It took far too long to hear from support.",
      "Still waiting for someone to write back about my refund."
    ],
    price: [
      "Prices have gone up again.",
      "A bit dear compared with other shops.",
      "Shipping costs nearly as much as the tea.",
      "The {product} is overpriced.",
      "Free delivery should start lower."
    ],
    quality: [
      "The {product} is not what it used to be.",
      "The {tea} tasted stale.",
      "The {ware} stained after a week.",
      "The finish of the {ware} came off.",
      "It is nothing like the picture."
    ],
    packaging: [
      "Far too much plastic in the box.",
      "A huge box for one small tin.",
      "The {product} was rattling about with no padding.",
      "The tin was dented because the box is so thin."
    ],
    staff: [
      "The man on the till was rather short with me.",
      "I was passed from one person to the next.",
      "On the phone I was made to feel it was my fault."
    ],
    range: [
      "Half of what I wanted was out of stock.",
      "The {product} is never available.",
      "I wish you kept the old blends."
    ]
  },
  openers: {
    good: [
      "Third order and no complaints.",
      "Very pleased.",
      "Lovely little company.",
      "Bought as a present for my mother.",
      "I recommend you to everybody.",
      "Ordering again soon."
    ],
    bad: [
      "Sadly disappointed.",
      "I used to like this shop.",
      "Not good enough.",
      "First and last order.",
      "I had high hopes.",
      "To be honest I expected better."
    ]
  },
  closers: {
    good: ["Keep it up!", "Will be back.", "Thank you.", "Would buy again.", "10/10"],
    bad: [
      "Will think twice next time.",
      "I want my money back.",
      "Please sort this out.",
      "I have ordered elsewhere since.",
      "Not what I expect at this price."
    ]
  },
  but: ["A pity, though:", "Only one thing:", "On the other hand:", "Not so good:"],
  contact: ["Please ring me on {contact}.", "You can reach me at {contact}.", "Call me: {contact}"]
};
