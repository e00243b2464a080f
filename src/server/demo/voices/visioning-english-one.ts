import { chose, choseAll, english, type Voice } from "./voice.ts";

export const visioningEnglishOne: Voice[] = [
  english(12, {
    ordinary_day:
      "It's half four and somebody has put the kettle on without being asked. Two old fellas are arguing about football in Polish and I follow about sixty per cent of it. My daughter is translating, badly, on purpose.",
    keep: "The market on Thursdays, and the fact that nobody has painted the benches beige yet.",
    values: choseAll("mutual_help", "culture", "openness"),
    value_story:
      "When my wife was in hospital, soup appeared at our door every evening for eleven days. I never found out whose. I'd call that help with good manners.",
    influence: 3,
    concern: "That the meetings will run on subtext. I can manage the grammar by now, but not what people leave out.",
    places_used: "School gate, the river path, the bakery where they correct my endings.",
    no_room_for: "A table tennis table, or any place where men over forty talk while doing something else.",
    first_space: chose("kitchen"),
    could_share: choseAll("time", "skills"),
    hours_month: 5,
    good_neighbour: "Lends you the ladder and doesn't watch how you use it.",
    left_out:
      "Anyone who needs two seconds longer to form a sentence. It depends on whether the chair leaves two seconds.",
    joined_before: true,
    joining_story:
      "A hurling club, then a Polish parish choir – I am not even religious. Both times it helped to be given a job on day one and to be teased by day ten.",
    deciding: chose("no_objections"),
    role: "English conversation for anyone who wants it. I'd rather not be treasurer of anything ever again.",
    first_step: "A light over the gate. It's pitch dark there from November.",
    quote_consent: true,
  }),
  english(11, {
    ordinary_day:
      "I come back from the laboratory at seven and there is still light in the kitchen. Someone shows me how to fold pierogi, I bring what my mother calls a simple dal. It is noisy, and I am not a guest.",
    values: choseAll("openness", "culture", "safety"),
    value_story:
      "At the bus stop a man told me to go home. A lady with a shopping trolley told him to go home first. I think about her often.",
    influence: 2,
    concern: "My contract ends in two years. I would like to belong somewhere even if I cannot promise to stay.",
    places_used: "University library, the Indian grocery, my window.",
    no_room_for: "Cooking for more than two people. Our kitchenette has one working plate.",
    first_space: chose("kitchen"),
    could_share: choseAll("time", "skills"),
    hours_month: 4,
    good_neighbour: "Says hello in the lift also when there is nobody else in the lift.",
    own_boundary:
      "My hours of prayer and my phone calls home. I do not need a special room, only not to be asked about it.",
    joined_before: true,
    joining_story:
      "My department. What helped was a written list of unwritten rules, made by the PhD student before me. What made it harder was that coffee breaks were in Polish.",
    deciding: chose("no_objections"),
    first_step: "A notice board in three languages.",
    quote_consent: true,
  }),
  english(10, {
    ordinary_day:
      "Children are playing and I do not hear from their voices which of them came four years ago and which were born here. In the evening women sew and talk. The door is not locked.",
    values: choseAll("mutual_help", "safety", "openness"),
    value_story:
      "In first winter neighbours gave us a stove, blankets, a bicycle. In the third winter somebody wrote a bad word on the bicycle. Both is true about this place.",
    influence: 4,
    concern: "That people are tired of us and are too polite to say it.",
    places_used: "School, my work, the small park. In the park I have two friends with dogs. I have no dog.",
    no_room_for: "A sewing room. I have a machine under the bed.",
    first_space: chose("kitchen"),
    could_share: choseAll("time", "skills"),
    hours_month: 6,
    fair_costs:
      "Equal money is not equal. But I do not want to be in a list of people who pay less. Maybe hours instead.",
    own_boundary: "The war. I will tell when I want to, not when somebody is curious.",
    left_out: "Men from our country. Women find each other near the school, men sit at home.",
    joined_before: true,
    joining_story:
      "Harder: everybody explained everything to me slowly and loudly. Helped: one woman who asked me to teach her something.",
    deciding: chose("majority"),
    role: "Repairs of clothes, every second Friday. I prefer not to speak in front of many people.",
    quote_consent: true,
  }),
  english(9, {
    ordinary_day:
      "Nine to one at a desk by the window, lunch at the long table, back to the desk. I speak to four people a day, which is four more than now.",
    values: choseAll("quiet", "freedom", "culture"),
    influence: 4,
    concern:
      "I have seen this in Porto: first the community house, then the cafés, then people like me, then nobody else can pay the rent.",
    places_used: "My flat, two cafés that tolerate laptops, the swimming pool.",
    first_space: chose("quiet_room"),
    could_share: choseAll("skills", "money"),
    hours_month: 3,
    fair_costs:
      "I earn more than most here, so charge me more. Just do it by a clear rule and not by looking at my shoes.",
    good_neighbour: "Tells me that my music is loud before it becomes a story.",
    own_boundary: "My weekends and my opinions about politics.",
    joined_before: true,
    joining_story:
      "A co-living house. The first week was wonderful, the second was dishes. A rota saved us, and I hated the rota.",
    deciding: chose("doers"),
    common_or_own: "Together: rules about noise and money. Everything creative should need nobody's permission.",
    role: "A website, translations, some photographs. Not cleaning supervision.",
    first_step: "Heating that works in one room. One is enough.",
    quote_consent: false,
  }),
  english(8, {
    ordinary_day:
      "The shed is open, two benches are taken, someone is fixing a pram. There's a book where you write what you broke. People do write in it.",
    keep: "Allotment-style independence. I came back after sixteen years in Leeds partly because here you can still build a thing in a yard.",
    values: choseAll("fairness", "freedom", "nature"),
    value_story:
      "In Leeds our street had a tool library run by a rota. It died when two people stopped returning things and nobody wanted to say their names.",
    influence: 5,
    concern: "Nobody here likes to be told off, and nobody likes to tell off. So we'll write notices instead.",
    first_space: chose("workshop"),
    could_share: choseAll("tools", "money"),
    hours_month: 6,
    fair_costs:
      "A flat fee that covers the heating, and a jar. Anything cleverer will cost more in arguments than it brings in.",
    disagreement:
      "A boundary hedge, eleven years. It was settled by the children of both houses, who had married each other.",
    joined_before: true,
    joining_story:
      "Coming back was harder than leaving. People assumed I knew how things were done. I knew how they'd been done in 2005.",
    deciding: chose("council"),
    common_or_own: "Safety and money together. Which colour we paint the shed – whoever holds the brush.",
    role: "Shed warden, gladly. Grant applications, no.",
    first_step: "Clear the shed. A Saturday and one skip.",
    quote_consent: true,
  }),
  english(7, {
    ordinary_day: "Honestly I will not be here in five years. But I imagine a ping-pong table and wifi.",
    values: choseAll("freedom", "culture"),
    influence: 2,
    places_used: "Dorm, kebab, tram stop.",
    no_room_for: "Fixing my bike, I do it in the shower.",
    first_space: chose("workshop"),
    could_share: choseAll("nothing"),
    hours_month: 2,
    good_neighbour: "Doesn't complain in the group chat about things he could say at the door.",
    left_out: "People who are here for one semester. But maybe that's fine? Not every place must be for everyone.",
    joined_before: false,
    deciding: chose("majority"),
    first_step: "Open day with music",
  }),
];
