/** Content that shows what the product is for; put into an empty database of one's own machine only. */
export { forgetSignIns, keepSignIns, keptSignIns } from "./kept-sign-ins.ts";
export { wasDemoRemoved } from "./removal/queries.ts";
export { type RemovedDemo, removeDemo } from "./removal/remove-demo.ts";
export { type DemoSignIn, type SeedDeps, seedDemoIfEmpty } from "./seed-demo.ts";
