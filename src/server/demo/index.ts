/** Content that shows what the product is for; put into an empty database of one's own machine only. */
export { keepSignIns, keptSignIns } from "./kept-sign-ins.ts";
export { type DemoSignIn, type SeedDeps, seedDemoIfEmpty } from "./seed-demo.ts";
