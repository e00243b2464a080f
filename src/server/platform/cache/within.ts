/**
 * The answer, or an error when it takes longer. A process that was busy itself for so long reads what has come meanwhile
 * before it gives up.
 */
export function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error(`no answer within ${milliseconds} ms`));
    const timer = setTimeout(() => setImmediate(() => setImmediate(giveUp)), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
