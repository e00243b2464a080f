import type { Language } from "../../src/shared/kernel/locale.ts";
import type { Server } from "../e2e/server.ts";

/** Where the demo's workshops and questionnaires are, by their English titles. */
export interface Programme {
  /** The id of the workshop. */
  workshop(englishTitle: string): string;
  slug(englishTitle: string, language: Language): string;
  /** The id of the open questionnaire on that workshop's page. */
  questionnaire(englishTitle: string): string;
}

interface Listed {
  id: string;
  slug: string;
  title: { text: string };
}

export async function readProgramme({ url }: Server): Promise<Programme> {
  const list = async (language: Language) => {
    const answer = await fetch(`${url}/api/v1/workshops?lang=${language}&limit=100`);
    return ((await answer.json()) as { items: Listed[] }).items;
  };
  const listed = { en: await list("en"), pl: await list("pl") };
  const find = (title: string, language: Language) => {
    const id = listed.en.find((each) => each.title.text === title)?.id;
    const found = listed[language].find((each) => each.id === id);
    if (!found) throw new Error(`the demo has no workshop “${title}”`);
    return found;
  };
  const questionnaires = new Map<string, string>();
  for (const { slug, title } of listed.en) {
    const html = await (await fetch(`${url}/en/workshops/${slug}`)).text();
    const id = /href="\/en\/questionnaires\/([0-9a-f-]{36})"/.exec(html)?.[1];
    if (id) questionnaires.set(title.text, id);
  }
  return {
    workshop: (title) => find(title, "en").id,
    slug: (title, language) => find(title, language).slug,
    questionnaire: (title) => {
      const id = questionnaires.get(title);
      if (!id) throw new Error(`the demo's workshop “${title}” has no open questionnaire`);
      return id;
    },
  };
}
