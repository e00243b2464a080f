export const en = {
  navigation: {
    workshops: "Workshops",
    questionnaires: "Questionnaires",
    people: "People",
    messages: "Messages",
    operations: "Operations",
  },
  toSite: "View the site",
  nothingForYou:
    "The studio is for those who make and run workshops. Your enrolments are on your own page of the site.",
  commandMenu: "Go to",
  shortcuts: {
    title: "Keyboard shortcuts",
    list: [
      { keys: "Ctrl K", does: "Go to a page" },
      { keys: "Alt ↑ / Alt ↓", does: "Move what is selected up or down" },
      { keys: "Ctrl Z", does: "Undo" },
      { keys: "Ctrl Shift Z", does: "Redo" },
      { keys: "?", does: "Show this list" },
    ],
  },
};
