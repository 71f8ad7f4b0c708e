import { makePart } from './part.ts'
import { addRemark, type Planner } from './planning.ts'
import { POLICY_BY_HAND } from './policyByHand.ts'

/** The bucket under its drawn name, because requests go to that name. */
export const s3Bucket: Planner<'s3-bucket'> = (construct, planning) => {
  addRemark(
    planning,
    construct,
    `bucket names are unique among all accounts. If “${construct.bucketName}” is taken, draw another name and export again.`,
  )
  if (construct.policy !== null) addRemark(planning, construct, POLICY_BY_HAND)
  return [makePart('bucket', construct, null, [], {})]
}
