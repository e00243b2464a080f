/**
 * Everything a caller can act on, by stable code, with the HTTP status it answers.
 * The only table that maps a code to a status.
 */
export const errorStatus = {
  malformed_request: 400,
  invalid_input: 422,
  not_signed_in: 401,
  wrong_credentials: 401,
  forbidden: 403,
  cross_site_request: 403,
  email_not_verified: 403,
  account_suspended: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  conflict: 409,
  edit_conflict: 409,
  already_enrolled: 409,
  already_submitted: 409,
  overlapping_session: 409,
  confirmation_needed: 409,
  idempotency_conflict: 409,
  setup_done: 409,
  version_outdated: 409,
  identity_mode_locked: 409,
  gone: 410,
  payload_too_large: 413,
  unsupported_media_type: 415,
  not_publishable: 422,
  invalid_answers: 422,
  capacity_below_taken: 422,
  workshop_full: 409,
  enrolment_closed: 409,
  questionnaire_closed: 409,
  invalid_transition: 409,
  not_in_audience: 403,
  link_invalid: 400,
  password_too_weak: 422,
  too_few_respondents: 409,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
  maintenance: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** One thing that is wrong with one field. `field` is a dotted path such as `sessions.0.startsAt`. */
export interface FieldIssue {
  field: string;
  code: string;
  message: string;
}

export interface ErrorDetails {
  issues?: FieldIssue[];
  retryAfterSeconds?: number;
  [key: string]: unknown;
}

/** What a use case throws for anything the caller can act on; the edge turns it into an RFC 9457 problem. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return errorStatus[this.code];
  }
}
