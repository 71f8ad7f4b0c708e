import type { ConstructKind } from '../../../model/kinds/registry.ts'
import type { Fields } from '../../fields.ts'
import type { Condition } from './conditions.ts'

/** A call of the AWS CLI whose answer is wanted. */
export interface Call {
  /** Key that the answer has. */
  readonly key: string
  /** The calls that say it; `ID` stands for that of the parent. */
  readonly commands: readonly string[]
  readonly why: string
  /** Asked once for an account, not in each Region. */
  readonly global?: true
  /** Whether it is needed, going by the records of the same account and Region; absent = always. */
  readonly needed?: Condition
  /** It is made for each record of another key. */
  readonly each?: Parent
}

/** Those that a call is made for, one by one. */
export interface Parent {
  readonly of: string
  /** Member that holds the id of the record. */
  readonly id: string
  /** Member of the answer that repeats the id, where it has another name there. */
  readonly repeated?: string
  /** The kind that they are drawn as where only other records name them. */
  readonly drawnAs?: ConstructKind
  /** Which of them; absent = all. */
  readonly which?: (record: Fields, isDrawn: boolean) => boolean
}
