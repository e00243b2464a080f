import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type UserConfig } from "vite";

const foreignWords =
  /react-(?:aria|stately|aria-components)\/dist\/.*intl\/.*\/(?!en-US|pl-PL)[a-z]{2}-[A-Z]{2}\.m?js$/;

/** React Aria brings its words in thirty languages; we speak two. */
const onlyOurLanguages: Plugin = {
  name: "only-our-languages",
  enforce: "pre",
  load: (id) => (foreignWords.test(id) ? "export default {};" : null),
};

/** What browsers load: the public site's stylesheet and small scripts, and the studio. Names carry a content hash. */
const client: UserConfig = {
  plugins: [react(), onlyOurLanguages],
  publicDir: false,
  build: {
    outDir: "dist/client",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        site: "src/web/public/site.ts",
        questionnaire: "src/web/public/islands/questionnaire.tsx",
        studio: "src/web/studio/main.tsx",
      },
    },
  },
};

/** What Node runs. Dependencies stay in node_modules. */
const server: UserConfig = {
  publicDir: false,
  build: {
    ssr: true,
    outDir: "dist/server",
    emptyOutDir: true,
    target: "node20",
    rollupOptions: { input: { main: "src/server/main.ts", cli: "src/server/cli.ts" } },
  },
};

export default defineConfig(({ mode }) => (mode === "server" ? server : client));
