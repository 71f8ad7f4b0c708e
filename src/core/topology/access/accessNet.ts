import type { ConstructId, ConstructOf } from '../../model/kinds/registry.ts'
import type { PolicyDocument } from '../../policy/document.ts'
import type { Origin } from '../origin.ts'

/** A policy where it stands. */
export interface PolicyNet {
  readonly name: string
  /** null = nobody said what stands in it, or it cannot be read. */
  readonly document: PolicyDocument | null
  readonly at: Origin
  /** Why it cannot be read; null = it can be, or nobody said. */
  readonly problem: string | null
  /** Nobody wrote it: AWS has it so, or it stands for something else. It has no statements of its own to point at. */
  readonly implied?: true
}

/** A role, by which clients call, or a user, whom requests name. */
export interface IdentityNet {
  readonly kind: 'role' | 'user'
  readonly id: ConstructId
  /** Twelve digits. */
  readonly account: string
  /** With its path. */
  readonly arn: string
  readonly name: string
  readonly tags: Readonly<Record<string, string>>
  /** Tags of which nobody said the value; `*`: nor which there are. */
  readonly openTags: readonly string[]
  readonly policies: readonly PolicyNet[]
  readonly boundary: PolicyNet | null
}

/** An access point of S3, as what is asked by it. */
export interface AccessPointNet {
  readonly id: ConstructId
  readonly bucket: ResourceNet
  readonly origin: 'Internet' | 'VPC'
  /** The VPC of its origin; null = one that is not drawn, or none. */
  readonly vpc: ConstructId | null
}

/** An API, as whoever calls it. */
export interface ApiAccess {
  readonly isPrivate: boolean
  readonly authorizationType: ConstructOf<'api-gateway-api'>['authorizationType']
}

/** What S3 does with a bucket beside its policy. */
export interface BucketAccess {
  /** Access control lists count: those of somebody by name, of everybody, or none. */
  readonly lists: 'none' | 'by-name' | 'all'
  /** The ARN of its default key, or of that key’s alias; null = S3’s own keys. */
  readonly encryptionKey: string | null
  readonly bucketKey: boolean
  readonly regionCode: string
}

/** Something of AWS that an ARN names. */
export interface ResourceNet {
  readonly id: ConstructId
  readonly arn: string
  readonly account: string
  readonly policy: PolicyNet | null
  readonly restrictPublicBuckets: boolean
  /** Of a key: what lets somebody use it beside its policy. */
  readonly grants: readonly PolicyNet[]
  /** Of a key: what it goes by, `alias/orders`. */
  readonly aliases: readonly string[]
  readonly accessPoint: AccessPointNet | null
  readonly api: ApiAccess | null
  readonly bucket: BucketAccess | null
}

/** A level of an organisation. */
export interface LevelNet {
  readonly target: string
  readonly policies: readonly PolicyNet[]
}

/** An account, as policies see it. */
export interface AccountNet {
  readonly id: ConstructId
  /** `o-…`; null = it is in none. */
  readonly organisation: string | null
  /** `o-…/r-…/ou-…/`; null = not said. */
  readonly path: string | null
  readonly scps: readonly LevelNet[]
  readonly rcps: readonly LevelNet[]
}

/** Who may call what, as the design says it. */
export interface AccessNet {
  /** Roles and users. */
  readonly identities: readonly IdentityNet[]
  /** Every policy of the design. */
  readonly policies: readonly PolicyNet[]
  /** By the construct's id. */
  readonly roleAt: ReadonlyMap<ConstructId, IdentityNet>
  /** By ARN: of a bucket without what lies in it; keys also by the ARN of each alias. */
  readonly resources: ReadonlyMap<string, ResourceNet>
  /** By their twelve digits. */
  readonly accounts: ReadonlyMap<string, AccountNet>
  /** Policies of endpoints, by their constructs; one that is not here has AWS's own, full access. */
  readonly endpoints: ReadonlyMap<ConstructId, PolicyNet>
  /** AWS's ids of constructs, as far as they are known: `vpc-…`, `vpce-…`, `i-…`. */
  readonly idOf: (construct: ConstructId) => string | null
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string
}
