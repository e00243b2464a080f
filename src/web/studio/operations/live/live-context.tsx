import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { followFigures, type LiveState, nothingYet } from "./figures-stream.ts";

const LiveContext = createContext<LiveState>(nothingYet);

/** One stream for all pages of operations, so that the curves go on while one looks elsewhere. */
export function LiveFiguresProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState(nothingYet);
  useEffect(() => followFigures(setState), []);
  return <LiveContext.Provider value={state}>{children}</LiveContext.Provider>;
}

export const useLiveFigures = (): LiveState => useContext(LiveContext);
