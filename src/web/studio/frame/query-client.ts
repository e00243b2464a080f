import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";

const maxRetries = 2;

/** What the studio has asked the server for. Only failures that may pass are tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < maxRetries && mayPass(error),
    },
  },
});

function mayPass(error: Error): boolean {
  return error instanceof ApiError && (error.code === "offline" || error.problem.status >= 500);
}
