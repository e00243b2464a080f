import type { Tx } from "../db/database.ts";

/** A fact that a feature announces. Each feature declares its own kinds in its `events.ts`. */
export interface DomainEvent {
  readonly type: string;
}

export type Listener<Event extends DomainEvent> = (tx: Tx, event: Event) => Promise<void>;

/**
 * Carries facts from the feature that knows them to those that care, inside the announcer's transaction: a listener adds
 * rows or jobs, and they exist exactly when the fact does.
 */
export interface EventBus {
  on<Event extends DomainEvent>(type: Event["type"], listener: Listener<Event>): void;
  publish<Event extends DomainEvent>(tx: Tx, event: Event): Promise<void>;
}

export function createEventBus(): EventBus {
  const listeners = new Map<string, Listener<DomainEvent>[]>();
  return {
    on(type, listener) {
      listeners.set(type, [...(listeners.get(type) ?? []), listener as Listener<DomainEvent>]);
    },
    async publish(tx, event) {
      for (const listener of listeners.get(event.type) ?? []) await listener(tx, event);
    },
  };
}
