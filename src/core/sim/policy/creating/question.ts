import type { ConstructId } from '../../../model/kinds/registry.ts'
import type { ContextValue } from '../../../policy/language/context.ts'

/** What EC2 asks IAM about one of the resources of a call. The call is allowed where each of them is. */
export interface Question {
  /** Such as `ec2:CreateVpcEndpoint`. */
  readonly action: string
  /** Such as `subnet`, as in the ARN. */
  readonly type: string
  /** What it is about; null = it is not drawn. */
  readonly construct: ConstructId | null
  readonly account: string
  /** How it may be asked: in several ways where the design leaves open what policies tell apart. */
  readonly ways: readonly Way[]
  /** What differs between the ways; null = there is one. */
  readonly open: string | null
  /** Why AWS perhaps does not ask it at all; null = it does. */
  readonly perhaps: string | null
  /** The keys of single resources that it carries, where the request says their values. */
  readonly takes: RegExp
}

export interface Way {
  readonly arn: string
  readonly keys: Readonly<Record<string, ContextValue>>
}
