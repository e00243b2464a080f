import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Profile } from "../../../shared/identity/contract.ts";
import { languages } from "../../../shared/kernel/locale.ts";
import { signOut } from "../../api/identity.ts";
import { Menu } from "../../design-system/interactive/menu.tsx";
import { startThemeSwitches } from "../../design-system/theme.ts";
import { ThemeSwitch } from "../../design-system/theme-switch.tsx";
import { frameMessages } from "../../i18n/frame.ts";
import { messagesFor } from "../../i18n/messages.ts";
import type { Destination } from "./navigation.ts";
import { useChangeLanguage } from "./use-profile.ts";

export function Sidebar({ profile, destinations }: { profile: Profile; destinations: Destination[] }) {
  const words = messagesFor(profile.language);
  const frame = frameMessages[profile.language];
  return (
    <header className="frame-sidebar">
      <a className="frame-brand" href={`/${profile.language}`}>
        {words.productName}
      </a>
      <nav aria-label={words.mainNavigation}>
        <ul className="frame-nav">
          {destinations.map(({ to, label }) => (
            <li key={to}>
              <Link to={to} className="frame-nav-link" activeProps={{ "aria-current": "page" }}>
                {frame.navigation[label]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <PersonCorner profile={profile} />
    </header>
  );
}

function PersonCorner({ profile }: { profile: Profile }) {
  const words = messagesFor(profile.language);
  const frame = frameMessages[profile.language];
  const changeLanguage = useChangeLanguage();
  const corner = useRef<HTMLDivElement>(null);
  useEffect(() => (corner.current ? startThemeSwitches(corner.current) : undefined), []);
  const leave = async () => {
    await signOut({});
    window.location.assign(`/${profile.language}`);
  };
  return (
    <div className="frame-person" ref={corner}>
      <ThemeSwitch language={profile.language} />
      <Menu
        label={words.account}
        trigger={profile.name}
        variant="quiet"
        size="small"
        items={[
          ...languages
            .filter((language) => language !== profile.language)
            .map((language) => ({
              id: language,
              label: words.ownNameOf[language],
              onAction: () => changeLanguage.mutate(language),
            })),
          { id: "site", label: frame.toSite, href: `/${profile.language}` },
          { id: "account", label: words.account, href: `/${profile.language}/me` },
          { id: "sign-out", label: words.signOut, onAction: () => void leave() },
        ]}
      />
      <p className="frame-role">{words.roles[profile.role]}</p>
    </div>
  );
}
