import { makePart } from './part.ts'
import { addRemark, type Planner } from './planning.ts'
import { POLICY_BY_HAND } from './policyByHand.ts'

/** The table under its drawn name, paid by request, with a text key called `id`. */
export const dynamodbTable: Planner<'dynamodb-table'> = (construct, planning) => {
  if (construct.policy !== null) addRemark(planning, construct, POLICY_BY_HAND)
  return [makePart('table', construct, null, [], {})]
}
