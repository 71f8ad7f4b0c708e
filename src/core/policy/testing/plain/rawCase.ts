/** A case as its line has it, nothing read or put in order. */
export interface RawCase {
  readonly action: string
  readonly resource?: string
  readonly principal: string
  readonly principalTags?: Readonly<Record<string, string>>
  readonly principalOrgId?: string
  readonly principalOrgPath?: string
  readonly resourceAccount?: string
  readonly resourceOrgId?: string
  readonly resourceOrgPath?: string
  readonly restrictPublicBuckets?: boolean
  readonly accessControlLists?: 'none' | 'by-name' | 'all'
  readonly withoutPolicy?: 'open' | 'closed'
  readonly context?: Readonly<Record<string, RawValue>>
  readonly policies: {
    readonly identity?: readonly RawPolicy[]
    readonly boundary?: RawPolicy | null
    readonly session?: readonly RawPolicy[]
    readonly resource?: RawPolicy | null
    readonly grants?: readonly RawPolicy[]
    readonly endpoint?: (RawPolicy & { readonly gateway?: boolean }) | null
    readonly scps?: readonly RawLevel[]
    readonly rcps?: readonly RawLevel[]
  }
}

type Scalar = string | number | boolean
export type RawValue = Scalar | readonly Scalar[] | { readonly unknown: true | 'value' }

export interface RawPolicy {
  readonly name: string
  readonly document: RawDocument | null
}

export interface RawLevel {
  readonly target: string
  readonly policies: readonly RawPolicy[]
}

export interface RawDocument {
  readonly Version?: string
  readonly Statement: RawStatement | readonly RawStatement[]
}

type RawPrincipal = '*' | Readonly<Record<string, string | readonly string[]>>

export interface RawStatement {
  readonly Sid?: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Action?: string | readonly string[]
  readonly NotAction?: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly NotResource?: string | readonly string[]
  readonly Principal?: RawPrincipal
  readonly NotPrincipal?: RawPrincipal
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Scalar | readonly Scalar[]>>>>
}

/** One value or a list of them, as a list. */
export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T]
