import type { en } from "../en/frame.ts";
import type { Widen } from "../widen.ts";

export const pl: Widen<typeof en> = {
  navigation: {
    workshops: "Warsztaty",
    questionnaires: "Ankiety",
    people: "Osoby",
    messages: "Wiadomości",
    operations: "Obsługa",
  },
  toSite: "Zobacz witrynę",
  nothingForYou:
    "Studio jest dla osób, które tworzą i prowadzą warsztaty. Twoje zapisy są na Twojej stronie w witrynie.",
  commandMenu: "Przejdź do",
  shortcuts: {
    title: "Skróty klawiszowe",
    list: [
      { keys: "Ctrl K", does: "Przejdź do strony" },
      { keys: "Alt ↑ / Alt ↓", does: "Przesuń zaznaczone w górę lub w dół" },
      { keys: "Ctrl Z", does: "Cofnij" },
      { keys: "Ctrl Shift Z", does: "Ponów" },
      { keys: "?", does: "Pokaż tę listę" },
    ],
  },
};
