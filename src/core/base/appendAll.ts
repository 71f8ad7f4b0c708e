/** Puts all of `more` at the end of a list. A call takes only so many arguments: `push(...more)` throws from about 100,000 on. */
export function appendAll<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one)
}
