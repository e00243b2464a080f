import { chose, choseAll, english, type Voice } from "./voice.ts";

export const visioningEnglishTwo: Voice[] = [
  english(6, {
    ordinary_day:
      "I walk over after breakfast to see what needs picking. A boy who never speaks helps me carry water. We have done this for a year, and last week he told me the name of his rabbit.",
    keep: "The unhurried way people talk over fences. Where I grew up you had to make an appointment.",
    values: choseAll("nature", "mutual_help", "quiet"),
    value_story:
      "A storm took down a branch of the lime. By evening it had been sawn, stacked and swept, and I could not find anyone who had organised it.",
    influence: 6,
    places_used: "The river, the post office, the garden of the house whenever the gate is open.",
    first_space: chose("garden"),
    could_share: choseAll("time", "money"),
    hours_month: 12,
    fair_costs:
      "Let each household write a figure on a folded paper, add them up, and go round again until it covers the bill. We did so in a meeting house in Ohio for thirty years.",
    disagreement:
      "Two gardeners, one hose. It ended well because somebody bought a second hose. Not every conflict is about feelings.",
    joined_before: true,
    joining_story:
      "I married into this town at sixty. My mother-in-law's friends tested me with a jar of pickled mushrooms. I ate them all.",
    deciding: chose("no_objections"),
    common_or_own:
      "What changes the ground we stand on – together. What grows in a bed belongs to the one who weeds it.",
    role: "Garden mornings. Please, no committee that meets after eight.",
    first_step: "Sow clover in the bare patch by the steps.",
    quote_consent: true,
  }),
  english(5, {
    ordinary_day:
      "There is a press in the shed and we print posters for the whole street, badly and happily. Somebody brings a text in a language I can't read and we set it anyway.",
    values: choseAll("openness", "culture", "safety"),
    value_story:
      "In my old city we had a house like this. One morning it was sealed. So for me openness needs a good lawyer.",
    influence: 3,
    concern: "Photographs. Not everyone who comes can be shown online. For some of us it is not shyness.",
    no_room_for: "Printing, because of the smell and the noise.",
    first_space: chose("workshop"),
    could_share: choseAll("skills", "tools"),
    hours_month: 5,
    own_boundary: "My surname on any list.",
    left_out: "Those who have learnt to be careful. It depends on who keeps the list of participants, and where.",
    joined_before: true,
    joining_story: "A collective of artists in Warsaw. Helped: they asked what I needed before they asked what I make.",
    deciding: chose("doers"),
    role: "Posters and a small workshop in printing. I don't want to be in the photos of it.",
    first_step: "A sign at the door: please ask before you take pictures.",
    quote_consent: false,
  }),
  english(4, {
    ordinary_day:
      "After a long shift I sit at the kitchen table and nobody asks me about symptoms. A teenager asks me about chemistry homework instead. That I can do.",
    keep: "The clinic on the corner. Don't let anybody turn it into apartments.",
    values: choseAll("mutual_help", "fairness", "safety"),
    influence: 6,
    concern: "In every association I know, the same six people carry it, and then resent the rest.",
    places_used: "Hospital, gym, the church on Sundays. I would like a fourth place.",
    no_room_for: "Birthday parties for children. Our living room takes nine people if nobody breathes.",
    first_space: chose("kitchen"),
    could_share: choseAll("skills", "contacts"),
    hours_month: 2,
    fair_costs: "A fixed share with a quiet way out: you write to one trusted person, and that person tells nobody.",
    good_neighbour: "Knows when I am away and says nothing about it to others.",
    disagreement:
      "Two consultants on my ward. It was decided by who had more friends in the room, which is not a decision at all.",
    joined_before: true,
    joining_story:
      "Third hospital, third country. People who pronounce my name correctly on the second attempt. That's all it takes.",
    deciding: chose("council"),
    common_or_own: "Budget and safeguarding of children must be common. Clubs should run themselves.",
    first_step: "A first-aid kit and a list of who has a key.",
    quote_consent: true,
  }),
  english(3, {
    ordinary_day:
      "The children cycle there alone. That is my whole vision: it is so ordinary and safe that a nine-year-old goes by himself and comes home dirty.",
    values: choseAll("nature", "freedom", "fairness"),
    value_story:
      "A sign went up in the park: no ball games, no cycling, no dogs. My son asked what is left. I did not know.",
    influence: 6,
    concern: "Cars. Two hundred metres to the nursery and everybody drives.",
    places_used: "Cycle path, playground, recycling point – my wife says I am happiest there.",
    first_space: chose("garden"),
    could_share: choseAll("time", "tools", "money"),
    hours_month: 8,
    fair_costs: "Everybody the same, low, by standing order. Repairs extra, by vote, with three offers on the table.",
    good_neighbour: "Direct. If something is wrong, he rings the bell.",
    own_boundary: "Dinner at six. It's a Dutch thing, don't take it personally.",
    joined_before: false,
    deciding: chose("no_objections"),
    common_or_own: "Decide together what the house is for. After that trust people with a small budget each.",
    role: "Bicycle repair with children. I would rather not write minutes in Polish, for everyone's sake.",
    first_step: "Raised beds from old pallets. One afternoon, no permission needed I think?",
    quote_consent: true,
  }),
  english(2, {
    ordinary_day: "Quiet, I hope. I live across the fence and work from home. A house that is used, but not a venue.",
    values: choseAll("quiet", "safety", "fairness"),
    value_story:
      "The summer fête was lovely until the generator. Nobody had asked the four flats whose bedrooms face the yard.",
    influence: 2,
    concern: "Decisions made by those who come, about those who live next to it.",
    first_space: chose("quiet_room"),
    could_share: choseAll("nothing"),
    hours_month: 0,
    good_neighbour: "One who asks beforehand. Afterwards is an apology, not a question.",
    disagreement:
      "See above. It ended with a phone number on a card that one may ring before ten. It has worked so far, I admit.",
    joined_before: false,
    deciding: chose("other", "It depends on who will bear the consequences"),
    common_or_own: "Anything that can be heard beyond the fence is not the group's own matter.",
    first_step: "Opening hours on the gate, and keeping to them.",
    quote_consent: false,
  }),
];
