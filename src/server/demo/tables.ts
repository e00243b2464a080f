import type { WorkshopContent } from "../../shared/catalogue/workshop.ts";
import type { Language, LocalisedText } from "../../shared/kernel/locale.ts";
import type { Role } from "../../shared/kernel/permission.ts";
import type { Answers, QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  language: Language;
  createdAt: Date;
}

export interface PasswordRow {
  id: string;
  personId: string;
  passwordHash: string;
  createdAt: Date;
}

export interface FacilitatorRow {
  id: string;
  personId: string | null;
  name: string;
  bio: LocalisedText;
}

export interface LocationRow {
  id: string;
  name: string;
  address: string;
  city: string;
  notes: LocalisedText;
}

export interface WorkshopRow {
  id: string;
  slugEn: string;
  slugPl: string;
  content: WorkshopContent;
  createdAt: Date;
  publishedAt: Date;
}

export interface EnrolmentRow {
  id: string;
  workshopId: string;
  participantId: string;
  status: string;
  confirmedAt: Date | null;
  closedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface QuestionnaireRow {
  id: string;
  workshopId: string;
  identityMode: "identified" | "anonymous";
  audience: "anyone" | "confirmed";
  content: QuestionnaireContent;
  opensAt: Date;
  closesAt: Date;
  createdAt: Date;
  publishedAt: Date;
}

export interface ResponseRow {
  id: string;
  questionnaireId: string;
  respondentId: string | null;
  enrolmentId: string | null;
  language: Language;
  answers: Answers;
  createdAt: Date;
  submittedAt: Date;
}

export interface ConsentRow {
  responseId: string;
  questionCode: string;
  purpose: string;
  textHash: string;
  isGranted: boolean;
  decidedAt: Date;
}
