import type { DemoWorkshop } from "../demo-content.ts";

export const conflictMediation: DemoWorkshop = {
  code: "conflict-mediation",
  title: { en: "Between two sides: conflict mediation", pl: "Między stronami: mediacje w konflikcie" },
  subtitle: {
    en: "Two days of practice for people to whom others come with their quarrels",
    pl: "Dwa dni ćwiczeń dla osób, do których inni przychodzą ze sporem",
  },
  summary: {
    en: "A manager, a class tutor, a neighbour on the residents' board: sooner or later each of them stands between two people who no longer want to sit in one room. We practise what a mediator does: hears both sides, names the needs behind positions, keeps the rules and knows when to refuse.",
    pl: "Kierowniczka, wychowawca, sąsiad z zarządu wspólnoty – każde z nich prędzej czy później staje między dwiema osobami, które nie chcą już siedzieć w jednym pokoju. Ćwiczymy to, co robi mediator: słucha obu stron, nazywa potrzeby, pilnuje zasad i wie, kiedy odmówić.",
  },
  description: {
    en: `
A mediator is not a judge. A mediator does not decide who is right, does not advise, and does not hurry. The skill lies in
making it possible for two people to say things they have not been able to say – and to hear them.

## How we work

Most of the time we practise in threes: two sides and a mediator, on cases taken from offices, schools and staircases. After
each round we talk first about what the mediator did, and only then about what they might do next time. Cases are invented;
we do not solve the participants' own disputes in front of the group.

## Day by day

- On Friday: before anyone sits at the table. Separate conversations, the consent of both sides, rules, and the moment to
  say “this is not a matter for mediation”.
- On Saturday: at the table. Paraphrase without mockery, from position to need, a deadlock and a break, an agreement that
  both sides can read aloud.

We devote a separate hour to power. When one side can dismiss the other from work, an agreement may only look voluntary. We
shall look at how to recognise this, and what a decent mediator does then.`,
    pl: `
Mediator nie jest sędzią. Nie rozstrzyga, kto ma rację, nie doradza i nie pogania. Jego umiejętność polega na tym, że dwie
osoby mogą wreszcie powiedzieć to, czego powiedzieć nie umiały – i to usłyszeć.

## Jak pracujemy

Przez większość czasu ćwiczymy w trójkach: dwie strony i mediator, na sprawach z biur, szkół i klatek schodowych. Po każdej
rundzie rozmawiamy najpierw o tym, co mediator zrobił, a dopiero potem o tym, co mógłby zrobić inaczej. Sprawy są wymyślone;
prawdziwych sporów uczestników nie rozwiązujemy na oczach grupy.

## Dzień po dniu

- W piątek: zanim ktokolwiek usiądzie do stołu. Rozmowy osobne, zgoda obu stron, zasady oraz moment, w którym trzeba
  powiedzieć „to nie jest sprawa do mediacji”.
- W sobotę: przy stole. Parafraza bez przedrzeźniania, od stanowiska do potrzeby, impas i przerwa, ugoda, którą obie strony
  są w stanie przeczytać na głos.

Osobną godzinę poświęcamy władzy. Jeśli jedna strona może drugą zwolnić z pracy, ugoda bywa dobrowolna tylko z pozoru.
Zobaczymy, po czym to poznać i co wtedy robi uczciwy mediator.`,
  },
  objectives: [
    {
      en: "Hold separate talks with both sides without becoming anyone's ally",
      pl: "Prowadzić osobne rozmowy z obiema stronami i nie stać się niczyim sojusznikiem",
    },
    {
      en: "Get from positions to needs by asking, not guessing",
      pl: "Dochodzić od stanowisk do potrzeb pytaniami, nie domysłami",
    },
    { en: "Lead people out of a deadlock", pl: "Wyprowadzać rozmowę z impasu" },
    {
      en: "Recognise cases in which mediation would do harm",
      pl: "Rozpoznawać sprawy, w których mediacja by zaszkodziła",
    },
  ],
  requirements: [
    {
      en: "Presence on both days; the second builds on the first",
      pl: "Obecność przez oba dni – drugi wynika z pierwszego",
    },
    {
      en: "Readiness to play someone you disagree with",
      pl: "Gotowość do wcielenia się w kogoś, z kim się nie zgadzacie",
    },
  ],
  category: "conflict",
  tagCodes: ["conflict", "mediation", "listening", "intermediate", "on-site", "managers", "educators"],
  capacity: 12,
  priceZloty: 480,
  needsApproval: false,
  confirmsAtOnce: false,
  place: "jarzebina",
  facilitators: [{ code: "dworzak", part: "lead" }],
  sessions: [
    {
      title: { en: "Before anyone sits at the table", pl: "Zanim ktokolwiek usiądzie do stołu" },
      description: {
        en: "Separate conversations, consent, rules, and refusing.",
        pl: "Rozmowy osobne, zgoda, zasady i odmowa.",
      },
      week: 4,
      weekday: 5,
      from: "13:00",
      until: "19:00",
      place: "jarzebina",
    },
    {
      title: { en: "At the table", pl: "Przy stole" },
      description: {
        en: "Five invented disputes, in threes, from greeting to agreement.",
        pl: "Pięć zmyślonych sporów w trójkach, od powitania do ugody.",
      },
      week: 4,
      weekday: 6,
      from: "09:30",
      until: "16:30",
      place: "jarzebina",
    },
  ],
  enrolled: { confirmed: 12, waiting: 6, pending: 0, cancelled: 1 },
};
