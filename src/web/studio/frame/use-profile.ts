import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Profile } from "../../../shared/identity/contract.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { Permission } from "../../../shared/kernel/permission.ts";
import { reachOf } from "../../../shared/kernel/permission.ts";
import { getProfile, updateProfile } from "../../api/identity.ts";

const profileKey = ["profile"] as const;

/** The signed-in person; asked for once and kept. */
export function useProfile() {
  return useQuery({ queryKey: profileKey, queryFn: ({ signal }) => getProfile({ signal }), staleTime: 300_000 });
}

/** The language the studio speaks: the person's own. */
export function useStudioLanguage(): Language {
  return useProfile().data?.language ?? (document.documentElement.lang === "pl" ? "pl" : "en");
}

export function useChangeLanguage() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (language: Language) => updateProfile({ body: { language } }),
    onSuccess: async (profile) => {
      client.setQueryData(profileKey, profile);
      // What the server said in the other language is asked for again.
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== profileKey[0] });
    },
  });
}

/** Whether the person's role has the permission at all; whether for this very thing, the server says. */
export function mayEver(profile: Profile, permission: Permission): boolean {
  return reachOf(profile.role, permission) !== "none";
}
