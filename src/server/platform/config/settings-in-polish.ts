import type { SettingName } from "./settings-schema.ts";

/** What each setting means, for Polish readers of the studio; the English text stands beside its rule in the schema. */
export const settingsInPolish: Readonly<Record<SettingName, string>> = {
  NODE_ENV:
    "Jak ostrożny jest proces: w trybie production nie ma treści demonstracyjnych, a log to jeden JSON w wierszu.",
  ROLES: "Co robi ten proces: podaje strony i API, wykonuje zadania, rozpoczyna zadania według zegara.",
  WEB_CONCURRENCY:
    "Ile procesów na tej maszynie pełni rolę web na wspólnym porcie; auto to jeden na rdzeń. 1 oznacza, że oprócz pierwszego nie ma innych.",
  WEB_TIMEOUT_SECONDS:
    "Gdy WEB_CONCURRENCY jest większe niż 1: proces, który tak długo milczy, zostaje zakończony, a jego miejsce zajmuje nowy.",
  DRAIN_SECONDS:
    "Jak długo proces, który ma się zatrzymać, przyjmuje jeszcze połączenia, gdy /ready odpowiada już 503, aby równoważenie ruchu zdążyło go ominąć.",
  LOG_LEVEL: "Najmniej ważne komunikaty, które jeszcze trafiają do logu.",
  DEMO: "auto wypełnia pustą wbudowaną bazę treściami demonstracyjnymi poza trybem production; 0 zostawia ją pustą.",
  HOST: "Adres, na którym proces nasłuchuje.",
  PORT: "Port, na którym proces nasłuchuje; 0 wybiera dowolny wolny.",
  PROBE_PORT:
    "Dla procesu bez roli web: port, na którym odpowiada na /health, /ready i /metrics, i na nic więcej. Z rolą web robi to PORT.",
  PUBLIC_URL:
    "Pod jakim adresem ludzie otwierają serwis. Używany w odnośnikach, wiadomościach i ciasteczkach, które przy https są Secure.",
  TRUST_PROXY:
    "Adresy własnego pośrednika (reverse proxy): to, co podaje w X-Forwarded-For, jest wtedy adresem klienta. 1 wierzy każdemu, kto się łączy, gdy nikt inny nie może.",
  GRAPHQL_INTROSPECTION:
    "Czy /api/graphql pokazuje swój schemat każdemu, kto zapyta; auto robi to tylko poza trybem production.",
  ASSET_BASE_URL: "Skąd przeglądarki pobierają skrypty, style i czcionki, na przykład z CDN, który bierze je stąd.",
  CDN_PURGE_URL:
    'Gdzie wspólna pamięć podręczna przed serwisem dowiaduje się, co ma zapomnieć: {"tags": […]}, tak jak przyjmuje to Cloudflare.',
  CDN_PURGE_TOKEN: "Wysyłany jako bearer token pod CDN_PURGE_URL.",
  LIMIT_MAX:
    "Nieudane żądania jednej osoby (albo odpowiedzi, albo anonimowego adresu) w jednym oknie; udanych zapisów może być w trybie production dziesięć razy tyle, poza nim liczą się tak samo.",
  LIMIT_WINDOW_MINUTES: "Jak długie jest okno dla LIMIT_MAX.",
  SHED_LAG_MS:
    "O ile milisekund proces może się spóźniać, zanim odpowie 503 na wszystko oprócz /health, /ready i /metrics.",
  SLOW_REQUEST_MS: "Po ilu milisekundach log ostrzega o wolnym żądaniu.",
  MEMORY_WARN_MB: "Od ilu zajętych megabajtów pamięci log ostrzega, najwyżej raz na minutę.",
  DATABASE_URL: "Serwer PostgreSQL w wersji 15 lub nowszej. Bez tego ustawienia działa wbudowany, w folderze DATA_DIR.",
  DATABASE_DIRECT_URL:
    "Ta sama baza bez pośrednika połączeń: dla migracji, zadań i wiadomości między procesami. Potrzebne przy DB_POOLER=transaction.",
  DATABASE_REPLICA_URLS:
    "Repliki, które dzielą się odczytami; każda jest pomijana, gdy jej nie ma lub się spóźnia. Każdy zawsze widzi to, co sam zapisał.",
  DB_POOLER:
    "Dokąd prowadzi DATABASE_URL: do samego PostgreSQL czy do pośrednika takiego jak PgBouncer w trybie transaction.",
  DB_POOL_MAX: "Ile najwyżej połączeń otwiera ten proces dla zapytań i transakcji.",
  DB_PIPELINE:
    "Połączenia obok DB_POOL_MAX, którymi krótkie odczyty są wysyłane bez czekania między nimi; otwierane w miarę potrzeby, nigdy za pośrednikiem.",
  REDIS_URL:
    "Redis w wersji 6.2 lub nowszej, którego wartości są wspólne dla wszystkich procesów. Bez niego też są poprawne.",
  CACHE_MEMORY_MB: "Ile najwyżej megabajtów wartości ten proces trzyma we własnej pamięci.",
  DATA_DIR: "Folder na wszystko, co serwis trzyma na dysku: wbudowaną bazę, pliki wiadomości, sekret.",
  APP_SECRET:
    "Podpisuje odnośniki i ciasteczka. Potrzebny w trybie production z DATABASE_URL; w innych przypadkach powstaje raz, sam.",
  BACKUP_SCHEDULE: "Kiedy proces z rolą scheduler robi kopię zapasową bazy i plików.",
  BACKUP_URL:
    "Dokąd trafiają kopie zapasowe; najlepiej na inny dysk lub inną maszynę niż ta, z której są. Dla bucketu podaj region, endpoint (jeśli to nie Amazon) albo oba.",
  AWS_ACCESS_KEY_ID: "Podpisuje żądania do bucketu z BACKUP_URL. Potrzebne przy s3://.",
  AWS_SECRET_ACCESS_KEY: "Podpisuje żądania do bucketu z BACKUP_URL; część tajna. Potrzebne przy s3://.",
  BACKUP_KEY: "Każda kopia zapasowa jest szyfrowana kluczem utworzonym z tej wartości.",
  BACKUP_KEEP_DAILY: "Z ilu dni zostaje najnowsza kopia; z ostatnich 24 godzin zostają wszystkie.",
  BACKUP_KEEP_WEEKLY: "Z ilu tygodni także zostaje najnowsza kopia.",
  SMTP_URL: "Serwer, który wysyła pocztę. Bez niego wiadomości są plikami, które pokazuje studio.",
  MAIL_FROM: "Nadawca wszystkich wiadomości. Potrzebny przy SMTP_URL.",
  ALERT_MAIL_TO: "Kto dostaje wiadomość, gdy alert się pojawia lub kończy.",
  ALERT_MAIL_SEVERITY: "Najmniej ważne alerty, które są wysyłane pocztą. Wymaga ALERT_MAIL_TO.",
  ALERT_LANGUAGE: "Język wiadomości i webhooków o alertach; studio używa języka czytającego.",
  ALERT_WEBHOOK_URL:
    "Dokąd wysyłane są alerty, podpisane zgodnie ze Standard Webhooks. Adres musi być publiczny; przekierowania są pomijane.",
  ALERT_WEBHOOK_SECRET: "Podpisuje to, co jest wysyłane pod ALERT_WEBHOOK_URL. Potrzebny razem z nim.",
  ALERT_WEBHOOK_SEVERITY: "Najmniej ważne alerty, które są wysyłane webhookiem. Wymaga ALERT_WEBHOOK_URL.",
  ALERT_WEBHOOK_ALLOW_PRIVATE:
    "1 pozwala, by ALERT_WEBHOOK_URL prowadził do tej maszyny lub jej własnej sieci, dla odbiorców, których sam uruchamiasz.",
  ALERT_QUIET_HOURS: "Kiedy wysyłane są tylko alerty krytyczne. Pozostałe czekają i przychodzą potem razem.",
  ALERT_TIME_ZONE: "Według jakiego zegara liczą się ALERT_QUIET_HOURS.",
  ALERT_REMIND_HOURS:
    "Po ilu godzinach alert krytyczny, którym nikt się nie zajął, jest wysyłany ponownie; 0 oznacza nigdy.",
  ALERT_MIN_REQUESTS:
    "Mniej żądań niż tyle w jednym oknie nic nie mówi o czasach odpowiedzi, błędach ani pamięci podręcznej.",
  ALERT_P95_MS: "Alert, gdy więcej niż 5 na 100 odpowiedzi trwa dłużej niż tyle milisekund.",
  ALERT_P99_MS: "Alert, gdy więcej niż 1 na 100 odpowiedzi trwa dłużej niż tyle milisekund.",
  ALERT_ERROR_PERCENT:
    "Alert, gdy więcej na 100 żądań kończy się błędem serwera (tylko 5xx); krytyczny od pięciu razy tylu.",
  ALERT_HIT_RATE_PERCENT: "Alert, gdy pamięć podręczna odpowiada na mniej niż tyle ze 100 pytań; 0 oznacza nigdy.",
  ALERT_POOL_WAITING: "Alert, gdy tyle zapytań czeka na połączenie z bazą.",
  ALERT_QUEUE_AGE_SECONDS: "Alert, gdy zadanie czeka po terminie tyle sekund; krytyczny od sześciu razy tylu.",
  ALERT_FAILED_JOBS: "Alert, gdy tyle zadań ostatecznie się nie powiodło.",
  ALERT_HEAP_PERCENT: "Alert, gdy zajęte jest więcej niż tyle procent dozwolonej pamięci; krytyczny od 95.",
  ALERT_EVENT_LOOP_MS: "Alert, gdy 1 na 100 obrotów pętli procesu spóźnia się o więcej milisekund.",
  ALERT_DISK_FREE_MB:
    "Alert, gdy w DATA_DIR jest wolnych mniej megabajtów; krytyczny poniżej jednej piątej tej liczby.",
  ALERT_BACKUP_HOURS:
    "Alert, gdy najnowsza kopia zapasowa jest starsza niż tyle godzin; krytyczny od trzech razy tylu.",
  ALERT_STATISTICS_MINUTES: "Alert, gdy statystyki warsztatów są starsze niż tyle minut.",
  ALERT_CERTIFICATE_DAYS: "Alert, gdy certyfikat PUBLIC_URL wygasa w ciągu tylu dni; krytyczny w ciągu 3.",
  METRICS_TOKEN:
    "Z nim /metrics można odczytać z innych maszyn, jako bearer token; programy tej maszyny nie potrzebują żadnego.",
  OTEL_EXPORTER_OTLP_ENDPOINT:
    "Dokąd wysyłane są ślady żądań, przez OTLP po HTTP. Bez tego ustawienia nie są zbierane.",
  OTEL_EXPORTER_OTLP_HEADERS: "Nagłówki wysyłane ze śladami, na przykład te, które otwierają odbiorcę.",
  OTEL_SERVICE_NAME: "Nazwa, pod którą ślady pokazują ten serwis.",
  OTEL_TRACES_SAMPLER: "Które żądania zostawiają ślad.",
  OTEL_TRACES_SAMPLER_ARG: "Jaka część żądań zostawia ślad, gdy OTEL_TRACES_SAMPLER wybiera część.",
  OTEL_BSP_SCHEDULE_DELAY: "Ile milisekund ślady są zbierane, zanim zostaną wysłane razem.",
};
