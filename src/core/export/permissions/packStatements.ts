/** One statement of an IAM policy. */
export interface Statement {
  readonly Sid: string
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}
export interface Policy {
  readonly Version: '2012-10-17'
  readonly Statement: readonly Statement[]
}

/** Characters of a managed policy, white space apart. Source: IAM user guide, quotas. */
export const MOST_CHARACTERS = 6144

export const sizeOf = (policy: Policy): number => JSON.stringify(policy).replaceAll(/\s/g, '').length

const policyOf = (statements: readonly Statement[]): Policy => ({ Version: '2012-10-17', Statement: statements })
const fits = (statements: readonly Statement[]): boolean => sizeOf(policyOf(statements)) <= MOST_CHARACTERS

/** The statements in as many managed policies as they take, in their order; one that is too large alone is told in halves. */
export function packStatements(statements: readonly Statement[]): readonly Policy[] {
  const packed: Statement[][] = []
  for (const statement of statements.flatMap(halved)) {
    const last = packed.at(-1)
    if (last && fits([...last, statement])) last.push(statement)
    else packed.push([statement])
  }
  return packed.map(policyOf)
}

function halved(statement: Statement): readonly Statement[] {
  if (fits([statement])) return [statement]
  const { Action, Resource, Sid } = statement
  const by = Action.length > 1 ? 'Action' : 'Resource'
  const list = by === 'Action' ? Action : Resource
  if (list.length < 2) return [statement]
  const middle = Math.ceil(list.length / 2)
  return [list.slice(0, middle), list.slice(middle)].flatMap((half, index) =>
    halved({ ...statement, Sid: `${Sid}${index + 1}`, [by]: half }),
  )
}
