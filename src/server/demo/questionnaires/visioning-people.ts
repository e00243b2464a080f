import type { Section } from "../../../shared/questionnaires/questionnaire.ts";
import { option, question, section, shownIf } from "./question-writing.ts";

export const relationsAndFreedom = (): Section =>
  section(
    { en: "Relations and freedom", pl: "Relacje i wolność" },
    {
      en: "How close we want to be, and what each of us keeps for themselves.",
      pl: "Jak blisko chcemy być i co każdy zostawia dla siebie.",
    },
    [
      question({
        kind: "long_text",
        code: "good_neighbour",
        text: {
          en: "Whom would you call a good neighbour? What does such a person do, and what do they not do?",
          pl: "O kim powiesz: dobry sąsiad, dobra sąsiadka? Co taka osoba robi, a czego nie robi?",
        },
      }),
      question({
        kind: "long_text",
        code: "own_boundary",
        text: {
          en: "What would you like to keep for yourself – time, things, matters – when you share a place with others?",
          pl: "Co chcesz zachować tylko dla siebie – czas, rzeczy, sprawy – kiedy dzielisz miejsce z innymi?",
        },
      }),
      question({
        kind: "long_text",
        code: "disagreement",
        text: {
          en: "Describe a disagreement between neighbours or in a group that you saw or took part in. What decided how it ended?",
          pl: "Opisz nieporozumienie między sąsiadami albo w grupie, które widziałaś lub widziałeś z bliska. Co rozstrzygnęło o tym, jak się skończyło?",
        },
        help: { en: "Please, without names or addresses.", pl: "Prosimy bez nazwisk i adresów." },
      }),
      question({
        kind: "long_text",
        code: "left_out",
        text: {
          en: "Who might not feel at home in this house, and what would that depend on?",
          pl: "Kto mógłby nie czuć się w tym domu u siebie i od czego by to zależało?",
        },
      }),
      question({
        kind: "yes_no",
        code: "joined_before",
        text: {
          en: "Have you ever joined a group that already had habits of its own – an association, a class, a team, a block of flats?",
          pl: "Czy zdarzyło ci się dołączyć do grupy, która miała już własne zwyczaje – stowarzyszenia, klasy, zespołu, kamienicy?",
        },
      }),
      question({
        kind: "long_text",
        code: "joining_story",
        text: {
          en: "What was it like at the beginning? What helped you, and what made things harder?",
          pl: "Jak było na początku? Co ci pomagało, a co utrudniało?",
        },
        showIf: shownIf("joined_before", "equals", true),
      }),
    ],
  );

export const organisingTogether = (): Section =>
  section(
    { en: "Organising together", pl: "Wspólne organizowanie" },
    { en: "Who decides, who does, and what we begin with.", pl: "Kto decyduje, kto robi i od czego zaczynamy." },
    [
      question({
        kind: "single_choice",
        code: "deciding",
        text: {
          en: "How should matters that concern the whole house be decided most often?",
          pl: "Jak najczęściej powinny zapadać decyzje w sprawach całego domu?",
        },
        options: [
          option(
            "no_objections",
            "We talk until nobody has a serious objection",
            "Rozmawiamy, aż nikt nie ma poważnego sprzeciwu",
          ),
          option("majority", "By a majority vote of those present", "Głosowaniem, większością obecnych"),
          option("council", "By a small elected council", "Przez małą, wybraną radę"),
          option("doers", "By those who will do the work", "Przez osoby, które wykonają pracę"),
        ],
        hasOther: true,
      }),
      question({
        kind: "long_text",
        code: "common_or_own",
        text: {
          en: "Which matters should be settled together, and which should be left to each person or group?",
          pl: "O czym powinniśmy decydować wspólnie, a co zostawić każdej osobie lub grupie?",
        },
      }),
      question({
        kind: "long_text",
        code: "role",
        text: {
          en: "What could you see yourself doing for the house, and what would you rather not do?",
          pl: "Do czego widzisz się w tym domu, a czego wolisz nie robić?",
        },
      }),
      question({
        kind: "long_text",
        code: "first_step",
        text: {
          en: "What small thing, done within three months, would show you that something is happening?",
          pl: "Jaka drobna rzecz, zrobiona w ciągu trzech miesięcy, pokazałaby ci, że coś się dzieje?",
        },
      }),
      question({
        kind: "consent",
        code: "quote_consent",
        purpose: "quote",
        text: {
          en: "I agree that short passages from my answers may be quoted at the meeting and in its summary, without anything that would show who wrote them.",
          pl: "Zgadzam się, by krótkie fragmenty moich odpowiedzi cytowano na spotkaniu i w podsumowaniu, bez niczego, po czym można by poznać autora.",
        },
      }),
    ],
  );
