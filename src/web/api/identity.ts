import type { identityContract } from "../../shared/identity/contract.ts";
import { operation } from "./operation.ts";

export const register = operation<typeof identityContract.register>("POST", "/api/v1/account/register");
export const verifyEmail = operation<typeof identityContract.verifyEmail>("POST", "/api/v1/account/verify-email");
export const signIn = operation<typeof identityContract.signIn>("POST", "/api/v1/account/sign-in");
export const signOut = operation<typeof identityContract.signOut>("POST", "/api/v1/account/sign-out");
export const requestPasswordReset = operation<typeof identityContract.requestPasswordReset>(
  "POST",
  "/api/v1/account/forgotten-password",
);
export const resetPassword = operation<typeof identityContract.resetPassword>("POST", "/api/v1/account/reset-password");
export const getProfile = operation<typeof identityContract.getProfile>("GET", "/api/v1/me/profile");
export const updateProfile = operation<typeof identityContract.updateProfile>("PATCH", "/api/v1/me/profile");
export const changePassword = operation<typeof identityContract.changePassword>("POST", "/api/v1/me/change-password");
export const createFirstAdmin = operation<typeof identityContract.createFirstAdmin>(
  "POST",
  "/api/v1/account/first-admin",
);
export const listPeople = operation<typeof identityContract.listPeople>("GET", "/api/v1/studio/people");
export const assignRole = operation<typeof identityContract.assignRole>("PUT", "/api/v1/studio/people/{personId}/role");
export const setSuspension = operation<typeof identityContract.setSuspension>(
  "PUT",
  "/api/v1/studio/people/{personId}/suspension",
);
