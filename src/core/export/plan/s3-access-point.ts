import { constructOfKind } from '../../model/containment.ts'
import { keyOf, makePart } from './part.ts'
import { accountIdOf } from './places.ts'
import { addRemark, findDeployed, type Planner } from './planning.ts'
import { planPolicy } from './planPolicy.ts'

/** The access point with its policy, once its bucket is there. */
export const s3AccessPoint: Planner<'s3-access-point'> = (construct, planning) => {
  const { design } = planning
  const bucket = constructOfKind(design, construct.bucket, 's3-bucket')
  if (!bucket) {
    addRemark(planning, construct, 'its bucket is not in the design, so it is left out.')
    return []
  }
  const vpc =
    construct.networkOrigin === 'VPC' && construct.originVpc !== null
      ? findDeployed(planning, construct, construct.originVpc, 'vpc')
      : null
  if (construct.networkOrigin === 'VPC' && vpc === null) {
    addRemark(planning, construct, 'the VPC that it is had from is not drawn, so it is left out.')
    return []
  }
  const plan = construct.policy === null ? null : planPolicy(planning, construct, construct.policy, 'made')
  const owner = accountIdOf(design, bucket.account)
  const isOthers = owner !== planning.accountId
  const needs = [...(vpc ? [vpc.id] : []), ...(plan?.needs ?? []), ...(isOthers ? [] : [bucket.id])]
  return [
    makePart('access-point', construct, null, needs, {
      bucket: keyOf(bucket),
      bucketName: bucket.bucketName,
      bucketAccount: isOthers && owner !== '' ? owner : null,
      vpc: vpc?.id ?? null,
      policy: plan?.policy ?? null,
    }),
  ]
}
