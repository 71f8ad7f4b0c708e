import { locksOut } from './locksOut.ts'
import { keyOf, makePart } from './part.ts'
import { addRemark, type Planner } from './planning.ts'
import { planArn, planPolicy } from './planPolicy.ts'

/** The bucket under its drawn name, because requests go to that name. */
export const s3Bucket: Planner<'s3-bucket'> = (construct, planning) => {
  addRemark(
    planning,
    construct,
    `bucket names are unique among all accounts. If “${construct.bucketName}” is taken, draw another name and export again.`,
  )
  const bucket = keyOf(construct)
  const key = construct.encryptionKey === null ? null : planArn(planning, construct, construct.encryptionKey)
  const own = makePart('bucket', construct, null, key?.needs ?? [], { encryptedBy: key?.pieces ?? null })
  if (construct.policy === null) return [own]
  const { policy, needs } = planPolicy(planning, construct, construct.policy, 'attached')
  if (locksOut(construct.policy, construct.bucketName))
    addRemark(
      planning,
      construct,
      'its policy denies what does not come the way that it names, and so whoever deploys from elsewhere: it is put last, and only the account’s root user takes it off again.',
    )
  return [own, makePart('bucket-policy', construct, 'policy', [bucket, ...needs], { bucket, policy })]
}
