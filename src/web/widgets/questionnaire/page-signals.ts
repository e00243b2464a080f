/** Calls when the page goes out of sight, perhaps for good, and when the network is back. Answers what ends it. */
export function onPageSignals(flush: () => void): () => void {
  const onVisibility = () => document.visibilityState === "hidden" && flush();
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("online", flush);
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("online", flush);
  };
}
