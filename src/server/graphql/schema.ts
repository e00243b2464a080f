/**
 * What can be asked for. A field that answers with a list of objects says how long the list is taken to be when the
 * cost of a query is weighed: `limit` where there is one, else `assumed`, which is also the most that `limit` may be.
 * A page counts as long as its items, so these count once.
 */
export const typeDefs = /* GraphQL */ `
directive @listSize(assumed: Int!, limit: Boolean = false) on FIELD_DEFINITION

"An instant as ISO 8601 in UTC, such as 2027-03-01T08:00:00.000Z."
scalar Instant
"A day such as 2027-03-01, read in Europe/Warsaw."
scalar Day
"A value of any form: rich text, the answers of a response, the value of a condition."
scalar JSON

enum Language { en pl }
enum WorkshopStatus { draft published archived cancelled }
enum TagKind { theme skill level format audience }
enum FacilitatorPart { lead assistant guest }
enum Audience { anyone enrolled confirmed }
enum IdentityMode { identified anonymous }
enum QuestionnaireStatus { published closed }
enum Join { all any }
enum EnrolmentStatus { pending confirmed waitlisted offered cancelled declined expired completed }
enum ResponseStatus { draft submitted withdrawn }
enum Role { participant facilitator moderator editor admin }

type Query {
  "Published workshops, soonest first; with q, best match first."
  workshops(lang: Language = en, q: String, tag: String, from: Day, to: Day, limit: Int = 20, cursor: String): WorkshopPage
    @listSize(assumed: 100, limit: true)
  "A published workshop by its slug in either language, or by an address it had before."
  workshop(slug: String!, lang: Language = en): Workshop
  "All tags."
  tags: [Tag!] @listSize(assumed: 50)
  "A published questionnaire."
  questionnaire(id: ID!): Questionnaire
  "Whoever is signed in."
  me: Me
}

"A text as the reader gets it, with the language it is really in."
type Text { text: String! language: Language! }
type LocalisedText { en: String pl: String }
type Slugs { en: String pl: String }

type WorkshopPage {
  items: [Workshop!]! @listSize(assumed: 1)
  "How many there are; of a search's many matches, at least so many."
  total: Int!
  isTotalExact: Boolean!
  nextCursor: String
}

type Workshop {
  id: ID!
  slug: String!
  title: Text!
  summary: Text
  languages: [Language!]!
  tags: [WorkshopTag!]! @listSize(assumed: 5)
  startsAt: Instant
  endsAt: Instant
  timeZone: String!
  city: String
  isOnline: Boolean!
  capacity: Int
  seatsLeft: Int
  hasWaitingList: Boolean!
  priceCents: Int
  currency: String
  "Their names."
  facilitators: [String!]!
  status: WorkshopStatus!
  "The slug of each published language."
  slugs: Slugs!
  subtitle: Text
  description: Description
  objectives: [Text!]! @listSize(assumed: 5)
  requirements: [Text!]! @listSize(assumed: 5)
  needsApproval: Boolean!
  facilitatorProfiles: [FacilitatorProfile!]! @listSize(assumed: 3)
  location: Location
  sessions: [Session!]! @listSize(assumed: 5)
  publishedAt: Instant
  updatedAt: Instant!
}

type WorkshopTag { kind: TagKind! code: String! name: String! }
type Tag { id: ID! kind: TagKind! code: String! name: LocalisedText! }
type Description { document: JSON! language: Language! }
type FacilitatorProfile { name: String! part: FacilitatorPart! bio: Text }
type Location { name: String! address: String! city: String! }

type Session {
  id: ID!
  title: Text
  description: Text
  startsAt: Instant!
  endsAt: Instant!
  location: Location
  isOnline: Boolean!
}

type Questionnaire {
  id: ID!
  version: Int!
  languages: [Language!]!
  audience: Audience!
  identityMode: IdentityMode!
  status: QuestionnaireStatus!
  opensAt: Instant
  closesAt: Instant
  "The workshop it belongs to; null while nobody may know of that."
  workshop: QuestionnaireWorkshop
  title: LocalisedText!
  introduction: LocalisedText!
  thanks: LocalisedText!
  sections: [Section!]! @listSize(assumed: 5)
}

type QuestionnaireWorkshop { id: ID! title: LocalisedText! slugs: Slugs! }

type Section {
  id: ID!
  title: LocalisedText!
  description: LocalisedText!
  showIf: Condition
  questions: [Question!]! @listSize(assumed: 10)
}

type Condition { join: Join! tests: [AnswerTest!]! @listSize(assumed: 2) }
type AnswerTest { question: String! is: String! value: JSON }
type Option { code: String! label: LocalisedText! }

"A question of any kind; a limit that its kind does not have is null."
type Question {
  id: ID!
  kind: String!
  code: String!
  text: LocalisedText!
  help: LocalisedText!
  isRequired: Boolean!
  showIf: Condition
  options: [Option!] @listSize(assumed: 5)
  hasOther: Boolean
  isRandomOrder: Boolean
  minChoices: Int
  maxChoices: Int
  minLength: Int
  maxLength: Int
  minimum: Float
  maximum: Float
  isWhole: Boolean
  earliest: Day
  latest: Day
  from: Int
  to: Int
  fromLabel: LocalisedText
  toLabel: LocalisedText
  purpose: String
}

"The person who is signed in, as they see themselves."
type Me {
  id: ID!
  name: String!
  email: String!
  isEmailVerified: Boolean!
  role: Role!
  language: Language!
  createdAt: Instant!
  "What is to come, soonest first, then what is over."
  enrolments(lang: Language = en, limit: Int = 20, cursor: String): EnrolmentPage @listSize(assumed: 100, limit: true)
  "One's responses to identified questionnaires, newest first."
  responses(limit: Int = 20, cursor: String): ResponsePage @listSize(assumed: 100, limit: true)
}

type EnrolmentPage {
  items: [Enrolment!]! @listSize(assumed: 1)
  total: Int!
  nextCursor: String
}

type Enrolment {
  id: ID!
  workshopId: ID!
  status: EnrolmentStatus!
  "The place in line, from 1, while waitlisted."
  position: Int
  "Until when an offered seat is held."
  offeredUntil: Instant
  createdAt: Instant!
  workshop: EnrolledWorkshop!
}

type EnrolledWorkshop {
  slug: String
  title: Text!
  startsAt: Instant
  endsAt: Instant
  timeZone: String!
  isCancelled: Boolean!
  "All that everybody may read of it; null while it has no public page."
  page: Workshop
}

type ResponsePage {
  items: [Response!]! @listSize(assumed: 1)
  total: Int!
  nextCursor: String
}

type Response {
  id: ID!
  questionnaireId: ID!
  version: Int!
  status: ResponseStatus!
  language: Language!
  answers: JSON!
  revision: Int!
  updatedAt: Instant
  submittedAt: Instant
  "The questionnaire as it is published now, which may be a later version; null when it no longer is."
  questionnaire: Questionnaire
}
`;
