/** The smallest of any number of numbers, at most `most`; see `largest`. */
export function smallest(numbers: Iterable<number>, most = Number.POSITIVE_INFINITY): number {
  let found = most
  for (const one of numbers) found = Math.min(found, one)
  return found
}
