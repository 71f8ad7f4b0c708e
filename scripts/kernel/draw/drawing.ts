import type { Dice } from './dice.ts'

/** A construct as a file has it: what it leaves out is AWS's default. */
export type Drawn = { readonly kind: string; readonly id: string } & Readonly<Record<string, unknown>>

/** A VPC while it is drawn. */
export interface DrawnVpc {
  /** Its letter, part of every id in it. */
  readonly v: string
  readonly id: string
  /** First two numbers of its primary block. */
  readonly net: string
  readonly cidrs: readonly string[]
  readonly ipv6Cidrs: readonly string[]
  readonly subnets: readonly {
    readonly id: string
    readonly cidr: string
    readonly ipv6Cidr: string | null
    readonly zone: string
  }[]
  readonly gateway: string | null
  readonly nats: readonly string[]
  readonly groups: readonly string[]
  readonly tables: readonly string[]
}
/** A design while it is drawn. */
export interface Drawing {
  readonly dice: Dice
  readonly constructs: Drawn[]
  readonly vpcs: DrawnVpc[]
  readonly joins: Join[]
  /** How often something stands in the way: little in some designs, so that requests come far, and much in others. */
  readonly strict: number
}
/** What two VPCs are joined by. */
export interface Join {
  readonly id: string
  readonly vpcs: readonly DrawnVpc[]
  /** VPCs that are reached through it, and that it does not join itself. */
  readonly beyond: readonly DrawnVpc[]
}
