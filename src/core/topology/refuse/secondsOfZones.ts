/** Places in a list of zones whose zone stands in it before, with the first place of it. An endpoint takes one subnet of each zone. */
export function secondsOfZones(
  zones: readonly (string | undefined)[],
): readonly { readonly index: number; readonly first: number }[] {
  const firstOf = new Map<string, number>()
  const seconds: { index: number; first: number }[] = []
  for (const [index, zone] of zones.entries()) {
    if (zone === undefined) continue
    const first = firstOf.get(zone)
    if (first === undefined) firstOf.set(zone, index)
    else seconds.push({ index, first })
  }
  return seconds
}
