import { identityContract as contract, type Profile } from "../../shared/identity/contract.ts";
import { type Reply, type Route, route } from "../platform/http/route.ts";
import type { Account, SignedInAnswer } from "./account.ts";
import { assignRole } from "./assign-role.ts";
import type { UseCaseDeps } from "./deps.ts";
import { listPeople } from "./list-people.ts";
import { setSuspension } from "./set-suspension.ts";

export function identityRoutes(deps: UseCaseDeps, account: Account): Route[] {
  return [
    route(contract.register, (context) => account.register(context, context.body)),
    route(contract.verifyEmail, async (context) =>
      signedIn(context.reply, await account.verifyEmail(context, context.body)),
    ),
    route(contract.signIn, async (context) => signedIn(context.reply, await account.signIn(context, context.body))),
    route(contract.signOut, async (context) => {
      const { setCookie } = await account.signOut(context);
      context.reply.header("set-cookie", setCookie);
      return undefined;
    }),
    route(contract.requestPasswordReset, (context) => account.requestPasswordReset(context, context.body)),
    route(contract.resetPassword, async (context) => {
      await account.resetPassword(context, context.body);
      return undefined;
    }),
    route(contract.createFirstAdmin, async (context) =>
      signedIn(context.reply, await account.createFirstAdmin(context, context.body)),
    ),
    route(contract.getProfile, (context) => account.getProfile(context)),
    route(contract.updateProfile, (context) => account.updateProfile(context, context.body)),
    route(contract.changePassword, async (context) => {
      await account.changePassword(context, context.body);
      return undefined;
    }),
    route(contract.listPeople, (context) => listPeople(deps, context, context.query)),
    route(contract.assignRole, (context) => assignRole(deps, context, { ...context.params, ...context.body })),
    route(contract.setSuspension, (context) => setSuspension(deps, context, { ...context.params, ...context.body })),
  ];
}

function signedIn(reply: Reply, { profile, setCookie }: SignedInAnswer): Profile {
  reply.header("set-cookie", setCookie);
  return profile;
}
