import type { AlertTexts } from "./texts.ts";

export const pl: AlertTexts = {
  alerts: {
    health_check: ({ subject }) =>
      `Kontrola „${subject}” wykazuje problem. Ostatni błąd jest w panelu: Obsługa, Kontrole stanu; polecenie „npm run cli -- doctor” mówi, co zrobić.`,
    readings_unavailable: () =>
      "System nie może odczytać własnych pomiarów, więc większość reguł nic nie widzi. Przyczynę podaje dziennik; jeśli to potrwa, uruchom proces ponownie.",
    response_time_p95: ({ value, threshold }) =>
      `5 na 100 odpowiedzi trwa dłużej niż ${value} ms (próg: ${threshold} ms). Zacznij od wolnych żądań i wolnych zapytań.`,
    response_time_p99: ({ value, threshold }) =>
      `1 na 100 odpowiedzi trwa dłużej niż ${value} ms (próg: ${threshold} ms). Zacznij od wolnych żądań.`,
    error_rate: ({ value, threshold }) =>
      `${value}% żądań kończy się błędem serwera (próg: ${threshold}%). Każdy błąd jest w dzienniku razem z numerem żądania.`,
    cache_hit_rate: ({ value, threshold }) =>
      `Pamięć podręczna odpowiada tylko na ${value}% pytań (próg: ${threshold}%). Sprawdź, czy działa Redis i czy pamięci nie jest za mało.`,
    pool_waiting: ({ value, threshold }) =>
      `Na połączenie z bazą czeka tyle zapytań: ${value} (próg: ${threshold}). Zanim zwiększysz DB_POOL_MAX, poszukaj wolnych zapytań.`,
    queue_age: ({ value, threshold }) =>
      `Zadanie czeka na wykonanie już ${value} s (próg: ${threshold} s). Sprawdź, czy działa proces z rolą „worker”.`,
    failed_jobs: ({ value, threshold }) =>
      `Zadania, które ostatecznie się nie powiodły: ${value} (próg: ${threshold}). Przyczyny są w panelu: Obsługa, Zadania; po naprawie uruchom je ponownie.`,
    heap: ({ value, threshold }) =>
      `Zajęte jest ${value}% pamięci na obiekty (próg: ${threshold}%). Uruchom procesy ponownie, jeden po drugim; jeśli to wróci, zmniejsz CACHE_MEMORY_MB albo przydziel więcej pamięci.`,
    event_loop_delay: ({ value, threshold }) =>
      `Proces spóźnia się chwilami o ${value} ms (próg: ${threshold} ms). Liczy za dużo albo maszyna jest za słaba: sprawdź obciążenie, potem dodaj procesy.`,
    disk_free: ({ value, threshold }) =>
      `Na dysku zostało tylko ${value} MB (próg: ${threshold} MB). Usuń stare kopie zapasowe lub pliki poczty albo powiększ dysk.`,
    backup_age: ({ value, threshold }) =>
      `Od ostatniej kopii zapasowej minęło godzin: ${value} (próg: ${threshold}). Zrób ją teraz poleceniem „npm run cli -- backup” i sprawdź, dlaczego poprzednia się nie udała.`,
    statistics_age: ({ value, threshold }) =>
      `Od przeliczenia statystyk warsztatów minęło minut: ${value} (próg: ${threshold}). Uruchom „npm run cli -- statistics refresh”.`,
    certificate_expiry: ({ value, threshold }) =>
      `Certyfikat strony wygasa za tyle dni: ${value} (próg: ${threshold}). Odnów go i przeładuj serwer pośredniczący.`,
    certificate_unreadable: () =>
      "Z tej maszyny nie da się odczytać certyfikatu strony, więc nikt się nie dowie, kiedy wygasa. Sprawdź, czy widzi ona adres PUBLIC_URL.",
  },
  unknown: ({ subject, value, threshold }) => `${subject}: ${value} (próg: ${threshold}).`,
  names: {
    health_check: "Kontrola stanu wykazuje problem",
    readings_unavailable: "Brak pomiarów",
    response_time_p95: "Wolne odpowiedzi (P95)",
    response_time_p99: "Wolne odpowiedzi (P99)",
    error_rate: "Za dużo błędów",
    cache_hit_rate: "Pamięć podręczna rzadko trafia",
    pool_waiting: "Zapytania czekają na bazę",
    queue_age: "Zadania czekają za długo",
    failed_jobs: "Zadania się nie powiodły",
    heap: "Brakuje pamięci",
    event_loop_delay: "Proces się spóźnia",
    disk_free: "Kończy się miejsce na dysku",
    backup_age: "Kopia zapasowa jest stara",
    statistics_age: "Statystyki są stare",
    certificate_expiry: "Certyfikat wkrótce wygaśnie",
    certificate_unreadable: "Nie da się odczytać certyfikatu",
  },
  severities: { info: "informacja", warning: "ostrzeżenie", critical: "krytyczne" },
  subjects: {
    raised: ({ severity, name }) => `[${severity}] ${name}`,
    escalated: ({ severity, name }) => `[teraz ${severity}] ${name}`,
    reminder: ({ severity, name }) => `[nadal ${severity}] ${name}`,
    resolved: ({ name }) => `[rozwiązane] ${name}`,
    digest: ({ count }) => `[cisza nocna] Co się działo tymczasem: ${count}`,
  },
  openings: {
    raised: "Potrzebna jest Twoja uwaga.",
    escalated: "Jest gorzej niż przedtem.",
    reminder: "Nikt jeszcze nie potwierdził, że się tym zajmuje.",
    resolved: "To już minęło.",
    digest: "W godzinach ciszy nie stało się nic krytycznego poza tym, o czym już wiesz. To czekało:",
  },
  over: "już minęło",
  action: "Otwórz alerty",
  closing: "Otrzymujesz tę wiadomość, ponieważ ustawienie ALERT_MAIL_TO zawiera Twój adres.",
};
