import type { DemoWorkshop } from "../demo-content.ts";

export const emotionalIntelligence: DemoWorkshop = {
  code: "emotional-intelligence",
  title: { en: "A word for what I feel", pl: "Słowo na to, co czuję" },
  subtitle: {
    en: "Emotional intelligence in plain language and in practice",
    pl: "Inteligencja emocjonalna prostym językiem i w praktyce",
  },
  summary: {
    en: "“Fine” and “stressed” are not enough to live on. In two days we widen the vocabulary of feelings, learn to read what the body says before words do, and practise a pause between feeling and acting. Careful with fashionable promises: we say clearly what research supports and what it does not.",
    pl: "„W porządku” i „stres” to za mało na całe życie. Przez dwa dni poszerzamy słownik uczuć, uczymy się słuchać ciała, zanim przyjdą słowa, i ćwiczymy przerwę między tym, co czujemy, a tym, co robimy. Ostrożnie z modnymi obietnicami: mówimy wprost, co potwierdzają badania, a czego nie.",
  },
  description: {
    en: `
Emotional intelligence has become a slogan: it is supposed to bring promotion, love and good results at school. We treat it
more modestly, as a set of ordinary skills. To notice that something is happening in me. To find a word for it. To ask
another person instead of guessing. To choose what I do with it.

## On Friday: noticing

We start from the body – a tight jaw, shallow breath, cold hands – because it usually knows first. Then come words. We sort some
sixty names of feelings, argue about the difference between irritation and resentment, and find out which of them we were
never taught at home.

## On Saturday: choosing

- A pause: what can be done in ten seconds, what in ten minutes and what only after a night's sleep.
- Someone else's emotion: how to be near it without taking it over.
- Emotions at work: who is allowed to show anger, and who is expected to smile. This is not only a matter of temperament.

You can take part in an exercise or watch it. Watching counts as well.`,
    pl: `
Inteligencja emocjonalna stała się hasłem: ma dawać awans, miłość i dobre oceny. My traktujemy ją skromniej, jako zestaw
zwykłych umiejętności. Zauważyć, że coś się we mnie dzieje. Znaleźć na to słowo. Zapytać drugą osobę, zamiast zgadywać. Wybrać,
co z tym zrobię.

## W piątek: zauważyć

Zaczynamy od ciała – zaciśniętej szczęki, płytkiego oddechu, zimnych dłoni – bo ono zwykle wie pierwsze. Potem przychodzi pora
na słowa. Porządkujemy około sześćdziesięciu nazw uczuć, spieramy się o to, czym rozdrażnienie różni się od żalu,
i odkrywamy, których z nich nikt nas w domu nie nauczył.

## W sobotę: wybrać

- Przerwa: co da się zrobić w dziesięć sekund, co w dziesięć minut, a co dopiero nazajutrz.
- Cudze emocje: jak być blisko i nie brać ich na siebie.
- Emocje w pracy: komu wolno się złościć, a od kogo oczekuje się uśmiechu. To nie jest wyłącznie kwestia temperamentu.

W ćwiczeniu można brać udział albo je obserwować. Obserwowanie też się liczy.`,
  },
  objectives: [
    { en: "Notice bodily signs of an emotion early", pl: "Wcześnie zauważać sygnały, które wysyła ciało" },
    { en: "Name feelings more precisely than “good” and “bad”", pl: "Nazywać uczucia dokładniej niż „dobrze” i „źle”" },
    { en: "Put a pause between an impulse and an action", pl: "Robić przerwę między impulsem a działaniem" },
    {
      en: "See how roles and positions decide who may show what",
      pl: "Dostrzegać, jak role i stanowiska rozstrzygają, komu co wolno okazać",
    },
  ],
  requirements: [
    {
      en: "Loose clothes; we spend an hour on the floor",
      pl: "Wygodne ubranie, bo przez godzinę siedzimy na podłodze",
    },
    {
      en: "If you are going through a crisis, talk to us before you enrol",
      pl: "Jeśli jesteście w kryzysie, porozmawiajcie z nami przed zapisaniem się",
    },
  ],
  category: "wellbeing",
  tagCodes: ["wellbeing", "communication", "self-awareness", "beginner", "on-site", "everyone"],
  capacity: 16,
  priceZloty: 290,
  needsApproval: false,
  confirmsAtOnce: false,
  place: "lipa",
  facilitators: [{ code: "ostrzycka", part: "lead" }],
  sessions: [
    {
      title: { en: "Noticing", pl: "Zauważyć" },
      description: {
        en: "Body first, then words: a vocabulary of sixty feelings.",
        pl: "Najpierw ciało, potem słowa: słownik sześćdziesięciu uczuć.",
      },
      week: 6,
      weekday: 5,
      from: "14:00",
      until: "19:00",
      place: "lipa",
    },
    {
      title: { en: "Choosing", pl: "Wybrać" },
      description: {
        en: "Pauses, other people's emotions, and the rules of showing them at work.",
        pl: "Przerwy, cudze emocje i reguły ich okazywania w pracy.",
      },
      week: 6,
      weekday: 6,
      from: "10:00",
      until: "16:00",
      place: "lipa",
    },
  ],
  enrolled: { confirmed: 16, waiting: 3, pending: 0, cancelled: 0 },
};
