import type { ConstructId } from '../../model/kinds/registry.ts'
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
}

/** What a client's calls are made by. */
export interface RoleNet {
  readonly id: ConstructId
  /** Twelve digits. */
  readonly account: string
  /** With its path. */
  readonly arn: string
  readonly name: string
  readonly tags: Readonly<Record<string, string>>
  readonly policies: readonly PolicyNet[]
  readonly boundary: PolicyNet | null
  readonly trust: PolicyNet | null
}

/** Something of AWS that an ARN names. */
export interface ResourceNet {
  readonly id: ConstructId
  readonly arn: string
  readonly account: string
  readonly policy: PolicyNet | null
  readonly restrictPublicBuckets: boolean
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
  readonly scps: readonly LevelNet[]
  readonly rcps: readonly LevelNet[]
}

/** Who may call what, as the design says it. */
export interface AccessNet {
  readonly roles: readonly RoleNet[]
  /** Every policy of the design. */
  readonly policies: readonly PolicyNet[]
  /** By the construct's id. */
  readonly roleAt: ReadonlyMap<ConstructId, RoleNet>
  /** By ARN: of a bucket without what lies in it. */
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
