import type { RawCase, RawStatement, RawValue } from '../plain/rawCase.ts'
import type { Dice } from './dice.ts'
import { variable } from './variable.ts'

type Family = 'string' | 'number' | 'date' | 'bool' | 'binary' | 'address' | 'arn'
interface Key {
  readonly name: string
  readonly family: Family
  readonly values: readonly (string | number | boolean)[]
  readonly several?: true
}

const KEYS: readonly Key[] = [
  { name: 'aws:SourceVpce', family: 'string', values: ['vpce-1a2b3c4d', 'vpce-99887766'] },
  { name: 'aws:SourceVpc', family: 'string', values: ['vpc-1a2b3c4d', 'vpc-99887766'] },
  { name: 's3:prefix', family: 'string', values: ['alice/', 'Alice/', 'bob/2026/'] },
  { name: 'aws:username', family: 'string', values: ['alice', 'bob'] },
  { name: 'aws:TagKeys', family: 'string', values: ['team', 'stage', 'cost'], several: true },
  { name: 'aws:CalledVia', family: 'string', values: ['athena.amazonaws.com', 'glue.amazonaws.com'], several: true },
  { name: 's3:max-keys', family: 'number', values: [10, 100, '1000', 10.5, -1] },
  { name: 'aws:MultiFactorAuthAge', family: 'number', values: ['300', 3600] },
  { name: 'aws:CurrentTime', family: 'date', values: ['2026-06-30T23:59:59Z', '2026-07-01T00:00:00Z', '1782864000'] },
  { name: 'aws:MultiFactorAuthPresent', family: 'bool', values: [true, false, 'true', 'false'] },
  { name: 'aws:SecureTransport', family: 'bool', values: ['true', false] },
  { name: 'x:blob', family: 'binary', values: ['QmluYXJ5', 'T3RoZXI='] },
  { name: 'aws:SourceIp', family: 'address', values: ['203.0.113.7', '198.51.100.1', '2001:db8::1', '10.1.2.3'] },
  { name: 'aws:VpcSourceIp', family: 'address', values: ['10.20.1.40', '10.21.0.4'] },
  { name: 'aws:SourceArn', family: 'arn', values: ['arn:aws:sns:eu-west-1:111122223333:news', 'arn:aws:s3:::reports'] },
]
/** Keys that follow from the caller: policies read them, the context has none. */
const DERIVED: readonly Key[] = [
  { name: 'aws:PrincipalTag/team', family: 'string', values: ['alice', 'payments'] },
  { name: 'aws:PrincipalTag/none', family: 'string', values: ['alice'] },
  { name: 'aws:PrincipalAccount', family: 'string', values: ['111122223333', '444455556666'] },
  { name: 'aws:ResourceAccount', family: 'string', values: ['111122223333', '444455556666'] },
  { name: 'aws:PrincipalOrgID', family: 'string', values: ['o-1', 'o-2'] },
  { name: 'aws:PrincipalOrgPaths', family: 'string', values: ['o-1/r-1/ou-1/', 'o-1/r-1/ou-3/'] },
  { name: 'aws:ResourceOrgPaths', family: 'string', values: ['o-1/r-1/ou-2/', 'o-1/r-1/ou-3/'] },
  { name: 'aws:PrincipalType', family: 'string', values: ['User', 'AssumedRole', 'Anonymous'] },
  { name: 'aws:PrincipalIsAWSService', family: 'bool', values: ['true', 'false'] },
  {
    name: 'aws:PrincipalArn',
    family: 'arn',
    values: [
      'arn:aws:iam::111122223333:role/app/reader',
      'arn:aws:iam::111122223333:role/reader',
      'arn:aws:iam::111122223333:user/people/alice',
    ],
  },
]

