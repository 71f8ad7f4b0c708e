import type { Evaluated } from '../../cloudformation/stack.ts'
import type { Instance } from '../terraformRoot.ts'

/** A value that may not be there. */
export type Maybe = Evaluated | undefined
/** The same, with members that may not be there. */
export type Loose = Maybe | readonly Loose[] | { readonly [name: string]: Loose }
/** Properties by CloudFormation's names; those that are not there are left out. */
export type Given = { readonly [name: string]: Loose }
/** A block as Terraform names its arguments. */
export type Block = Readonly<Record<string, Maybe>>

/** One instance as its row sees it. What it does not ask for is told. */
export interface Seen {
  readonly instance: Instance
  /** The id of its construct. */
  readonly id: string
  readonly account: string
  readonly region: string
  /** An attribute, with what it refers to as CloudFormation would name it; undefined where nothing is said, be it that AWS chooses. */
  get(attribute: string): Maybe
  /** The blocks of an attribute; of those that are not known each argument is not. */
  blocks(attribute: string): readonly Block[]
  /** The same of one that there is once. */
  block(attribute: string): Block
  /** What the file says of an attribute that AWS fills in: null where it does not yet. */
  given(attribute: string): Maybe
  /** The instance that an attribute names. */
  named(attribute: string): Seen | null
  /** Instances of a type that name this one in an attribute. */
  naming(type: string, attribute: string): readonly Seen[]
  /** Every instance that an attribute refers to, be it for more than its value. */
  mentioned(attribute: string): readonly Seen[]
  /** Instances of a type in the same file of which nobody can tell which one they name in an attribute. */
  open(type: string, attribute: string): readonly Seen[]
  /** Every instance of a type in all files. */
  all(type: string): readonly Seen[]
}

/** A resource beside the one that an instance is: a rule, a route, an association. */
export interface Part {
  readonly type: string
  readonly properties: Given
}

/** One type of Terraform's. */
export interface TerraformType {
  /** The type of CloudFormation's that it is; null: it only adds to others. */
  readonly type: string | null | ((seen: Seen) => string | null)
  /** Attributes whose property has the same name but for its capitals. */
  readonly same?: string
  /** Attributes whose property is called otherwise. */
  readonly renamed?: Readonly<Record<string, string>>
  /** Properties that are not taken over word for word. */
  readonly more?: (seen: Seen) => Given
  /** What no property says, by AWS's words. */
  readonly stated?: (seen: Seen) => Given
  readonly parts?: (seen: Seen) => readonly Part[]
  /** What an attribute that AWS fills in is called in CloudFormation: `Ref`, or for `Fn::GetAtt`, or an id made of its own (`ID.eni0`); `id` is `Ref` where nothing is said. */
  readonly attributes?: Readonly<Record<string, string>>
  /** What AWS never fills in: where it is not known and nobody is seen to write it, a loop makes it, or the file has no configuration. */
  readonly authored?: string
  /** The attribute by which it adds to another instance. */
  readonly addsTo?: string
  /** The attribute whose id is its own as well. */
  readonly idOf?: string
  /** Attributes that nothing in the network hangs on. */
  readonly ignores?: string
}
export type TerraformTypes = Readonly<Record<string, TerraformType>>

/** A row whose instances say nothing that the network hangs on, or nothing that others do not. */
export const readElsewhere = (ignores = ''): TerraformType => ({ type: null, ignores })

/** A row whose instances only add to what they name in an attribute: that reads them. */
export const adding = (addsTo: string, ignores: string, idOf?: string): TerraformType => ({
  type: null,
  addsTo,
  ignores: `${addsTo} ${ignores}`,
  ...(idOf !== undefined && { idOf }),
})

/** A row of CloudFormation's type that is said by names alone. */
export const plainType = (
  type: string,
  same: string,
  renamed: Readonly<Record<string, string>> = {},
): TerraformType => ({
  type,
  same,
  renamed,
})
