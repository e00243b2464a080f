import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Folders whose files take longest: one that is begun last leaves the other core idle. */
const slowest = ["tests/accessibility/", "tests/e2e/", "tests/operations/", "tests/database/", "tests/"];

class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => slowest.findIndex((folder) => moduleId.includes(`/${folder}`));
    const place = (file: TestSpecification) => (rank(file) < 0 ? slowest.length : rank(file));
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  // Mercurius requires it; the same module must be imported, or its schemas count as from another realm.
  resolve: { alias: { graphql: "graphql/index.js" } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
    globalSetup: ["src/server/testing/global-setup.ts"],
    pool: "forks",
    // Two work while one waits for its database, its browser or its time.
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
    // A file starts half as cheaply again when it finds the modules of the file before it.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
