import "./frame.css";
import { Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Profile } from "../../../shared/identity/contract.ts";
import { ApiError } from "../../api/api-error.ts";
import { InterfaceLanguage } from "../../design-system/interactive/interface-language.tsx";
import { ToastRegion } from "../../design-system/interactive/toast.tsx";
import { Skeleton } from "../../design-system/skeleton.tsx";
import { frameMessages } from "../../i18n/frame.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { CommandMenu } from "./command-menu.tsx";
import { destinationsFor } from "./navigation.ts";
import { FailureNotice } from "./route-failure.tsx";
import { Sidebar } from "./sidebar.tsx";
import { useProfile, useStudioLanguage } from "./use-profile.ts";

/** What stands around every page of the studio: navigation, language, command menu, messages that come and go. */
export function Frame() {
  const profile = useProfile();
  const language = useStudioLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  if (profile.error instanceof ApiError && profile.error.code === "not_signed_in") return <SignInAgain />;
  return (
    <InterfaceLanguage language={language}>
      {profile.isPending && <Skeleton label={messagesFor(language).loading} lines={6} />}
      {profile.error && <FailureNotice error={profile.error} onRetry={() => void profile.refetch()} />}
      {profile.data && <SignedInFrame profile={profile.data} />}
      <ToastRegion />
    </InterfaceLanguage>
  );
}

function SignedInFrame({ profile }: { profile: Profile }) {
  const words = messagesFor(profile.language);
  const destinations = destinationsFor(profile);
  return (
    <div className="frame">
      <a className="skip-link" href="#content">
        {words.skipToContent}
      </a>
      <Sidebar profile={profile} destinations={destinations} />
      <main id="content" className="frame-main" tabIndex={-1}>
        {destinations.length > 0 ? <Outlet /> : <p>{frameMessages[profile.language].nothingForYou}</p>}
      </main>
      <CommandMenu destinations={destinations} />
    </div>
  );
}

/** The login session has ended: back through the sign-in page to this very place. */
function SignInAgain() {
  const language = useStudioLanguage();
  useEffect(() => {
    const here = window.location.pathname + window.location.search;
    window.location.assign(`/${language}/account/sign-in?return=${encodeURIComponent(here)}`);
  }, [language]);
  return null;
}
