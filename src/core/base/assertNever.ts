/** Ends a `switch` over a union: the compiler names the member that has no case. Throws when data lies about its type. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
