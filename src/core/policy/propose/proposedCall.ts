/** A call as its policies saw it, to propose policies for. */
export interface ProposedCall {
  readonly action: string
  readonly resource: string
  /** The ARN of a role (never of its session) or a user, the name of a service, or `anonymous`. */
  readonly principal: string
  /** Condition keys by their names in small letters; null = carried, and nobody said which. */
  readonly keys: ReadonlyMap<string, readonly string[] | null>
}

/** The one value of a key; `absent` where the call does not carry it, null where nobody knows it or it has several. */
export function keyOf(call: ProposedCall, key: string): { readonly value: string } | 'absent' | null {
  const name = key.toLowerCase()
  if (!call.keys.has(name)) return 'absent'
  const values = call.keys.get(name)
  return values?.length === 1 ? { value: values[0]! } : null
}
