const paths = {
  close: "M4 4l8 8M12 4l-8 8",
  up: "M3 10l5-5 5 5",
  down: "M3 6l5 5 5-5",
  grip: "M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01",
  check: "M3 8.5l3.2 3.2L13 5",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
} as const;

/** The few signs that need no word beside them; the button around one carries the name. */
export function Icon({ name }: { name: keyof typeof paths }) {
  const isDotted = name === "grip" || name === "more";
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth={isDotted ? 2.2 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
