/** How ids of a sort look: what they begin with, and how long they are. */
export interface IdShape {
  readonly start: string
  readonly length: number
  readonly fits: RegExp
}

const shape = (start: string): IdShape => ({
  start: `${start}-`,
  length: start.length + 18,
  fits: new RegExp(`^${start}-[0-9a-f]{8,17}$`),
})

/** Ids of EC2, by the type that stands in their ARNs. Source: EC2 guide, resource IDs. */
export const ID_SHAPES = {
  vpc: shape('vpc'),
  subnet: shape('subnet'),
  'security-group': shape('sg'),
  'route-table': shape('rtb'),
  'vpc-endpoint': shape('vpce'),
  'vpc-endpoint-service': shape('vpce-svc'),
} as const
export const ACCOUNT_SHAPE: IdShape = { start: '', length: 12, fits: /^\d{12}$/ }

/**
 * An id for each text of policies that may mean one: itself, or one that its wildcards stand for. What is none of these is to policies as any other that
 * they do not name.
 */
export function witnesses(texts: Iterable<string>, { start, length, fits }: IdShape): readonly string[] {
  const found = new Set<string>()
  for (const text of texts) {
    const tail = text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('.'), text.lastIndexOf(':')) + 1)
    const [head = '', ...rest] = tail.replaceAll('?', '0').split('*')
    const begun = head.startsWith(start) ? head : start.startsWith(head) && rest.length > 0 ? start : null
    if (begun === null) continue
    const end = rest.join('')
    const id = rest.length > 0 ? begun + '0'.repeat(Math.max(0, length - begun.length - end.length)) + end : begun
    if (fits.test(id)) found.add(id)
  }
  return [...found]
}
