import type { Section } from "../../../shared/questionnaires/questionnaire.ts";
import { option, question, section, shownIf } from "./question-writing.ts";

export const valuesAndVision = (): Section =>
  section(
    { en: "Values and vision", pl: "Wartości i wizja" },
    { en: "What this place is, and what it could be.", pl: "Czym to miejsce jest i czym mogłoby być." },
    [
      question({
        kind: "long_text",
        code: "ordinary_day",
        text: {
          en: "Picture an ordinary weekday in and around the house five years from now. What do you see, hear and do?",
          pl: "Wyobraź sobie zwyczajny dzień powszedni w domu i wokół niego za pięć lat. Co widzisz, co słyszysz, co robisz?",
        },
        help: {
          en: "Not a holiday and not an opening ceremony – a Wednesday will do.",
          pl: "Nie święto i nie otwarcie z przecinaniem wstęgi – wystarczy środa.",
        },
      }),
      question({
        kind: "long_text",
        code: "keep",
        text: {
          en: "What in the life of the neighbourhood today would you like to stay as it is?",
          pl: "Co w dzisiejszym życiu okolicy powinno twoim zdaniem zostać takie, jakie jest?",
        },
      }),
      values(),
      question({
        kind: "long_text",
        code: "value_story",
        text: {
          en: "Recall a situation in which one of the things you chose was present, or was missing. What happened?",
          pl: "Przypomnij sobie sytuację, w której którejś z wybranych rzeczy było pod dostatkiem albo zabrakło. Co się wtedy stało?",
        },
        showIf: shownIf("values", "answered"),
      }),
      question({
        kind: "scale",
        code: "influence",
        text: {
          en: "How much influence do you feel you have on what this place is becoming?",
          pl: "Na ile czujesz, że masz wpływ na to, czym to miejsce się staje?",
        },
        from: 1,
        to: 7,
        fromLabel: { en: "no influence at all", pl: "żadnego wpływu" },
        toLabel: { en: "a great deal of influence", pl: "bardzo duży wpływ" },
      }),
      question({
        kind: "long_text",
        code: "concern",
        text: {
          en: "When you think of the coming years here, what – if anything – concerns you?",
          pl: "Kiedy myślisz o najbliższych latach w tym miejscu, co cię niepokoi – jeśli cokolwiek?",
        },
      }),
    ],
  );

export const spaceAndResources = (): Section =>
  section(
    { en: "Space and resources", pl: "Przestrzeń i zasoby" },
    {
      en: "Three rooms, a kitchen, a hall, a shed, a garden – and what each of us has.",
      pl: "Trzy sale, kuchnia, sala z pianinem, szopa, ogród – i to, co mamy sami.",
    },
    [
      question({
        kind: "long_text",
        code: "places_used",
        text: {
          en: "Which places in the neighbourhood do you use most, and what do you do there?",
          pl: "Z których miejsc w okolicy korzystasz najczęściej i co tam robisz?",
        },
      }),
      question({
        kind: "long_text",
        code: "no_room_for",
        text: {
          en: "Is there something you would like to do, alone or with others, for which there is no room at present?",
          pl: "Czy jest coś, co chciałabyś lub chciałbyś robić – w pojedynkę albo z innymi – a na co dziś nie ma miejsca?",
        },
      }),
      firstSpace(),
      couldShare(),
      question({
        kind: "number",
        code: "hours_month",
        text: {
          en: "Roughly how many hours a month could you give to the house in an ordinary month?",
          pl: "Ile mniej więcej godzin możesz w zwykłym miesiącu przeznaczyć na sprawy domu?",
        },
        help: { en: "Zero is an answer too.", pl: "Zero to też odpowiedź." },
        minimum: 0,
        maximum: 100,
      }),
      question({
        kind: "long_text",
        code: "fair_costs",
        text: {
          en: "How would the costs of the house have to be shared for you to call it fair?",
          pl: "Jak trzeba by podzielić koszty domu, żeby można było to nazwać sprawiedliwym?",
        },
      }),
    ],
  );

const values = () =>
  question({
    kind: "multiple_choice",
    code: "values",
    text: {
      en: "Which of these matter most to you where people share a place? Choose up to three.",
      pl: "Co jest dla ciebie najważniejsze tam, gdzie ludzie dzielą wspólne miejsce? Wybierz najwyżej trzy.",
    },
    options: [
      option("mutual_help", "Helping one another", "Wzajemna pomoc"),
      option("quiet", "Quiet and privacy", "Spokój i prywatność"),
      option("openness", "Openness to newcomers", "Otwartość na nowe osoby"),
      option("fairness", "Fair sharing of work and costs", "Sprawiedliwy podział pracy i kosztów"),
      option("nature", "Care for nature", "Troska o przyrodę"),
      option("culture", "Culture and making things", "Kultura i wspólne tworzenie"),
      option("freedom", "Freedom to do things one's own way", "Swoboda robienia rzeczy po swojemu"),
      option("safety", "A sense of safety", "Poczucie bezpieczeństwa"),
    ],
    hasOther: true,
    isRandomOrder: true,
    maxChoices: 3,
  });

const firstSpace = () =>
  question({
    kind: "single_choice",
    code: "first_space",
    text: {
      en: "If only one shared space could be made ready this year, which should it be?",
      pl: "Gdyby w tym roku dało się urządzić tylko jedną wspólną przestrzeń, która powinna to być?",
    },
    options: [
      option("kitchen", "Kitchen with a long table", "Kuchnia z długim stołem"),
      option("garden", "Garden", "Ogród"),
      option("workshop", "Workshop in the shed", "Warsztat w szopie"),
      option("quiet_room", "Quiet room for work and reading", "Cicha sala do pracy i czytania"),
      option("hall", "Hall with the piano", "Sala z pianinem"),
    ],
    hasOther: true,
  });

const couldShare = () =>
  question({
    kind: "multiple_choice",
    code: "could_share",
    text: {
      en: "What could you share with others, if you wanted to?",
      pl: "Czym możesz się z innymi podzielić, jeśli zechcesz?",
    },
    help: {
      en: "This is not a promise. “Nothing at present” is as good an answer as any other.",
      pl: "To nie jest zobowiązanie. „Na razie niczym” to odpowiedź równie dobra jak inne.",
    },
    options: [
      option("time", "Time", "Czasem"),
      option("skills", "Skills or knowledge", "Umiejętnościami lub wiedzą"),
      option("tools", "Tools or equipment", "Narzędziami lub sprzętem"),
      option("contacts", "Contacts", "Kontaktami"),
      option("money", "Money", "Pieniędzmi"),
      option("nothing", "Nothing at present", "Na razie niczym"),
    ],
    hasOther: false,
  });
