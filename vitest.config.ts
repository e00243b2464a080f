import { defineConfig } from "vitest/config";

export default defineConfig({
  // Mercurius requires it; the same module must be imported, or its schemas count as from another realm.
  resolve: { alias: { graphql: "graphql/index.js" } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
    globalSetup: ["src/server/testing/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    // A file starts half as cheaply again when it finds the modules of the file before it.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
