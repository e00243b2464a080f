import type { QuestionnaireContent } from "../../../shared/questionnaires/questionnaire.ts";
import { bound } from "./question-writing.ts";
import { organisingTogether, relationsAndFreedom } from "./visioning-people.ts";
import { spaceAndResources, valuesAndVision } from "./visioning-place.ts";

/** The open questionnaire of the community-visioning workshop: 23 questions in four sections. */
export function visioningQuestionnaire(): QuestionnaireContent {
  return {
    title: bound({
      en: "What are we to be? A questionnaire before we meet",
      pl: "Czym mamy być? Ankieta przed spotkaniem",
    }),
    introduction: bound({
      en: "These questions are for everyone who lives, works or studies near Lipowy Zaułek. There are no right answers and none of the questions is compulsory – skip whatever you have nothing to say about. The questionnaire is anonymous: your answers are kept without your name and cannot be joined to you. It takes about twenty minutes; you can stop and come back. We shall hang the results up at the first meeting, including opinions held by few.",
      pl: "Pytania są dla wszystkich, którzy mieszkają, pracują albo uczą się w okolicy Lipowego Zaułka. Nie ma dobrych odpowiedzi i żadne pytanie nie jest obowiązkowe – pomiń to, o czym nie masz nic do powiedzenia. Ankieta jest anonimowa: odpowiedzi przechowujemy bez nazwiska i nie da się ich z tobą połączyć. Zajmuje około dwudziestu minut, można przerwać i wrócić. Wyniki powiesimy na ścianach podczas pierwszego spotkania, razem ze zdaniami, które podziela niewielu.",
    }),
    thanks: bound({
      en: "Thank you. Whatever you have written will be read by people, not only counted. See you on Saturday under the lime tree.",
      pl: "Dziękujemy. To, co tu jest napisane, zostanie przeczytane, a nie tylko policzone. Do zobaczenia w sobotę pod lipą.",
    }),
    sections: [valuesAndVision(), spaceAndResources(), relationsAndFreedom(), organisingTogether()],
  };
}
