import "./linked-text.css";

/** A plain text as it was written, its web addresses as links. */
export function LinkedText({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]+)/);
  let offset = 0;
  return (
    <p className="linked-text">
      {parts.map((part, index) => {
        const key = offset;
        offset += part.length;
        const isAddress = index % 2 === 1;
        return isAddress ? (
          <a key={key} href={part}>
            {part}
          </a>
        ) : (
          <span key={key}>{part}</span>
        );
      })}
    </p>
  );
}
