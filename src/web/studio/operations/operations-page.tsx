import "./operations.css";
import { Link, Outlet } from "@tanstack/react-router";
import { PageHeader } from "../../design-system/page-header.tsx";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { LiveFiguresProvider } from "./live/live-context.tsx";

const tabs = [
  { to: "/operations", label: "overview" },
  { to: "/operations/alerts", label: "alerts" },
  { to: "/operations/requests", label: "requests" },
  { to: "/operations/database", label: "database" },
  { to: "/operations/cache", label: "cache" },
  { to: "/operations/jobs", label: "jobs" },
  { to: "/operations/settings", label: "settings" },
  { to: "/operations/audit", label: "audit" },
] as const;

/** What stands around every page of operations. */
export function OperationsPage() {
  const words = operationsMessages[useStudioLanguage()];
  return (
    <LiveFiguresProvider>
      <div className="stack operations">
        <PageHeader title={words.title} />
        <nav aria-label={words.pages}>
          <ul className="tab-links">
            {tabs.map(({ to, label }) => (
              <li key={to}>
                <Link
                  to={to}
                  className="tab-link"
                  activeOptions={{ exact: true }}
                  activeProps={{ "aria-current": "page" }}
                >
                  {words.tabs[label]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <Outlet />
      </div>
    </LiveFiguresProvider>
  );
}
