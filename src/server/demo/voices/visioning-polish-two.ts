import { chose, choseAll, polish, type Voice } from "./voice.ts";

export const visioningPolishTwo: Voice[] = [
  polish(9, {
    ordinary_day: "po szkole próba w sali z pianinem, potem siedzimy na schodach i nikt nas nie goni. tyle mi starczy",
    values: choseAll("freedom", "culture"),
    value_story: "siedzielismy w szóstkę na placu zabaw, nic nie robiliśmy, ktoś zadzwonił po straż miejską",
    influence: 2,
    concern: "że zrobią tu regulamin na trzy strony i same zakazy",
    places_used: "schody za szkołą i przystanek bo ma dach",
    no_room_for: "perkusja. wiem że głośna",
    first_space: chose("hall"),
    could_share: choseAll("time"),
    hours_month: 8,
    left_out: "my. zależy od tego czy ktoś nas zapyta zanim zabroni",
    joined_before: true,
    joining_story: "zmieniłem klasę w drugim półroczu. pomógł jeden chłopak co po prostu usiadł obok",
    deciding: chose("majority"),
    role: "mogę nosić krzesła i robić nagłośnienie. nie będę sprzątał po imprezach dorosłych",
    first_step: "stroiciel do pianina",
    quote_consent: true,
  }),
  polish(8, {
    ordinary_day:
      "Maj, siódma rano, podlewam rozsadę, zanim przyjdzie słońce. Przy kompoście spotykam pana z psem i wymieniamy się dwoma zdaniami, jak codziennie. Na ławce ktoś zostawił słoik z napisem „częstujcie się”.",
    keep: "Lipę. Wszystko inne można przestawić, ale kto ruszy lipę, ten ma ze mną do czynienia.",
    values: choseAll("nature", "quiet", "mutual_help"),
    value_story:
      "Założyłyśmy w trzy osoby rabatę przy śmietniku. Najpierw ktoś ją zdeptał, potem ktoś inny dosadził nagietki. Do dziś nie wiem, kto jedno i kto drugie.",
    influence: 5,
    concern: "Suszy. I betonu, bo zawsze się znajdzie ktoś, komu liście przeszkadzają.",
    places_used: "Ogród już teraz, przez dziurę w płocie. Mam nadzieję, że ankieta naprawdę jest anonimowa.",
    first_space: chose("garden"),
    could_share: choseAll("skills", "tools", "time"),
    hours_month: 15,
    fair_costs: "Część w pieniądzach, część w robocie. Godzina pielenia to też wkład.",
    good_neighbour: "Podleje, jak wyjadę. Nie zerwie bez pytania.",
    disagreement:
      "Poszło o karmienie gołębi. Skończyło się, kiedy jedna pani przyznała, że karmi, bo nie ma do kogo gadać. Potem już nikt nie miał serca się kłócić.",
    joined_before: true,
    joining_story:
      "Działki. Trudne były niepisane zasady: gdzie wolno palić, komu się kłaniać. Pomógł starszy pan, który się ze mnie śmiał, ale tłumaczył.",
    deciding: chose("no_objections"),
    common_or_own: "Drzewa i woda wspólnie, grządka każdego własna.",
    role: "Ogród. Do kuchni mnie nie ciągnijcie.",
    first_step: "Beczka na deszczówkę pod rynną.",
    quote_consent: true,
  }),
  polish(8, {
    ordinary_day:
      "Dom zarabia na siebie: rano wynajęta sala, w południe obiady, wieczorem kursy. Jest grafik i jest osoba, która za niego odpowiada. Wchodzę i wiem, kto tu rządzi.",
    values: choseAll("fairness", "culture", "safety"),
    influence: 5,
    concern:
      "Entuzjazm bez budżetu. Prowadzę firmę od piętnastu lat i wiem, jak to się kończy w lutym, gdy przychodzi rachunek za gaz.",
    places_used: "Biuro, siłownia, lodziarnia z córką. W okolicy właściwie śpię.",
    first_space: chose("kitchen"),
    could_share: choseAll("contacts", "money"),
    hours_month: 3,
    fair_costs:
      "Stała składka plus płatny wynajem dla tych, którzy na tym zarabiają. Joga za pieniądze nie może mieć sali za darmo.",
    disagreement:
      "Wspólnik chciał rosnąć, ja nie. Rozstrzygnęło to, że mieliśmy umowę spisaną, zanim się pokłóciliśmy.",
    joined_before: true,
    joining_story:
      "Izba rzemieślnicza. Ułatwiło mi to, że ktoś mnie przedstawił z nazwiska i branży, nie „nasz nowy kolega”.",
    deciding: chose("council"),
    common_or_own:
      "Wspólnie cele i budżet na rok. Bieżące sprawy – rada, bez pytania czterdziestu osób o kolor kubków.",
    role: "Mogę ułożyć budżet i znaleźć dwóch sponsorów. Nie będę prowadził warsztatów.",
    first_step: "Jedna kartka: wpływy, wydatki, brakuje tyle.",
  }),
  polish(7, {
    ordinary_day:
      "Synek ma katar i nie idzie do żłobka, a ja mam jedną rozmowę o dziesiątej. Schodzę do domu, ktoś siedzi z nim pół godziny. Po południu ja siedzę z czyimś dzieckiem. Nikt nikomu nie dziękuje, bo to normalne.",
    values: choseAll("mutual_help", "safety", "openness"),
    value_story:
      "Jak wysiadła winda, trzy osoby wnosiły mi wózek przez dwa tygodnie. Nie znałam imion i do tej pory głupio mi zapytać.",
    influence: 4,
    concern: "Boję się grupki, która się zna od lat. Wszyscy mili, ale żarty są stare i ja ich nie rozumiem.",
    places_used: "Park, żłobek, paczkomat. Rozmawiam głównie przy paczkomacie.",
    no_room_for: "Zjeść obiad z innymi dorosłymi.",
    first_space: chose("kitchen"),
    could_share: choseAll("time"),
    hours_month: 3,
    fair_costs: "Według dochodu, tylko nie wiem, jak to zrobić, żeby nikt nie musiał pokazywać paska z wypłaty.",
    good_neighbour: "Nie ocenia, że dziecko płacze.",
    own_boundary: "Nie chcę opowiadać, czemu jestem sama.",
    left_out: "Rodzice, którzy nie mają z kim zostawić dzieci, jeśli spotkania będą wieczorem i bez kącika.",
    joined_before: true,
    joining_story: "Grupa w szpitalu, na patologii ciąży. Pomogło, że wszystkie byłyśmy tak samo przerażone.",
    deciding: chose("no_objections"),
    role: "Dyżur przy dzieciach rano. Wieczorem nie dam rady.",
    first_step: "Przewijak i krzesełko do karmienia. Po tym poznam, że o nas pomyśleli.",
    quote_consent: true,
  }),
  polish(7, {
    ordinary_day:
      "Z sali słychać gamy, ktoś po raz setny myli bemole. W przerwie piję kawę z paniami z haftu, które twierdzą, że im moje gamy pomagają liczyć. Jesienią gramy mały koncert, bez biletów.",
    keep: "Pianino. Rozstrojone, ale rama zdrowa, sprawdziłem.",
    values: choseAll("culture", "openness", "quiet"),
    influence: 4,
    concern: "Zima. Instrument nie znosi wilgoci, ludzie też nie.",
    no_room_for: "Na zwykłe muzykowanie, takie po kolacji. W bloku sąsiedzi pukają w kaloryfer.",
    first_space: chose("hall"),
    could_share: choseAll("skills"),
    hours_month: 10,
    good_neighbour: "Puka, zanim zadzwoni po policję.",
    disagreement:
      "W szkole muzycznej dwie koleżanki nie rozmawiały ze sobą osiem lat, poszło o salę numer trzy. Pogodził je remont: obie straciły swoje sale.",
    joined_before: true,
    joining_story:
      "Orkiestra po studiach. Sadzano nowych na końcu i czekano, aż się odezwą. Ja się nie odezwałem przez rok.",
    deciding: chose("council"),
    common_or_own: "Godziny grania ustalmy razem. Repertuar proszę zostawić mnie.",
    role: "Lekcje dla dzieci, za darmo, dwa razy w tygodniu. Nie będę zbierał składek.",
    quote_consent: true,
  }),
  polish(6, {
    ordinary_day:
      "Przychodzę w czwartek po pracy, biorę klucz z listy, zamykam za sobą i wiem, że rachunki się zgadzają. Na stole leży zeszyt wydatków, każdy może zajrzeć.",
    values: choseAll("fairness", "quiet", "safety"),
    value_story:
      "W naszej wspólnocie brakowało tysiąca stu złotych w funduszu. Okazało się, że to pomyłka w dodawaniu, ale przez rok ludzie patrzyli na siebie krzywo.",
    influence: 6,
    concern: "Kto odpowiada, gdy ktoś spadnie ze schodów. Nikt o tym nie mówi, bo to nudne.",
    first_space: chose("kitchen"),
    could_share: choseAll("skills"),
    hours_month: 5,
    fair_costs:
      "Ogrzewanie po równo od mieszkania, reszta według użycia. I fundusz dla tych, którym akurat w danym miesiącu nie wyszło – bez podania i uzasadnienia.",
    good_neighbour: "Płaci w terminie. Serdeczność przychodzi później.",
    disagreement:
      "O docieplenie bloku. Wygrało głosowanie o jeden głos i od tamtej pory nikt nikomu nie wierzy. Wolałabym poczekać pół roku dłużej.",
    joined_before: true,
    joining_story: "Zarząd wspólnoty. Utrudniało mi to, że dokumenty były w trzech szufladach u trzech osób.",
    deciding: chose("majority"),
    role: "Księgowość, raz w miesiącu. Nie chcę jednoosobowo trzymać gotówki i radzę, żeby nikt nie chciał.",
    first_step: "Ubezpieczenie. Zwykła polisa, wywieszona przy drzwiach.",
    quote_consent: false,
  }),
];
