/** The largest of any number of numbers, at least `least`. A call takes only so many: spread into `Math.max`, a long list throws. */
export function largest(numbers: Iterable<number>, least = Number.NEGATIVE_INFINITY): number {
  let found = least
  for (const one of numbers) found = Math.max(found, one)
  return found
}
