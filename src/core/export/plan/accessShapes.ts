import type { ConstructId } from '../../model/kinds/registry.ts'
import type { Of, PartKey } from './partBasics.ts'
import type { PlannedPolicy, PolicyPiece } from './policyText.ts'

interface Attached {
  readonly policy: PlannedPolicy
}

interface Identity {
  /** A part, or what follows `policy/` in the ARN of one of AWS's. */
  readonly boundary: PartKey | null
  readonly managedBoundary: string | null
  /** AWS's own policies that are attached, likewise. */
  readonly managed: readonly string[]
}

/** Parts of roles, and of what carries a policy. */
export interface AccessShapes {
  /** What the policies of a role allow at most. */
  'role-boundary': Of<'iam-role', Attached>
  user: Of<'iam-user', Identity>
  'user-boundary': Of<'iam-user', Attached>
  'user-policy': Of<'iam-user', Attached & { readonly user: PartKey; readonly policyName: string }>
  role: Of<'iam-role', Identity & { readonly trust: PlannedPolicy }>
  'role-policy': Of<'iam-role', Attached & { readonly role: PartKey; readonly policyName: string }>
  'role-profile': Of<'iam-role', { readonly role: PartKey }>
  'bucket-policy': Of<'s3-bucket', Attached & { readonly bucket: PartKey }>
  /** Of a bucket that this stack makes, or of one by its name. */
  'access-point': Of<
    's3-access-point',
    {
      readonly bucket: PartKey
      readonly bucketName: string
      readonly bucketAccount: string | null
      readonly vpc: PartKey | null
      readonly policy: PlannedPolicy | null
    }
  >
  /** The policy of an endpoint that others wait for while it waits for them. */
  'endpoint-policy': Of<'gateway-endpoint' | 'interface-endpoint', Attached & { readonly endpoint: PartKey }>
  queue: Of<'policy-resource', Named>
  'queue-policy': Of<'policy-resource', Attached & { readonly queue: PartKey }>
  topic: Of<'policy-resource', Named>
  'topic-policy': Of<'policy-resource', Attached & { readonly topic: PartKey }>
  /** `policy` null: the one that AWS gives it. */
  key: Of<'policy-resource', { readonly multiRegion: boolean; readonly policy: PlannedPolicy | null }>
  'key-policy': Of<'policy-resource', Attached & { readonly of: PartKey }>
  'key-alias': Of<'policy-resource', { readonly of: PartKey; readonly alias: string; readonly isName: boolean }>
  'key-grant': Of<
    'policy-resource',
    { readonly of: PartKey; readonly grantee: readonly PolicyPiece[]; readonly operations: readonly string[] }
  >
  secret: Of<'policy-resource', Named>
  'secret-policy': Of<'policy-resource', Attached & { readonly secret: PartKey }>
  repository: Of<'policy-resource', Named & { readonly policy: PlannedPolicy | null }>
  'event-bus': Of<'policy-resource', Named & { readonly policy: PlannedPolicy | null }>
  /** One statement of a function's policy, as AWS takes it. */
  'function-permission': Of<
    'policy-resource',
    {
      readonly function: PartKey
      readonly sid: string
      readonly action: string
      readonly principal: readonly PolicyPiece[]
      readonly sourceArn: readonly PolicyPiece[] | null
      readonly sourceAccount: readonly PolicyPiece[] | null
      readonly organisation: string | null
    }
  >
}

/** Goes by a name that is unique beyond the deployment. */
interface Named {
  readonly called: { readonly text: string; readonly of: ConstructId }
}
