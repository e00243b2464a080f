import type { Role } from "../../src/shared/kernel/permission.ts";
import type { Relation } from "./specimens/specimen.ts";

/**
 * Who may do what, written down from the table "Roles" of the domain rules by hand and not from the code's own table, so
 * that a change of that one is noticed here. Columns: participant, facilitator, moderator, editor, admin.
 */
interface Row {
  reach: string;
  /** Whose existence a role may know of; differs from `reach` where reading is wider than changing. */
  knows?: string;
  /** True where the thing is public: then others hear "forbidden", as "not found" would be a lie. */
  isPublic?: boolean;
  /** True when no sign-in is needed. */
  forAnyone?: boolean;
  /** How a signed-in person is refused, where the general rule below says something else. */
  refusal?: string;
}

const running = "none own all own all";
const editing = "none none none own all";
const oneself = "own own own own own";
const anybodySignedIn: Row = { reach: "all all all all all" };
const anyone: Row = { ...anybodySignedIn, forAnyone: true };
const nobody = "none none none none none";
const admins: Row = { reach: "none none none none all" };
const unseen: Row = { reach: nobody, forAnyone: true, refusal: "404 not_found" };

const rows: Record<string, Row> = {
  listWorkshops: anyone,
  getWorkshop: anyone,
  "getWorkshop, a draft": unseen,
  listTags: anyone,
  listStudioWorkshops: { reach: running, refusal: "hidden" },
  createWorkshop: { reach: "none none none all all" },
  getWorkshopDraft: { reach: running },
  "getWorkshopDraft, a public workshop": { reach: running, isPublic: true },
  saveWorkshopDraft: { reach: editing, knows: running },
  "saveWorkshopDraft, sessions": { reach: running },
  getPublishChecklist: { reach: running },
  publishWorkshop: { reach: editing },
  listWorkshopRevisions: { reach: running },
  restoreWorkshopRevision: { reach: editing },
  archiveWorkshop: { reach: editing, isPublic: true },
  cancelWorkshop: { reach: editing },
  duplicateWorkshop: { reach: editing },
  deleteWorkshop: { reach: editing },
  // Whoever reads a draft or edits its sessions has to see the names of its facilitators and places.
  listFacilitators: { reach: "none all all all all" },
  listLocations: { reach: "none all all all all" },
  createFacilitator: { reach: "none none all all all" },
  createLocation: { reach: "none none all all all" },

  enrol: anybodySignedIn,
  getMyEnrolment: { reach: oneself, refusal: "hidden" },
  listMyEnrolments: { reach: oneself, refusal: "hidden" },
  cancelEnrolment: { reach: oneself },
  acceptOffer: { reach: oneself },
  declineOffer: { reach: oneself },
  listWorkshopEnrolments: { reach: running, isPublic: true },
  "listWorkshopEnrolments, an archived workshop": { reach: running },
  confirmEnrolment: { reach: running, isPublic: true },
  declineEnrolment: { reach: running, isPublic: true },
  removeEnrolment: { reach: editing, isPublic: true },

  register: anyone,
  verifyEmail: anyone,
  signIn: anyone,
  signOut: anybodySignedIn,
  requestPasswordReset: anyone,
  resetPassword: anyone,
  // Only while there is no admin: when one asks, there is.
  createFirstAdmin: { reach: "all all all all none", forAnyone: true, refusal: "409 setup_done" },
  getProfile: anybodySignedIn,
  updateProfile: anybodySignedIn,
  changePassword: anybodySignedIn,
  listPeople: { reach: "none none all none all" },
  assignRole: admins,
  setSuspension: { reach: "none none all none all" },
  "setSuspension, somebody of the staff": admins,

  getQuestionnaire: anyone,
  "getQuestionnaire, a draft": unseen,
  getQuestionnaireVersion: anyone,
  listQuestionnaires: { reach: running, refusal: "hidden" },
  createQuestionnaire: { reach: editing },
  "createQuestionnaire, a public workshop": { reach: editing, isPublic: true },
  "createQuestionnaire, without a workshop": { reach: "none none none all all" },
  getQuestionnaireDraft: { reach: running },
  "getQuestionnaireDraft, a published one": { reach: running, isPublic: true },
  saveQuestionnaireDraft: { reach: editing },
  getQuestionnaireChecklist: { reach: running },
  publishQuestionnaire: { reach: editing },
  closeQuestionnaire: { reach: editing, isPublic: true },
  deleteQuestionnaire: { reach: editing },

  getMyResponse: { reach: oneself, refusal: "hidden" },
  listMyResponses: { reach: oneself, refusal: "hidden" },
  getResponse: { reach: oneself },
  saveResponse: { reach: oneself },
  submitResponse: { reach: oneself },
  withdrawResponse: { reach: oneself },
  "getResponse, an anonymous one": anyone,
  "saveResponse, an anonymous one": anyone,
  "submitResponse, an anonymous one": anyone,
  "withdrawResponse, an anonymous one": anyone,
  "saveResponse, without a place": { reach: nobody, refusal: "403 not_in_audience" },
  "submitResponse, without a place": { reach: nobody, refusal: "403 not_in_audience" },

  getResults: { reach: "none own none own all" },
  exportResponses: { reach: editing },

  listAlerts: admins,
  acknowledgeAlert: admins,
  listMessages: admins,
  getCacheState: admins,
  getHealth: admins,
  getMessage: admins,
  getLiveFigures: admins,
  listSlowRequests: admins,
  getDatabase: admins,
  listStatements: admins,
  getStatementPlan: admins,
  listCacheTags: admins,
  clearCache: admins,
  listJobs: admins,
  retryJob: admins,
  changeLogLevel: admins,
  listSettings: admins,
  listAuditEntries: admins,
  listAuditActions: admins,
  exportAuditEntries: admins,
};

const columns: readonly Role[] = ["participant", "facilitator", "moderator", "editor", "admin"];

export const expectedCases = Object.keys(rows);

/**
 * What a call must come to: "allowed", "hidden" (answered, without the thing), or a status and code. In general, those who
 * may know of the thing, and those whose role never gets past the door, hear "forbidden"; all others "not found".
 */
export function expectedOutcome(name: string, role: Role | "anonymous", relation: Relation): string {
  const row = rows[name];
  if (!row) return "no expectation";
  if (role === "anonymous") {
    if (!row.forAnyone) return "401 not_signed_in";
    return row.reach === nobody ? (row.refusal ?? "no expectation") : "allowed";
  }
  const column = columns.indexOf(role);
  const isOwn = relation !== "other";
  const reach = row.reach.split(" ")[column];
  if (reach === "all" || (reach === "own" && isOwn)) return "allowed";
  const known = (row.knows ?? row.reach).split(" ")[column];
  if (known === "none" && !row.forAnyone && row.reach !== nobody) return "403 forbidden";
  if (row.refusal) return row.refusal;
  return row.isPublic || known === "all" || (known === "own" && isOwn) ? "403 forbidden" : "404 not_found";
}
