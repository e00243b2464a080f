// The floor: node:http and nothing else, answering every request with the bytes it was given.
import { createServer } from "node:http";

process.once("message", ({ status, headers, body }) => {
  const bytes = Buffer.from(body, "base64");
  const server = createServer((_request, response) => {
    response.writeHead(status, headers);
    response.end(bytes);
  });
  server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
});
process.once("disconnect", () => process.exit(0));
