/** A request that took too long, as the log holds it: ids and a masked address. */
export interface SlowRequest {
  at: string;
  requestId: string;
  method: string;
  url: string;
  status: number;
  milliseconds: number;
}

export interface SlowRequests {
  add(request: SlowRequest): void;
  /** The newest first. */
  list(): SlowRequest[];
}

/** Remembers the last slow requests of this process. */
export function rememberSlowRequests(most = 100): SlowRequests {
  const kept: SlowRequest[] = [];
  return {
    add(request) {
      kept.push(request);
      if (kept.length > most) kept.shift();
    },
    list: () => kept.toReversed(),
  };
}
