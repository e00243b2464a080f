import type { Profile } from "../../shared/identity/contract.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { changePassword } from "./change-password.ts";
import { expiredCookie, sessionCookie } from "./cookie.ts";
import { createFirstAdmin } from "./create-first-admin.ts";
import type { Caller, UseCaseDeps } from "./deps.ts";
import { type Registration, register } from "./register.ts";
import { requestPasswordReset } from "./request-password-reset.ts";
import { resetPassword } from "./reset-password.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { getProfile, updateProfile } from "./update-profile.ts";
import { type SignedIn, verifyEmail } from "./verify-email.ts";

/** A profile, and the `Set-Cookie` header that goes with the answer. */
export interface SignedInAnswer {
  profile: Profile;
  setCookie: string;
}

type Asking = Pick<Caller, "actor">;

/** What people do with their own account, over HTTP and on the pages alike. The use cases tell what they throw. */
export interface Account {
  register(caller: Caller, input: Registration): Promise<{ accepted: true }>;
  verifyEmail(caller: Caller, input: { token: string }): Promise<SignedInAnswer>;
  signIn(caller: Caller, input: { email: string; password: string }): Promise<SignedInAnswer>;
  signOut(caller: Asking): Promise<{ setCookie: string }>;
  requestPasswordReset(caller: Caller, input: { email: string }): Promise<{ accepted: true }>;
  resetPassword(caller: Caller, input: { token: string; password: string }): Promise<void>;
  createFirstAdmin(caller: Caller, input: Registration & { setupCode: string }): Promise<SignedInAnswer>;
  getProfile(caller: Asking): Promise<Profile>;
  updateProfile(
    caller: Asking,
    change: { name?: string | undefined; language?: Language | undefined },
  ): Promise<Profile>;
  changePassword(caller: Caller, input: { currentPassword: string; newPassword: string }): Promise<void>;
}

export function createAccount(deps: UseCaseDeps): Account {
  const answered = ({ profile, token }: SignedIn): SignedInAnswer => ({
    profile,
    setCookie: sessionCookie(deps.publicUrl, token),
  });
  return {
    register: (caller, input) => register(deps, caller, input),
    verifyEmail: async (caller, input) => answered(await verifyEmail(deps, caller, input)),
    signIn: async (caller, input) => answered(await signIn(deps, caller, input)),
    async signOut(caller) {
      await signOut(deps, caller);
      return { setCookie: expiredCookie(deps.publicUrl) };
    },
    requestPasswordReset: (caller, input) => requestPasswordReset(deps, caller, input),
    resetPassword: (caller, input) => resetPassword(deps, caller, input),
    createFirstAdmin: async (caller, input) => answered(await createFirstAdmin(deps, caller, input)),
    getProfile: (caller) => getProfile(deps, caller),
    updateProfile: (caller, change) => updateProfile(deps, caller, change),
    changePassword: (caller, input) => changePassword(deps, caller, input),
  };
}
