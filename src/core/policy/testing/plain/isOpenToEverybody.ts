import { listOf, type RawDocument, type RawStatement } from './rawCase.ts'

/**
 * Whether S3 takes a bucket's policy as public: some Allow is for more than callers and places that it names. Source: S3 guide, blocking public
 * access, the meaning of “public”.
 */
export const isOpenToEverybody = (documents: readonly RawDocument[]): boolean =>
  documents.some(({ Statement }) => listOf<RawStatement>(Statement).some(isOpen))

const FIXING = [
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  'aws:userid',
  'aws:principalorgid',
  'aws:principalarn',
  'aws:principalaccount',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
]

function isOpen({ Effect, Principal, NotPrincipal, Condition = {} }: RawStatement): boolean {
  if (Effect !== 'Allow') return false
  const everybody =
    NotPrincipal !== undefined || Principal === '*' || listOf((Principal as { AWS?: string })?.AWS).includes('*')
  if (!everybody) return false
  return !Object.entries(Condition).some(([operator, block]) =>
    Object.entries(block).some(([key, written]) => isFixed(operator, key.toLowerCase(), listOf(written).map(String))),
  )
}

function isFixed(operator: string, key: string, written: readonly string[]): boolean {
  if (operator.includes('Not') || operator.endsWith('IfExists') || operator.startsWith('ForAllValues')) return false
  if (operator === 'IpAddress') return key === 'aws:sourceip' && written.every(isNarrow)
  if (!/^(ForAnyValue:)?(String|Arn)(Equals|Like)/.test(operator) || !FIXING.includes(key)) return false
  const hasWildcard = (text: string) => text.includes('*') || text.includes('?')
  // the account of an access point has to be fixed, its name has not
  if (key === 's3:dataaccesspointarn') return written.every((one) => !hasWildcard(one.split(':').slice(0, 5).join(':')))
  return written.every((one) => !hasWildcard(one) && !one.includes('${'))
}

/** Source: S3 guide, as above: no wider than /8, /32 in IPv6, private ranges aside. */
function isNarrow(range: string): boolean {
  const [address = '', length] = range.split('/')
  if (address.startsWith('10.') || address.startsWith('192.168.')) return true
  return length === undefined || Number(length) >= (address.includes(':') ? 32 : 8)
}