const OPERATORS: Readonly<Record<Family, readonly string[]>> = {
  string: [
    'StringEquals',
    'StringLike',
    'StringEqualsIgnoreCase',
    'StringNotEquals',
    'StringNotLike',
    'StringNotEqualsIgnoreCase',
  ],
  number: [
    'NumericEquals',
    'NumericNotEquals',
    'NumericLessThan',
    'NumericLessThanEquals',
    'NumericGreaterThan',
    'NumericGreaterThanEquals',
  ],
  date: [
    'DateEquals',
    'DateNotEquals',
    'DateLessThan',
    'DateLessThanEquals',
    'DateGreaterThan',
    'DateGreaterThanEquals',
  ],
  bool: ['Bool'],
  binary: ['BinaryEquals'],
  address: ['IpAddress', 'NotIpAddress'],
  arn: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
}

/** The keys of a call: some carried, some not, of some nobody said the value or whether they are carried. */
export function drawContext(dice: Dice): NonNullable<RawCase['context']> {
  const context: Record<string, RawValue> = {}
  for (const { name, values, several } of KEYS) {
    if (name === 'aws:username' && dice.chance(0.8)) continue
    const said = dice.weighted([
      ['value', 6],
      ['absent', 3],
      ['some value', 0.9],
      ['unknown', 0.7],
    ] as const)
    const key = dice.chance(0.1) ? name.toUpperCase() : name
    if (said === 'value') context[key] = several ? dice.times(0, 3, () => dice.pick(values)) : dice.pick(values)
    else if (said === 'some value') context[key] = { unknown: 'value' }
    else if (said === 'unknown') context[key] = { unknown: true }
  }
  return context
}

/** One or two lines of conditions, of which each is met with about the likelihood that is wanted. */
export function drawCondition(
  dice: Dice,
  context: NonNullable<RawCase['context']>,
  likely: number,
): NonNullable<RawStatement['Condition']> {
  const condition: Record<string, Record<string, string | number | boolean | (string | number | boolean)[]>> = {}
  for (let lines = dice.chance(0.6) ? 1 : 2; lines > 0; lines--) {
    const key = dice.pick(dice.chance(0.3) ? DERIVED : KEYS)
    const name = dice.chance(0.15) ? key.name.toLowerCase() : key.name
    if (dice.chance(0.1)) {
      condition.Null = { ...condition.Null, [name]: dice.pick(['true', 'false', true, false]) }
      continue
    }
    const set = key.several
      ? dice.pick(['ForAllValues:', 'ForAnyValue:', 'ForAnyValue:', ''])
      : dice.chance(0.04)
        ? dice.pick(['ForAllValues:', 'ForAnyValue:'])
        : ''
    const operator = `${set}${dice.pick(OPERATORS[key.family])}${dice.chance(0.25) ? 'IfExists' : ''}`
    condition[operator] = {
      ...condition[operator],
      [name]: dice.some(1, 3, () => drawValue(dice, key, context, likely)),
    }
  }
  return condition
}

function drawValue(
  dice: Dice,
  { name, family, values }: Key,
  context: NonNullable<RawCase['context']>,
  likely: number,
): string | number | boolean {
  const carried = context[name]
  const base = carried !== undefined && typeof carried !== 'object' && dice.chance(likely) ? carried : dice.pick(values)
  const text = String(base)
  if (family === 'address') {
    if (dice.chance(0.4)) return text
    return text.includes(':') ? `${text}/${dice.pick([32, 64, 127])}` : `${text}/${dice.pick([0, 8, 15, 24, 32])}`
  }
  if (family === 'arn') {
    const parts = text.split(':')
    return dice.pick([
      text,
      text,
      `${text.slice(0, -2)}*`,
      parts.map((part, i) => (i === 4 ? '*' : part)).join(':'),
      `${text}?`,
    ])
  }
  if (family !== 'string') return base
  return dice.pick([
    text,
    text,
    text.toUpperCase(),
    `${text.slice(0, 3)}*`,
    `*${text.slice(-3)}`,
    `${text.slice(0, 2)}?${text.slice(3)}`,
    '*',
    text.split('alice').join(variable('aws:username')),
    text.split('alice').join(variable('aws:PrincipalTag/team')),
    text.split('alice').join(variable("aws:PrincipalTag/none, 'alice'")),
    variable('aws:PrincipalTag/none'),
    variable('aws:PrincipalAccount'),
  ])
}
