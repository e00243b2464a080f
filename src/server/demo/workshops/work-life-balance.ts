import type { DemoWorkshop } from "../demo-content.ts";

export const workLifeBalance: DemoWorkshop = {
  code: "work-life-balance",
  title: { en: "Work, home and the rest of you", pl: "Praca, dom i cała reszta" },
  subtitle: {
    en: "Work–life balance for people who have read enough advice about it",
    pl: "O równowadze dla tych, którzy naczytali się już porad",
  },
  summary: {
    en: "Three Monday evenings about time, tiredness and other people's expectations. Instead of another morning routine we count where the week goes, separate what we can change from what our workplace has to change, and look for one boundary worth defending. For employees, freelancers and carers.",
    pl: "Trzy poniedziałkowe wieczory o czasie, zmęczeniu i cudzych oczekiwaniach. Zamiast kolejnej porannej rutyny liczymy, gdzie się podziewa tydzień, oddzielamy to, co możemy zmienić sami, od tego, co powinna zmienić praca, i szukamy jednej granicy, której warto bronić. Także dla freelancerów i opiekunów.",
  },
  description: {
    en: `
The word “balance” suggests a pair of scales and a skill that some people lack. Yet tiredness has its causes outside our heads
as well: rotas announced on Sunday evening, a parent who needs help, a commute that takes ten hours a week. Before we start
improving ourselves, it is worth finding out what it is that tires us.

## Monday by Monday

- We keep a simple diary for seven days and read it as a stranger would: with curiosity and without blame.
- We divide what we found into three: mine to change, mine to ask for, not mine at all.
- We write one request – to an employer, a partner, a client – and rehearse it.
- We choose one thing to drop, and see whether anyone notices.

## What this workshop is not

It is not therapy and it will not replace a doctor. If the diary shows that you sleep badly or that nothing pleases you any
more, we will tell you where to look for help, quietly and in private.

Between the evenings there is a little homework, never more than ten minutes a day. It would be odd otherwise.`,
    pl: `
Słowo „równowaga” przywodzi na myśl wagę i umiejętność, której komuś brakuje. A przecież zmęczenie ma też przyczyny poza naszą
głową: grafik ogłaszany w niedzielę wieczorem, rodzic, który potrzebuje pomocy, dojazdy zabierające dziesięć godzin w tygodniu.
Zanim zaczniemy się ulepszać, warto sprawdzić, czym właściwie jesteśmy zmęczeni.

## Poniedziałek po poniedziałku

- Przez siedem dni prowadzimy prosty dziennik i czytamy go jak ktoś obcy: z ciekawością, bez wyrzutów.
- To, co w nim znajdziemy, dzielimy na trzy: mogę zmienić, mogę o to poprosić, to w ogóle nie moje.
- Piszemy jedną prośbę – do szefa, do partnerki, do klienta – i ćwiczymy ją na głos.
- Wybieramy jedną rzecz, z której rezygnujemy, i patrzymy, czy ktokolwiek to zauważy.

## Czym te spotkania nie są

To nie terapia i nie zastąpi lekarza. Jeśli z dziennika wyniknie, że źle śpicie albo że nic już nie cieszy, powiemy – po cichu
i w cztery oczy – gdzie szukać pomocy.

Między wieczorami jest trochę pracy domowej, nigdy więcej niż dziesięć minut dziennie. Inaczej byłoby niezręcznie.`,
  },
  objectives: [
    { en: "See where the hours of my week go", pl: "Zobaczyć, na co idą godziny mojego tygodnia" },
    {
      en: "Separate personal habits from working conditions",
      pl: "Odróżnić własne nawyki od warunków, w jakich się pracuje",
    },
    { en: "Make one clear request and hear the answer", pl: "Wypowiedzieć jedną jasną prośbę i przyjąć odpowiedź" },
    { en: "Choose a boundary and a way of defending it", pl: "Wybrać granicę i sposób, w jaki się jej broni" },
  ],
  requirements: [
    {
      en: "A week's diary kept before the first meeting; we send the template",
      pl: "Dziennik z jednego tygodnia przed pierwszym spotkaniem; wzór przyślemy",
    },
    { en: "A phone you are able to switch off", pl: "Telefon, który umiecie wyłączyć" },
  ],
  category: "wellbeing",
  tagCodes: ["wellbeing", "self-awareness", "planning", "beginner", "on-site", "everyone"],
  capacity: 18,
  priceZloty: 150,
  needsApproval: false,
  confirmsAtOnce: true,
  place: "szkutnia",
  facilitators: [{ code: "ostrzycka", part: "lead" }],
  sessions: [
    {
      title: { en: "Where the week goes", pl: "Gdzie się podziewa tydzień" },
      description: {
        en: "Reading our own diaries like strangers.",
        pl: "Czytamy własne dzienniki jak ktoś obcy.",
      },
      week: 5,
      weekday: 1,
      from: "18:00",
      until: "20:00",
      place: "szkutnia",
    },
    {
      title: { en: "Mine, to be asked for, not mine", pl: "Moje, do poproszenia, nie moje" },
      description: {
        en: "Three piles and one request, rehearsed aloud.",
        pl: "Trzy stosy i jedna prośba, przećwiczona na głos.",
      },
      week: 6,
      weekday: 1,
      from: "18:00",
      until: "20:00",
      place: "szkutnia",
    },
    {
      title: { en: "One boundary", pl: "Jedna granica" },
      description: {
        en: "What I drop, what I defend, and who will mind.",
        pl: "Z czego rezygnuję, czego bronię i komu się to nie spodoba.",
      },
      week: 7,
      weekday: 1,
      from: "18:00",
      until: "20:00",
      place: "szkutnia",
    },
  ],
  enrolled: { confirmed: 13, waiting: 0, pending: 0, cancelled: 1 },
};
