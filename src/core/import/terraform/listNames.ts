const MOST_NAMED = 20

/** The names in a line of the report; of many the first, and how many more there are. */
export function listNames(names: readonly string[], most = MOST_NAMED): string {
  const more = names.length - most
  return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
