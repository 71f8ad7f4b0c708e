import { listWords } from '../base/words.ts'
import { constructAt } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { nameIn } from '../model/nameIn.ts'
import type { ProposedStatement } from '../policy/propose/proposedStatement.ts'
import type { PolicyPlace } from './change.ts'
import { policyNameAt } from './policyAt.ts'

/** `Policy of Reports bucket`, `Policy “main” of reader`. */
export function sayPlace(design: Design, place: PolicyPlace): string {
  const { construct, field, index } = place
  const name = constructAt(design, construct) ? nameIn(design, construct) : construct
  if (field === 'trustPolicy') return `Trust policy of ${name}`
  if (field === 'boundary') return `Boundary of ${name}`
  if (field === 'policy') return `Policy of ${name}`
  return index === null ? `Own policy of ${name}` : `Policy “${policyNameAt(design, place)}” of ${name}`
}

const VERBS: Readonly<Record<string, string>> = {
  StringEquals: 'is',
  StringNotEquals: 'is not',
  ArnEquals: 'is',
  ArnNotEquals: 'is not',
  IpAddress: 'is',
  NotIpAddress: 'is not',
  Bool: 'is',
}

/** A statement in a line: `deny everybody s3:GetObject on arn:aws:s3:::reports/a.csv where aws:SourceVpce is not vpce-1`. */
export function sayStatement({ effect, principal, actions, resources, conditions }: ProposedStatement): string {
  const who = principal === null ? '' : principal === '*' ? ' everybody' : ` ${listWords(principal.names)}`
  const what = resources.length > 0 ? ` on ${listWords(resources)}` : ''
  const where = conditions.map(({ operator, key, values }) =>
    operator === 'Null'
      ? `${key} is ${values[0] === 'true' ? 'absent' : 'there'}`
      : `${key} ${VERBS[operator] ?? operator} ${values.join(' or ')}`,
  )
  return `${effect.toLowerCase()}${who} ${listWords(actions)}${what}${where.length > 0 ? ` where ${listWords(where)}` : ''}`
}
