/** Something the person who starts the process can put right; the message is one line, ready to print. */
export class StartupError extends Error {
  override readonly name: string = "StartupError";
}
