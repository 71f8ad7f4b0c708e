import { makePart } from './part.ts'
import type { Planner } from './planning.ts'
import { planPolicy } from './planPolicy.ts'

/** The table under its drawn name, paid by request, with a text key called `id`. */
export const dynamodbTable: Planner<'dynamodb-table'> = (construct, planning) => {
  const plan = construct.policy === null ? null : planPolicy(planning, construct, construct.policy, 'made')
  return [makePart('table', construct, null, plan?.needs ?? [], { policy: plan?.policy ?? null })]
}
