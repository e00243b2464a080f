import type { Endpoint } from "../../src/shared/kernel/endpoint.ts";

const modules = import.meta.glob<Record<string, unknown>>("../../src/shared/*/contract.ts", { eager: true });

/** Every endpoint of every contract module, also of those that are added later. */
export const allEndpoints: Endpoint[] = Object.values(modules)
  .flatMap((module) => Object.entries(module).filter(([name]) => name.endsWith("Contract")))
  .flatMap(([, contract]) => Object.values(contract as Record<string, Endpoint>));
