/** Whether two values are the same JSON, in whatever order their members stand; a list of one is its member, as policies have it. */
export function isSameJson(a: unknown, b: unknown): boolean {
  const [left, right] = [plain(a), plain(b)]
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSameJson(memberOf(left, name), memberOf(right, name)))
  )
}

const plain = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value)
const memberOf = (holder: object, name: string): unknown => (holder as Readonly<Record<string, unknown>>)[name]
