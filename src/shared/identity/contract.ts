import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Id } from "../kernel/id.ts";
import { Instant } from "../kernel/instant.ts";
import { Language } from "../kernel/locale.ts";
import { pageOf, pageQuery } from "../kernel/page.ts";
import { roles } from "../kernel/permission.ts";

export const Role = z.enum(roles);
export const PersonName = z.string().trim().min(1).max(120);
export const EmailAddress = z.email().max(254);
export const Password = z.string().min(10).max(200);

/** The person who is signed in, as they see themselves. */
export const Profile = z.object({
  id: Id,
  name: PersonName,
  email: EmailAddress,
  isEmailVerified: z.boolean(),
  role: Role,
  language: Language,
  createdAt: Instant,
});
export type Profile = z.infer<typeof Profile>;

/** A person as those who administer people see them. */
export const PersonSummary = z.object({
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  isEmailVerified: z.boolean(),
  suspendedAt: Instant.nullable(),
  createdAt: Instant,
});
export type PersonSummary = z.infer<typeof PersonSummary>;

const tag = "identity";
const Accepted = z.object({ accepted: z.literal(true) });

export const identityContract = {
  register: endpoint({
    id: "register",
    method: "POST",
    path: "/api/v1/account/register",
    summary:
      "Register as a participant; a mail with a link verifies the address. The answer is the same for a known address.",
    tag,
    access: "public",
    creates: true,
    status: 202,
    body: z.strictObject({
      name: PersonName,
      email: EmailAddress,
      password: Password,
      language: Language.default("en"),
    }),
    response: Accepted,
    errors: ["password_too_weak", "too_many_requests"],
  }),
  verifyEmail: endpoint({
    id: "verifyEmail",
    method: "POST",
    path: "/api/v1/account/verify-email",
    summary: "Confirm an address with the token of the mailed link; signs the person in.",
    tag,
    access: "public",
    body: z.strictObject({ token: z.string().min(1).max(2000) }),
    response: Profile,
    errors: ["link_invalid", "account_suspended"],
  }),
  signIn: endpoint({
    id: "signIn",
    method: "POST",
    path: "/api/v1/account/sign-in",
    summary: "Sign in with address and password; sets the login-session cookie.",
    tag,
    access: "public",
    body: z.strictObject({ email: z.string().max(254), password: z.string().max(200) }),
    response: Profile,
    errors: ["wrong_credentials", "email_not_verified", "account_suspended", "too_many_requests"],
  }),
  signOut: endpoint({
    id: "signOut",
    method: "POST",
    path: "/api/v1/account/sign-out",
    summary: "End the present login session.",
    tag,
    access: "signed_in",
    status: 204,
  }),
  requestPasswordReset: endpoint({
    id: "requestPasswordReset",
    method: "POST",
    path: "/api/v1/account/forgotten-password",
    summary: "Mail a link that sets a new password. The answer is the same whether or not the address is known.",
    tag,
    access: "public",
    status: 202,
    body: z.strictObject({ email: EmailAddress, language: Language.default("en") }),
    response: Accepted,
    errors: ["too_many_requests"],
  }),
  resetPassword: endpoint({
    id: "resetPassword",
    method: "POST",
    path: "/api/v1/account/reset-password",
    summary: "Set a new password with the token of the mailed link; ends every login session.",
    tag,
    access: "public",
    status: 204,
    body: z.strictObject({ token: z.string().min(1).max(2000), password: Password }),
    errors: ["link_invalid", "password_too_weak"],
  }),
  getProfile: endpoint({
    id: "getProfile",
    method: "GET",
    path: "/api/v1/me/profile",
    summary: "The signed-in person.",
    tag,
    access: "signed_in",
    response: Profile,
  }),
  updateProfile: endpoint({
    id: "updateProfile",
    method: "PATCH",
    path: "/api/v1/me/profile",
    summary: "Change one's name or language.",
    tag,
    access: "signed_in",
    body: z.strictObject({ name: PersonName.optional(), language: Language.optional() }),
    response: Profile,
  }),
  changePassword: endpoint({
    id: "changePassword",
    method: "POST",
    path: "/api/v1/me/change-password",
    summary: "Change one's password; ends every other login session.",
    tag,
    access: "signed_in",
    status: 204,
    body: z.strictObject({ currentPassword: z.string().max(200), newPassword: Password }),
    errors: ["wrong_credentials", "password_too_weak", "too_many_requests"],
  }),
  createFirstAdmin: endpoint({
    id: "createFirstAdmin",
    method: "POST",
    path: "/api/v1/account/first-admin",
    summary:
      "On an installation without an admin: make the first one and sign in. Needs the setup code that the server printed.",
    tag,
    access: "public",
    creates: true,
    status: 201,
    body: z.strictObject({
      setupCode: z.string().max(100),
      name: PersonName,
      email: EmailAddress,
      password: Password,
      language: Language.default("en"),
    }),
    response: Profile,
    errors: ["setup_done", "wrong_credentials", "password_too_weak", "conflict", "too_many_requests"],
  }),
  listPeople: endpoint({
    id: "listPeople",
    method: "GET",
    path: "/api/v1/studio/people",
    summary: "People, newest first, found by name or address.",
    tag,
    access: "people.read",
    query: z.strictObject({ q: z.string().trim().max(200).optional(), role: Role.optional(), ...pageQuery }),
    response: pageOf(PersonSummary),
  }),
  assignRole: endpoint({
    id: "assignRole",
    method: "PUT",
    path: "/api/v1/studio/people/{personId}/role",
    summary: "Give a person another role. Nobody can change their own.",
    tag,
    access: "people.assignRole",
    params: z.strictObject({ personId: Id }),
    body: z.strictObject({ role: Role }),
    response: PersonSummary,
    errors: ["not_found", "forbidden"],
  }),
  setSuspension: endpoint({
    id: "setSuspension",
    method: "PUT",
    path: "/api/v1/studio/people/{personId}/suspension",
    summary:
      "Suspend a person (ends their login sessions) or lift the suspension. Only an admin may suspend staff; nobody can suspend themselves.",
    tag,
    access: "people.suspend",
    params: z.strictObject({ personId: Id }),
    body: z.strictObject({ isSuspended: z.boolean() }),
    response: PersonSummary,
    errors: ["not_found", "forbidden"],
  }),
};
