export const en = {
  description:
    "Small workshops from everyday practice: teams, conversations, conflict, leadership, community. In English and Polish.",
  workshops: "Workshops",
  myPage: "My page",
  forOrganisers: "Studio for organisers",
  api: "API",
  footer: "Workshops in small groups, in two languages. Nothing here follows you around.",
  home: {
    title: "Workshops from everyday practice",
    lead: "Small groups, real situations, honest questions. Find one that fits your week, take a seat, and tell us afterwards what it changed.",
    search: "Search the workshops",
    searchHint: "A topic or a skill",
    next: "What is on next",
    all: (count: string) => `All workshops (${count})`,
    emptyTitle: "Nothing is planned at the moment",
    emptyText: "New workshops are published here first. Come back in a while.",
    themes: "By theme",
    how: "How it works",
    steps: [
      { title: "Find", text: "Every page says what you will practise, when, where, and what it asks of you." },
      { title: "Take a seat", text: "One press. If the workshop is full, you see your place in the line." },
      {
        title: "Say what it changed",
        text: "Questionnaires are short, and results are shown only for groups of five people or more.",
      },
    ],
  },
};
