import type { ImportPlace } from '../report.ts'

/** Stands for a value that a template does not say, and why: an import of another stack, a parameter without a value, a secret. */
export interface Unknown {
  readonly unknown: string
  /** What it is, where the same reason is that of others; left out = the reason tells. */
  readonly what?: string
}

/** What a value of a template comes to. */
export type Evaluated =
  | string
  | number
  | boolean
  | null
  | Unknown
  | readonly Evaluated[]
  | { readonly [name: string]: Evaluated }

/** The properties of a resource, by CloudFormation's names; those of `AWS::NoValue` are left out. */
export type Properties = { readonly [name: string]: Evaluated }

/** A resource that its conditions let be, with everything worked out. */
export interface StackResource {
  readonly logicalId: string
  /** The id that its construct has: the logical id, behind those of the stacks that it is nested in (`Network.Vpc`). */
  readonly id: string
  /** `AWS::EC2::VPC`. */
  readonly type: string
  readonly properties: Properties
  /** What is known of it that no property says, by AWS's words: of what exists already, and of what Terraform can say and a template cannot. */
  readonly stated?: Properties
  readonly dependsOn: readonly string[]
  /** File, logical id (as the key) and line. */
  readonly place: ImportPlace
  /** The account of the stack, or the one that the template says for this resource. */
  readonly account: string
  readonly region: string
  /** What AWS calls it, as far as the template says it (`ids`). */
  readonly awsId?: string
}

/** What a template says of itself for Hopwise (`Metadata.Hopwise`), beside account and Region. */
export interface StackMetadata {
  /** The organisation that its account is in. */
  readonly orgId: string | null
  /** Logical id -> the id that AWS gave, as policies name it. */
  readonly ids: Readonly<Record<string, string>>
  /** Service and resource control policies, as they are written there. */
  readonly scps: unknown
  readonly rcps: unknown
  /** Whether its account is the organisation’s management account. */
  readonly isManagement: boolean
}

/** A template with the values that it is deployed with. Nested stacks are stacks of their own. */
export interface Stack {
  readonly file: string
  /** Logical ids of the stacks that it is nested in, joined by points and with one at the end; empty at the top. */
  readonly prefix: string
  readonly account: string
  readonly region: string
  readonly resources: readonly StackResource[]
  readonly metadata?: StackMetadata
}
