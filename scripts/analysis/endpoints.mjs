const list = "/api/v1/workshops";

/**
 * What is measured: health, the list, searches, and, where the installation has them, a workshop with its page and a
 * questionnaire. @throws {Error} when nobody answers
 */
export async function findEndpoints(client) {
  const health = await client.send({ path: "/health" });
  if (health.status === 0) throw new Error(health.text || "no answer");
  const found = await client.send({ path: `${list}?lang=en&limit=20` });
  if (found.status !== 200) throw new Error(`${list} answered ${found.status}`);
  const slug = slugOf(found);
  const page = slug ? `/en/workshops/${slug}` : undefined;
  const questionnaire = page ? await questionnaireOn(client, page) : undefined;
  const endpoints = [
    ["health", "/health"],
    ["list", `${list}?lang=en&limit=20`],
    ["list in Polish", `${list}?lang=pl&limit=20`],
    ["search in English", `${list}?lang=en&q=mediation`],
    ["search in Polish", `${list}?lang=pl&q=mediacjami`],
    ["tags", "/api/v1/tags"],
    ["workshop", slug && `${list}/${slug}?lang=en`],
    ["questionnaire", questionnaire && `/api/v1/questionnaires/${questionnaire}`],
    ["home page", "/en"],
    ["programme page", "/pl/workshops"],
    ["workshop page", page],
  ];
  return endpoints.filter(([, path]) => path).map(([name, path]) => ({ name, path }));
}

function slugOf(answer) {
  try {
    return answer.json().items[0]?.slug;
  } catch {
    throw new Error(`${list} answered something that is not a list of workshops`);
  }
}

/** The first questionnaire that the workshop's page links to. */
async function questionnaireOn(client, path) {
  const page = await client.send({ path });
  return page.status === 200 ? /\/questionnaires\/([0-9a-f-]{36})/.exec(page.text)?.[1] : undefined;
}
