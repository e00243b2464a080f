// Exits with 0 when the process in this container answers /health: the image needs no curl for that.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT || 3001}/health`, {
  signal: AbortSignal.timeout(8_000),
}).catch((error) => ({ ok: false, status: error.cause?.code ?? error.message }));
if (!answer.ok) console.error(`/health: ${answer.status}`);
process.exit(answer.ok ? 0 : 1);
