import { remember } from '../../base/remember.ts'
import type { Condition } from '../conditions/compileCondition.ts'
import type { PolicyDocument, Statement } from '../document.ts'
import { arnParts } from '../language/arnParts.ts'
import { namesEverybody } from '../namesEverybody.ts'

/**
 * Whether S3 takes a bucket’s policy as public: a statement that allows everybody, and no condition that holds a fixed value of one of the keys
 * that narrow it. Source: S3 guide, blocking public access, the meaning of “public”.
 */
export const isPublic = (document: PolicyDocument): boolean =>
  remember(known, document, () => document.statements.some(isPublicStatement))

const known = new WeakMap<PolicyDocument, boolean>()

const isPublicStatement = ({ effect, principals, conditions }: Statement): boolean =>
  effect === 'Allow' &&
  principals !== null &&
  (principals.not || namesEverybody(principals.these)) &&
  !conditions.some(narrows)

const NARROWING = new Set([
  'aws:sourcearn',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceowner',
  'aws:sourceaccount',
  'aws:userid',
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  's3:dataaccesspointaccount',
])
/** A block that is as wide as this is taken as the whole internet. */
const WIDE = { ip4: 8, ip6: 32 }

function narrows({ operator, key, values }: Condition): boolean {
  const name = key.toLowerCase()
  if (operator === 'IpAddress' && name === 'aws:sourceip') return values.every(isNarrow)
  if (!/^(?:ForAnyValue:)?(?:String(?:Equals|Like|EqualsIgnoreCase)|Arn(?:Equals|Like))$/.test(operator)) return false
  // an access point's name may be open where its account is not
  if (name === 's3:dataaccesspointarn')
    return values.every((value) => isFixed(arnParts(value)?.slice(0, 5).join(':') ?? '*'))
  // whoever has no credentials has this for an account (IAM guide, aws:PrincipalAccount)
  if (name === 'aws:principalaccount' && values.some((value) => value.toLowerCase() === 'anonymous')) return false
  return NARROWING.has(name) && values.every(isFixed)
}

const isFixed = (value: string): boolean => !/[*?]|\$\{/.test(value)

function isNarrow(value: string): boolean {
  const [address = '', length] = value.split('/')
  return length === undefined || Number(length) >= (address.includes(':') ? WIDE.ip6 : WIDE.ip4)
}
