import { slugify } from "../../shared/kernel/id.ts";
import type { Language } from "../../shared/kernel/locale.ts";

/** Invented people: a first name and an initial, so that nobody can be meant. */
const polishNames = `
Agnieszka B., Adam C., Alicja D., Andrzej F., Aneta G., Bartosz H., Barbara J., Beata K., Błażej L., Bogna Ł., Celina M.,
Cezary N., Czesława O., Dagmara P., Damian R., Danuta S., Dawid Ś., Dominika T., Dorota U., Edyta W., Emil Z., Eryk Ż.,
Ewelina B., Fabian C., Filip D., Gabriela F., Grażyna G., Grzegorz H., Hanna J., Henryk K., Ilona L., Irena Ł., Iwona M.,
Jacek N., Jadwiga O., Jakub P., Janina R., Jarosław S., Joanna Ś., Julita T., Kajetan U., Kamil W., Karolina Z., Kinga Ż.,
Klara B., Konrad C., Krystyna D., Laura F., Leszek G., Lidia H., Łucja J., Łukasz K., Magdalena L., Marcin Ł., Mariola M.,
Mateusz N., Michalina O., Mirosław P., Natalia R., Norbert S., Olga Ś., Oliwia T., Patryk U., Paulina W., Radosław Z.,
Roksana Ż., Sylwia B., Szymon C., Tadeusz D., Urszula F., Weronika G., Zbigniew H.`;

const otherNames = `
Aisling B., Alejandro C., Amara D., Anastasiia F., Arjun G., Bohdan H., Carmen J., Chiara K., Daryna L., Declan M., Diego N.,
Elif O., Emeka P., Fatima R., Fergus S., Freya T., Giulia U., Halyna W., Hamza Z., Ingrid B., Iryna C., Jasper D., Joana F.,
Kateryna G., Kofi H., Lars J., Leila K., Liam L., Lucía M., Maeve N., Maryna O., Matteo P., Mehmet R., Nadia S., Ngozi T.,
Oksana U., Pieter W., Priya Z., Rafael B., Rania C., Roisin D., Sanjay F., Siobhan G., Sofiia H., Tariq J., Tomás K.,
Valentina L., Yusuf M.`;

export interface DemoParticipant {
  name: string;
  email: string;
  language: Language;
}

/** 120 people, three speakers of Polish to two of English throughout. */
export function participants(): DemoParticipant[] {
  const [polish, other] = [listed(polishNames), listed(otherNames)];
  return [...polish, ...other].map((_, index) => {
    const isPolish = index % 5 < 3;
    const round = Math.floor(index / 5);
    const name = (isPolish ? polish[round * 3 + (index % 5)] : other[round * 2 + (index % 5) - 3]) ?? "";
    return { name, email: `${slugify(name)}@example.org`, language: isPolish ? "pl" : "en" };
  });
}

const listed = (names: string): string[] => names.trim().split(/,\s+/);
