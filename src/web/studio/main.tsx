import "../design-system/studio.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./frame/query-client.ts";
import { router } from "./router.ts";

const root = document.getElementById("studio");
if (!root) throw new Error("the page has no place for the studio");

// React Aria looks for this before it writes a <style> into the page, which our content policy refuses. Its one rule
// stands in frame.css.
const styleInPlace = document.createElement("meta");
styleInPlace.id = "react-aria-pressable-style";
document.head.append(styleInPlace);

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
